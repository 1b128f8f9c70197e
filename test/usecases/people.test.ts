import { beforeEach, describe, expect, it, test } from "vitest";
import { readOneTimeLink, spendOneTimeLink } from "#auth/one-time-link.ts";
import { readSession, startSession } from "#auth/session.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import {
  countPeople,
  findPerson,
  listMemberships,
  updateMembershipEnd,
  updatePasswordHash,
} from "#db/queries/people.ts";
import { signedIn, testNow, testSettings } from "#test/support/request.ts";
import { storeActors } from "#test/support/stored.ts";
import { addPerson } from "#usecases/add-person.ts";
import { endMembership } from "#usecases/end-membership.ts";
import { renewLink } from "#usecases/renew-link.ts";

let db: Db;
const now = testNow;
const later = new Date(testNow.getTime() + 1000);
const coordinator = {
  name: "Samordnare, Haninge",
  email: "samordnare@haninge.se",
  role: "coordinator" as const,
  actorId: "haninge",
};

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeActors(db);
});

function added(input: Parameters<typeof addPerson>[1]) {
  const result = addPerson(db, input, { now });
  if (!result.ok) throw new Error(result.problem);
  return result;
}

describe("adding a person", () => {
  it("makes person, membership and a link that works", () => {
    const { token, personId, isNew } = added({ ...coordinator, email: " Samordnare@Haninge.SE " });
    expect(isNew).toBe(true);
    expect(readOneTimeLink(db, token ?? "", now)).toMatchObject({ personId });
    expect(listMemberships(db, now.toISOString())).toMatchObject([
      { name: "Samordnare, Haninge", email: "samordnare@haninge.se", role: "coordinator", actorName: "Haninge kommun" },
    ]);
  });

  it("gives a known address a further membership and keeps the name", () => {
    added(coordinator);
    const again = added({ name: "Samordnaren", email: "SAMORDNARE@haninge.se", role: "council", actorId: null });
    expect(again).toMatchObject({ isNew: false, name: "Samordnare, Haninge" });
    expect(countPeople(db)).toBe(1);
    expect(listMemberships(db, now.toISOString())).toHaveLength(2);
  });

  it("makes no link for someone who has a password", () => {
    updatePasswordHash(db, added(coordinator).personId, "hash");
    expect(added({ ...coordinator, role: "approver" })).toMatchObject({ hasPassword: true, token: null });
    const { personId } = added({ name: "Ledamot, rådet", email: "ledamot@example.se", role: "council", actorId: null });
    updatePasswordHash(db, personId, "hash");
    expect(added({ ...coordinator, email: "ledamot@example.se" })).toMatchObject({ hasPassword: true, token: null });
  });

  describe("whose password was chosen with a link that its actor's coordinator was shown", () => {
    const by = { role: "coordinator" as const, actorId: "haninge" };
    const elsewhere = { role: "chief_group" as const, actorId: null };
    /** Chooses a password with the link, as whoever has it. */
    function choose({ personId, token }: { personId: string; token: string | null }) {
      spendOneTimeLink(db, token ?? "", now);
      updatePasswordHash(db, personId, "hash");
    }
    const addedBy = (giver: typeof by | undefined, input: Partial<typeof coordinator>) => {
      const result = addPerson(db, { ...coordinator, ...input }, { now, ...(giver && { by: giver }) });
      if (!result.ok) throw new Error(result.problem);
      return result;
    };

    it.each([
      ["in the region", elsewhere, false],
      ["at another actor", { actorId: "solna" }, false],
      ["in the region, after the role at the actor has ended", elsewhere, true],
    ])("chooses it anew for a role %s, and is signed out until then", (_where, role, isEnded) => {
      const first = addedBy(by, {});
      choose(first);
      const { personId } = first;
      const settings = testSettings();
      const cookie = startSession(db, { personId }, { now, settings })?.split(";")[0] ?? "";
      const session = new Request("http://localhost/", { headers: { cookie } });
      expect(readSession(db, session, { now, settings })).toMatchObject({ personId });
      const [membership] = listMemberships(db, now.toISOString(), personId);
      if (isEnded) updateMembershipEnd(db, membership?.membershipId ?? "", now.toISOString());
      const again = added({ ...coordinator, ...role });
      expect(again).toMatchObject({ isNew: false, hasPassword: false });
      expect(findPerson(db, personId)?.passwordHash).toBeNull();
      expect(readSession(db, session, { now, settings })).toBeUndefined();
      // Chosen with a link of the office's, it is the person's own, and stays.
      spendOneTimeLink(db, again.token ?? "", later);
      updatePasswordHash(db, personId, "hash");
      expect(added({ ...coordinator, role: "contributor", actorId: "attunda" })).toMatchObject({ hasPassword: true });
    });

    it("keeps it for a further role at that actor", () => {
      choose(addedBy(by, {}));
      expect(added({ ...coordinator, role: "approver" })).toMatchObject({ hasPassword: true, token: null });
    });

    it("has it taken for the coordinator's again when it was renewed there", () => {
      const { personId } = addedBy(undefined, {});
      const renewed = renewLink(db, { personId }, { now, by });
      if (!renewed.ok) throw new Error(renewed.problem);
      choose({ personId, token: renewed.token });
      expect(added({ ...coordinator, ...elsewhere })).toMatchObject({ hasPassword: false });
    });

    it.each([
      ["no longer opens it for a role in the region", elsewhere, false],
      ["no longer opens it for a role at another actor", { actorId: "solna" }, false],
      ["still works for a further role at that actor", { role: "approver" as const }, true],
    ])("a link that the coordinator has renewed and not used %s", (_what, role, works) => {
      const { personId, token } = addedBy(undefined, {});
      choose({ personId, token });
      const renewed = renewLink(db, { personId }, { now, by });
      if (!renewed.ok) throw new Error(renewed.problem);
      expect(added({ ...coordinator, ...role })).toMatchObject({ hasPassword: true });
      expect(readOneTimeLink(db, renewed.token, later) !== undefined).toBe(works);
    });

    it("a link of the office's still works after a role elsewhere", () => {
      const { personId, token } = addedBy(undefined, {});
      choose({ personId, token });
      const renewed = renewLink(db, { personId }, { now });
      if (!renewed.ok) throw new Error(renewed.problem);
      added({ ...coordinator, ...elsewhere });
      expect(readOneTimeLink(db, renewed.token, later)).toMatchObject({ personId });
    });

    it("keeps one of its own when another actor's coordinator adds it", () => {
      choose(addedBy(undefined, {}));
      expect(addedBy({ ...by, actorId: "solna" }, { actorId: "solna" })).toMatchObject({ hasPassword: true });
    });
  });

  test.each([
    ["a coordinator without actor", { actorId: null }, "actor_missing"],
    ["a coordinator of no known actor", { actorId: "atlantis" }, "actor_unknown"],
    ["a council member with actor", { role: "council" as const }, "actor_not_allowed"],
    ["no name", { name: " " }, "name_missing"],
    ["an address that is none", { email: "coordinator" }, "email_invalid"],
  ])("refuses %s", (_name, wrong, problem) => {
    expect(addPerson(db, { ...coordinator, ...wrong }, { now })).toEqual({ ok: false, problem });
    expect(countPeople(db)).toBe(0);
  });

  it("refuses the same role at the same actor twice", () => {
    added(coordinator);
    expect(addPerson(db, coordinator, { now })).toEqual({ ok: false, problem: "already_member" });
    expect(listMemberships(db, now.toISOString())).toHaveLength(1);
  });
});

