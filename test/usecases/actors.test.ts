import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase, tables } from "#db/client.server.ts";
import { latestActorChange, listActorChanges, listRoundActorChanges } from "#db/queries/actor-changes.ts";
import { findActor, listMembersOn } from "#db/queries/actors.ts";
import { insertMembership, listMemberships, updateMembershipEnd } from "#db/queries/people.ts";
import { findRoundActor, listRoundActors } from "#db/queries/rounds.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { addRoundActor } from "#usecases/add-round-actor.ts";
import { closeRound } from "#usecases/close-round.ts";
import { correctRoundActor, previewCorrection } from "#usecases/correct-round-actor.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { editActor } from "#usecases/edit-actor.ts";
import { joinActor, rejoinActor } from "#usecases/join-actor.ts";
import { leaveActor } from "#usecases/leave-actor.ts";
import { mergeActors } from "#usecases/merge-actors.ts";
import { openRound } from "#usecases/open-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { viewActors } from "#usecases/view-actor.ts";

const today = "2026-03-02";
const tomorrow = "2026-03-03";
const solna = { name: "Solna stad", shortName: "Solna", category: "kommun", designated: false };
const port = { name: "Hamnen", shortName: "Hamnen", category: "trafik", designated: false };

let db: Db;
let by: { now: Date; personId: string };
function begin(state: Parameters<typeof storeRound>[1]) {
  db = openDatabase(":memory:").db;
  storeRound(db, state);
  by = { now: testNow, personId: signedIn(db, { role: "office" }).personId };
}
const roundIds = () => listRoundActors(db, testYear).map(({ actorId }) => actorId);
const leave = (given: Partial<Parameters<typeof leaveActor>[1]> = {}) =>
  leaveActor(db, { id: "solna", day: today, reason: "Avtalet upphör", people: "end", expected: 0, ...given }, by);
const merge = (given: Partial<Parameters<typeof mergeActors>[1]> = {}) =>
  mergeActors(
    db,
    { first: "haninge", second: "solna", into: "first", day: today, reason: "Ny kommun", people: "move", ...given },
    by,
  );

describe("editing an actor", () => {
  beforeEach(() => begin("open"));
  const edit = (given: Partial<Parameters<typeof editActor>[1]>) =>
    editActor(db, { id: "solna", ...solna, reason: "", expected: 0, ...given }, by);

  it("changes it from now on, keeps what it was, and leaves the open round alone", () => {
    expect(edit({ name: " Solna kommun ", designated: true, reason: "Nytt namn" })).toEqual({
      ok: true,
      isChanged: true,
    });
    expect(findActor(db, "solna")).toMatchObject({ name: "Solna kommun", designated: true });
    expect(findRoundActor(db, testYear, "solna")).toMatchObject(solna);
    const [change] = listActorChanges(db, "solna");
    const after = { ...solna, name: "Solna kommun", designated: true };
    expect(change).toMatchObject({ kind: "changed", day: today, before: solna, after, reason: "Nytt namn" });
    expect(change?.recordedByName).toBe("Person office");
  });

  it("records nothing where nothing is changed", () => {
    expect(edit({})).toEqual({ ok: true, isChanged: false });
    expect(latestActorChange(db, "solna")).toBe(0);
  });

  it("spells a category as the other actors' is spelled, so that none is split in two", () => {
    edit({ category: "BLÅLJUS" });
    expect(findActor(db, "solna")?.category).toBe("blåljus");
  });

  it("is refused where another in the office changed it meanwhile", () => {
    edit({ category: "övrig" });
    expect(edit({ category: "trafik" })).toEqual({ ok: false, problem: "changed_meanwhile" });
    expect(findActor(db, "solna")?.category).toBe("övrig");
  });

  test.each([
    ["another actor's name", { name: "haninge kommun" }, "name_taken"],
    ["no name", { name: "" }, "name_missing"],
    ["no short name", { shortName: " " }, "short_name_missing"],
    ["no category", { category: "" }, "category_missing"],
    ["a long category", { category: "k".repeat(41) }, "category_long"],
    ["an actor that is none", { id: "atlantis" }, "actor_unknown"],
  ])("refuses %s", (_name, wrong, problem) => {
    expect(edit(wrong)).toEqual({ ok: false, problem });
    expect(findActor(db, "solna")).toMatchObject(solna);
  });
});

