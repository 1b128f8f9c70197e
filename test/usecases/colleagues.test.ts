import { beforeEach, describe, expect, test } from "vitest";
import { readOneTimeLink } from "#auth/one-time-link.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { listMail } from "#db/queries/mail.ts";
import { listColleagues, listMemberships } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { addPerson } from "#usecases/add-person.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { endMembership } from "#usecases/end-membership.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { type TransferInput, transferCoordinator } from "#usecases/transfer-coordinator.ts";

let db: Db;
let leaver: ReturnType<typeof signedIn>;
const now = testNow;
const coordinator = { role: "coordinator" as const, actorId: "haninge" };
const contributor = {
  name: "Medarbetare, Haninge",
  email: "medarbetare@haninge.se",
  role: "contributor" as const,
  actorId: "haninge",
};

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  leaver = signedIn(db, coordinator);
});

const colleagues = (at = now) =>
  listColleagues(db, at.toISOString(), "haninge").map(({ name, role }) => `${role} ${name}`);
const nameOf = (role: Role) => `Person ${role}`;

describe("a coordinator's link", () => {
  test("comes with a new person", () => {
    const added = addPerson(db, contributor, { now, by: coordinator });
    expect(added).toMatchObject({ ok: true, isNew: true, hasPassword: false });
    expect(added.ok && readOneTimeLink(db, added.token ?? "", now)).toBeTruthy();
  });

  test("does not come for one who has a role elsewhere: the person gets a new one in a letter, and the earlier is gone", () => {
    const invited = addPerson(
      db,
      { ...contributor, actorId: "solna" },
      { now, by: { role: "coordinator", actorId: "solna" } },
    );
    const added = addPerson(db, contributor, { now, by: coordinator });
    expect(added).toMatchObject({ ok: true, isNew: false, hasPassword: false, token: null });
    // Whoever was handed the first link would else get the second role with it.
    expect(invited.ok && readOneTimeLink(db, invited.token ?? "", now)).toBeUndefined();
    const tokens = listMail(db, ["waiting"], 9).map(({ token }) => token && readOneTimeLink(db, token, now));
    expect(tokens.filter(Boolean)).toHaveLength(1);
    const personId = added.ok ? added.personId : "";
    expect(renewLink(db, { personId }, { now, by: coordinator })).toEqual({ ok: false, problem: "link_not_yours" });
    expect(renewLink(db, { personId }, { now })).toMatchObject({ ok: true });
  });

  test("is renewed for the own actor's people, and nobody else is there", () => {
    const own = signedIn(db, { role: "approver", actorId: "haninge" });
    const other = signedIn(db, { role: "coordinator", actorId: "solna" });
    expect(renewLink(db, own, { now, by: coordinator })).toMatchObject({ ok: true });
    expect(renewLink(db, other, { now, by: coordinator })).toEqual({ ok: false, problem: "person_unknown" });
  });
});

describe("ending a colleague's membership", () => {
  const end = (membershipId: string, within: string | undefined = "haninge") =>
    endMembership(db, { membershipId }, { now, by: leaver.personId, within });

  test("is refused for another actor's, as if it were not there", () => {
    const other = signedIn(db, { role: "contributor", actorId: "solna" });
    expect(end(other.membershipId)).toEqual({ ok: false, problem: "membership_unknown" });
    expect(end(signedIn(db, { role: "office" }).membershipId)).toEqual({ ok: false, problem: "membership_unknown" });
  });

  test("is refused for the last coordinator, but not for one of two, and not for the office", () => {
    expect(end(leaver.membershipId)).toEqual({ ok: false, problem: "last_coordinator" });
    const second = signedIn(db, coordinator);
    expect(end(second.membershipId)).toMatchObject({ ok: true });
    const office = signedIn(db, { role: "office" });
    expect(endMembership(db, leaver, { now, by: office.personId })).toMatchObject({ ok: true });
    expect(colleagues()).toEqual([]);
  });
});

describe("handing a coordinator's role over", () => {
  const by = (who: { personId: string }, role: Role = "coordinator") => ({ now, personId: who.personId, role });
  const transfer = (input: Partial<TransferInput>, actor = by(leaver)) =>
    transferCoordinator(
      db,
      {
        actorId: "haninge",
        membershipId: leaver.membershipId,
        successor: { name: "Ny samordnare, Haninge", email: "ny@haninge.se" },
        ...input,
      },
      actor,
    );

  test("of one's own ends with the day, with a link for a new successor", () => {
    const result = transfer({});
    expect(result).toMatchObject({
      ok: true,
      successor: "Ny samordnare, Haninge",
      isNew: true,
      endsAt: "2026-03-02T23:00:00.000Z",
    });
    expect(result.ok && readOneTimeLink(db, result.token ?? "", now)).toBeTruthy();
    expect(colleagues()).toEqual(["coordinator Ny samordnare, Haninge", `coordinator ${nameOf("coordinator")}`]);
    expect(colleagues(new Date("2026-03-02T23:00:00.000Z"))).toEqual(["coordinator Ny samordnare, Haninge"]);
  });

  test("of another's ends at once, and leaves what is delegated", () => {
    const contributor = signedIn(db, { role: "contributor", actorId: "haninge" });
    const { personId } = contributor;
    delegateBaseCapability(db, { year: testYear, actorId: "haninge", capability: 1, personId }, by(leaver));
    const office = signedIn(db, { role: "office" });
    const approver = signedIn(db, { role: "approver", actorId: "haninge" });
    const result = transfer({ successor: { personId: approver.personId } }, by(office, "office"));
    expect(result).toMatchObject({ ok: true, isNew: false, endsAt: now.toISOString() });
    expect(colleagues().filter((each) => each.startsWith("coordinator"))).toEqual([
      `coordinator ${nameOf("approver")}`,
    ]);
    const later = now.toISOString();
    expect(listDelegations(db, { year: testYear }, later)).toMatchObject([{ takenBackAt: null, isContributor: true }]);
  });

  test("to one who is coordinator already only ends the leaver's", () => {
    const second = signedIn(db, coordinator);
    expect(transfer({ successor: { personId: second.personId } })).toMatchObject({ ok: true, token: null });
    expect(colleagues(new Date("2026-03-03T08:00:00Z"))).toHaveLength(1);
  });

  test.each<[string, (ids: { stranger: ReturnType<typeof signedIn> }) => Partial<TransferInput>, string]>([
    ["from nobody", () => ({ membershipId: "nej" }), "leaver_unknown"],
    ["from another actor's", ({ stranger }) => ({ membershipId: stranger.membershipId }), "leaver_unknown"],
    ["to another actor's", ({ stranger }) => ({ successor: { personId: stranger.personId } }), "successor_unknown"],
    ["to oneself", () => ({ successor: { personId: leaver.personId } }), "successor_unknown"],
    [
      "to an address that is none",
      () => ({ successor: { name: "Ny samordnare, Haninge", email: "ny" } }),
      "email_invalid",
    ],
    ["to no name", () => ({ successor: { name: " ", email: "ny@haninge.se" } }), "name_missing"],
  ])("%s is refused, and nobody's membership ends", (_case, inputOf, problem) => {
    const stranger = signedIn(db, { role: "coordinator", actorId: "solna" });
    expect(transfer(inputOf({ stranger }))).toEqual({ ok: false, problem });
    expect(listMemberships(db, "2026-04-01T00:00:00.000Z")).toHaveLength(2);
  });
});