describe("ending a membership", () => {
  it("ends it from now on, and the role can be given again", () => {
    added(coordinator);
    const [membership] = listMemberships(db, now.toISOString());
    const office = signedIn(db, { role: "office" });
    const ended = endMembership(
      db,
      { membershipId: membership?.membershipId ?? "" },
      { now: later, by: office.personId },
    );
    expect(ended).toMatchObject({ ok: true, membership: { name: "Samordnare, Haninge" } });
    expect(listMemberships(db, later.toISOString()).map(({ role }) => role)).toEqual(["office"]);
    expect(addPerson(db, coordinator, { now: later })).toMatchObject({ ok: true, isNew: false });
  });

  it("refuses one's own last in the office, but not a colleague's", () => {
    const me = signedIn(db, { role: "office" });
    const colleague = signedIn(db, { role: "office" });
    const by = me.personId;
    expect(endMembership(db, me, { now: later, by })).toEqual({ ok: false, problem: "own_last_office" });
    expect(endMembership(db, colleague, { now: later, by })).toMatchObject({ ok: true });
  });

  it("knows no membership that has ended", () => {
    const me = signedIn(db, { role: "office" });
    const other = signedIn(db, { role: "council" });
    endMembership(db, other, { now: later, by: me.personId });
    expect(endMembership(db, other, { now: later, by: me.personId })).toEqual({
      ok: false,
      problem: "membership_unknown",
    });
  });
});

describe("a new link", () => {
  it("works, and the earlier one does not any more", () => {
    const { personId, token: first } = added(coordinator);
    const renewed = renewLink(db, { personId }, { now: later });
    if (!renewed.ok) throw new Error(renewed.problem);
    expect(readOneTimeLink(db, first ?? "", later)).toBeUndefined();
    expect(readOneTimeLink(db, renewed.token, later)).toMatchObject({ personId });
  });

  it("is refused for nobody", () => {
    expect(renewLink(db, { personId: "nobody" }, { now })).toEqual({ ok: false, problem: "person_unknown" });
  });
});