describe("joining", () => {
  it("is part of rounds opened from its day on, and of none before", () => {
    begin("planned");
    expect(joinActor(db, { ...port, day: today, reason: "" }, by)).toEqual({ ok: true, actorId: "hamnen" });
    const later = { ...port, name: "Senare", day: tomorrow, reason: "" };
    expect(joinActor(db, later, by)).toEqual({ ok: true, actorId: "senare" });
    openRound(db, { year: testYear }, by);
    expect(roundIds()).toContain("hamnen");
    expect(roundIds()).not.toContain("senare");
  });

  it("gets an id of its own where the name gives one that is taken or reserved", () => {
    begin("planned");
    const ids = ["Hamnen", "Hamnen!", "Ny", "???"].map((name) =>
      joinActor(db, { ...port, name, day: today, reason: "" }, by),
    );
    expect(ids.map((one) => one.ok && one.actorId)).toEqual(["hamnen", "hamnen-2", "ny-2", "aktor"]);
  });

  it("takes a member into an open round with a reason, and records it", () => {
    begin("open");
    joinActor(db, { ...port, day: today, reason: "" }, by);
    const add = (reason: string) => addRoundActor(db, { year: testYear, actorId: "hamnen", reason }, by);
    expect(add("")).toEqual({ ok: false, problem: "reason_missing" });
    expect(add("Gick med i mars")).toEqual({ ok: true });
    expect(add("Igen")).toEqual({ ok: false, problem: "already_in_round" });
    expect(findRoundActor(db, testYear, "hamnen")).toMatchObject(port);
    expect(listRoundActorChanges(db, { year: testYear })).toMatchObject([{ kind: "added", before: null, after: port }]);
  });

  test.each([
    ["a planned round", "planned"],
    ["a closed round", "closed"],
    ["a released round", "released"],
  ] as const)("is not taken into %s", (_name, state) => {
    begin(state);
    joinActor(db, { ...port, day: today, reason: "" }, by);
    expect(addRoundActor(db, { year: testYear, actorId: "hamnen", reason: "Ja" }, by)).toMatchObject({
      problem: "not_now",
    });
  });

  it("is not taken into a round before its own first day", () => {
    begin("open");
    joinActor(db, { ...port, day: tomorrow, reason: "" }, by);
    const input = { year: testYear, actorId: "hamnen", reason: "Ja" };
    expect(addRoundActor(db, input, by)).toEqual({ ok: false, problem: "not_member" });
  });
});

describe("leaving", () => {
  it("leaves an open round as it is, and later rounds without it", () => {
    begin("open");
    expect(leave()).toEqual({ ok: true, ended: 0 });
    expect(roundIds()).toContain("solna");
    expect(listMembersOn(db, today).map(({ id }) => id)).toEqual(["attunda", "haninge"]);
    expect(listMembersOn(db, "2026-03-01").map(({ id }) => id)).toContain("solna");
  });

  it("ends its people's roles that day where asked, and no one else's", () => {
    begin("open");
    const own = signedIn(db, { role: "coordinator", actorId: "solna" });
    const other = signedIn(db, { role: "coordinator", actorId: "haninge" });
    expect(leave({ day: "2026-03-10" })).toEqual({ ok: true, ended: 1 });
    const holdsAt = (at: string) => listMemberships(db, at).map(({ personId }) => personId);
    expect(holdsAt("2026-03-09T22:59:00.000Z")).toEqual(expect.arrayContaining([own.personId, other.personId]));
    expect(holdsAt("2026-03-09T23:00:00.000Z")).not.toContain(own.personId);
    expect(holdsAt("2026-03-09T23:00:00.000Z")).toContain(other.personId);
  });

  it("ends also the roles that begin later, and taking it back restores them, but not what was given anew", () => {
    begin("open");
    const at = "2026-03-09T23:00:00.000Z";
    const later = "2026-03-20T08:00:00.000Z";
    const role = () => signedIn(db, { role: "coordinator", actorId: "solna" });
    const [{ personId: now }, { personId: coming, membershipId }, { personId: anew }] = [role(), role(), role()];
    db.update(tables.membership).set({ validFrom: later }).where(eq(tables.membership.id, membershipId)).run();
    const holdsAt = (moment: string) => listMemberships(db, moment).map(({ personId }) => personId);
    expect(leave({ day: "2026-03-10" })).toEqual({ ok: true, ended: 3 });
    for (const moment of [at, later])
      for (const each of [now, coming, anew]) expect(holdsAt(moment)).not.toContain(each);
    insertMembership(db, {
      ...{ id: "anew", personId: anew, role: "coordinator", actorId: "solna" },
      ...{ validFrom: testNow.toISOString(), validUntil: null },
    });
    rejoinActor(db, { id: "solna", day: "2026-03-10", reason: "" }, by);
    expect(holdsAt(at)).toContain(now);
    expect(holdsAt(at)).not.toContain(coming);
    expect(holdsAt(later)).toContain(coming);
    expect(holdsAt(later).filter((each) => each === anew)).toHaveLength(1);
  });

  it("restores roles that ended at once, on the same day, and none where the actor joins again later", () => {
    begin("open");
    const { personId } = signedIn(db, { role: "coordinator", actorId: "solna" });
    const holds = () => listMemberships(db, "2026-04-02T00:00:00.000Z").some((one) => one.personId === personId);
    leave();
    rejoinActor(db, { id: "solna", day: today, reason: "" }, by);
    expect(holds()).toBe(true);
    leave({ expected: latestActorChange(db, "solna") });
    rejoinActor(db, { id: "solna", day: "2026-04-01", reason: "" }, by);
    expect(holds()).toBe(false);
  });

  it("keeps its people's roles where asked", () => {
    begin("open");
    const { personId } = signedIn(db, { role: "coordinator", actorId: "solna" });
    leave({ people: "keep" });
    expect(listMemberships(db, testNow.toISOString()).map((one) => one.personId)).toContain(personId);
  });

  it("can be taken back, and the history keeps both", () => {
    begin("open");
    leave({ day: tomorrow });
    expect(leave()).toEqual({ ok: false, problem: "already_left" });
    const back = (day: string) => rejoinActor(db, { id: "solna", day, reason: "" }, by);
    expect(back(today)).toEqual({ ok: false, problem: "day_before_leaving" });
    expect(back(tomorrow)).toEqual({ ok: true });
    expect(back(tomorrow)).toEqual({ ok: false, problem: "not_left" });
    expect(findActor(db, "solna")).toMatchObject({ memberFrom: null, memberUntil: null });
    expect(listActorChanges(db, "solna").map(({ kind }) => kind)).toEqual(["joined", "left"]);
  });

  test.each([
    ["without a reason", { reason: " " }, "reason_missing"],
    ["on a day that is none", { day: "2026-02-30" }, "day_invalid"],
    ["when it was changed meanwhile", { expected: 3 }, "changed_meanwhile"],
    ["when it is none", { id: "atlantis" }, "actor_unknown"],
  ])("is refused %s", (_name, wrong, problem) => {
    begin("open");
    expect(leave(wrong)).toEqual({ ok: false, problem });
    expect(findActor(db, "solna")?.memberUntil).toBeNull();
  });
});

describe("merging", () => {
  beforeEach(() => begin("open"));

  it("lets one go up in the other, and keeps which became which", () => {
    expect(merge()).toEqual({ ok: true, actorId: "haninge" });
    expect(listActorChanges(db, "haninge")).toMatchObject([
      { kind: "merged", actorId: "solna", actorName: "Solna stad" },
    ]);
    expect(viewActors(db, testNow).left).toMatchObject([{ id: "solna", intoName: "Haninge kommun" }]);
    expect(roundIds()).toEqual(expect.arrayContaining(["solna", "haninge"]));
  });

  it("lets both go up in a new one, with their people where asked", () => {
    const { personId } = signedIn(db, { role: "coordinator", actorId: "solna" });
    expect(merge({ into: { ...port, name: "Storkommunen" } })).toEqual({ ok: true, actorId: "storkommunen" });
    expect(listMembersOn(db, today).map(({ id }) => id)).toEqual(["attunda", "storkommunen"]);
    const holds = listMemberships(db, testNow.toISOString(), personId);
    expect(holds.map(({ role, actorId }) => [role, actorId])).toEqual([["coordinator", "storkommunen"]]);
  });

  test.each([
    ["with itself", { second: "haninge" }, "same_actor"],
    ["with one that is none", { second: "atlantis" }, "actor_unknown"],
    ["without a reason", { reason: "" }, "reason_missing"],
    ["into a new one whose name is taken", { into: { ...port, name: "solna stad" } }, "name_taken"],
  ])("is refused %s, and changes nothing", (_name, wrong, problem) => {
    expect(merge(wrong)).toMatchObject({ ok: false, problem });
    expect(listMembersOn(db, today)).toHaveLength(3);
    expect(listActorChanges(db, "solna")).toEqual([]);
  });

  it("is refused for one that has left already", () => {
    leave();
    expect(merge()).toEqual({ ok: false, problem: "already_left", which: "second" });
  });
});

describe("correcting a frozen actor", () => {
  const place = { year: testYear, actorId: "solna" };
  const after = { ...solna, category: "blåljus", designated: true };
  const correct = (given: Partial<Parameters<typeof correctRoundActor>[1]> = {}) =>
    correctRoundActor(db, { ...place, values: after, reason: "Fel från början", expected: 0, ...given }, by);

  test.each(["open", "closed"] as const)("is done in a round that is %s, and kept with its reason", (state) => {
    begin(state);
    expect(correct()).toEqual({ ok: true });
    expect(findRoundActor(db, testYear, "solna")).toMatchObject(after);
    expect(findActor(db, "solna")).toMatchObject(solna);
    const [change] = listRoundActorChanges(db, place);
    expect(change).toMatchObject({ kind: "corrected", before: solna, after, reason: "Fel från början" });
  });

  test.each([
    ["in a released round", "released", {}, "not_now"],
    ["without a reason", "open", { reason: "" }, "reason_missing"],
    ["when nothing is changed", "open", { values: solna }, "nothing_changed"],
    ["when corrected meanwhile by another", "open", { expected: 1 }, "changed_meanwhile"],
    ["for an actor that is not in it", "open", { actorId: "atlantis" }, "actor_unknown"],
    ["for a year without a round", "open", { year: 2031 }, "round_unknown"],
  ] as const)("is refused %s", (_name, state, wrong, problem) => {
    begin(state);
    expect(correct(wrong)).toEqual({ ok: false, problem });
    expect(findRoundActor(db, testYear, "solna")).toMatchObject(solna);
  });

  it("is said before it is done: which levels apply then", () => {
    begin("open");
    const level = { code: "1:1", group: "designated" as const, minimum: 4, ambition: null };
    const decision = { year: testYear, expectedSequence: 0, decidedOn: today, reference: "§ 1", levels: [level] };
    decideLevels(db, { ...decision, registryNumber: "" } as never, { ...by, role: "office" });
    const preview = previewCorrection(db, { ...place, values: { ...solna, designated: true } }, testNow);
    expect(preview).toMatchObject({
      ok: true,
      changed: ["designated"],
      effects: [{ code: "1:1", before: { minimum: null }, after: { minimum: 4 } }],
    });
    expect(findRoundActor(db, testYear, "solna")).toMatchObject(solna);
  });

  it("is refused after release, though it was previewed before", () => {
    begin("open");
    closeRound(db, { year: testYear }, by);
    releaseRound(db, { year: testYear }, by);
    expect(correct()).toEqual({ ok: false, problem: "not_now" });
  });
});

it("ends a role no later than it would have ended anyway", () => {
  begin("planned");
  const { personId, membershipId } = signedIn(db, { role: "contributor", actorId: "solna" });
  updateMembershipEnd(db, membershipId, "2026-03-31T22:00:00.000Z");
  leave({ day: "2026-06-01" });
  const [role] = listMemberships(db, testNow.toISOString(), personId);
  expect(role?.validUntil).toBe("2026-03-31T22:00:00.000Z");
});
