import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { anExercise, storeObservation, storeOccurrence } from "#test/support/occurrences.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import type { RecordedBy } from "#usecases/save-occurrence.ts";
import { removeOccurrence } from "#usecases/save-occurrence.ts";
import { action, loader } from "../../../app/routes/surveys/answer.tsx";
import { loader as history } from "../../../app/routes/surveys/history.tsx";

let connection: Connection;
let cookie: string;
let by: RecordedBy;
let office: RecordedBy;
const key = { year: testYear, actorId: "haninge", code: "1:1" };
const params = { year: String(testYear), actor: "haninge", code: "1:1" };

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  const signed = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
  cookie = signed.cookie;
  by = { role: "coordinator", actorId: "haninge", personId: signed.personId, now: testNow };
  office = {
    role: "office",
    actorId: null,
    personId: signedIn(connection.db, { role: "office" }).personId,
    now: testNow,
  };
});

const path = `/skattning/${testYear}/haninge/1:1`;
const view = () => loader(routeArgs(connection.db, path, { cookie, params })).view;
const content = () => findAnswer(connection.db, key)?.content;
async function post(intent: string, fields: Record<string, string> = {}) {
  const baseRevision = String(findAnswer(connection.db, key)?.revision ?? 0);
  const form = { intent, baseRevision, saveId: randomUUID(), ...fields };
  const outcome = await outcomeOf(() => action(routeArgs(connection.db, path, { cookie, params, form })));
  return outcome instanceof Response ? outcome.headers.get("location") : outcome;
}
const rowIn = (occurrence: number) => ({
  "evidence.0.kind": "exercise",
  "evidence.0.what": anExercise.name,
  "evidence.0.date": anExercise.day,
  "evidence.0.outcome": "worked",
  "evidence.0.occurrence": String(occurrence),
});

test("an exercise is taken as evidence beside what is typed, and all yes then proposes the proven level", async () => {
  const id = storeOccurrence(connection.db, by);
  storeObservation(connection.db, id, by);
  const typed = { "indicators.1:1.1": "yes", "indicators.1:1.2": "yes", comment: "Nytt i år." };
  expect(await post(`take.occurrence.${id}`, typed)).toBe(`${path}?sparat=1%3A1&hamtat=1#handelser`);
  const { name, day } = anExercise;
  expect(content()).toMatchObject({
    comment: "Nytt i år.",
    evidence: [{ kind: "exercise", what: name, date: day, outcome: "worked", occurrence: id }],
  });
  expect(view()).toMatchObject({ proposed: 4, linked: [{ id, name }], occurrences: [{ isTaken: true }] });
});

test.each([
  ["what worked and what did not is a shortcoming", { shortcomings: "Sent." }, "shortcomings"],
  ["what was noted of another sub-capability says nothing of this one", { code: "1:2" }, null],
])("%s", async (_rule, change, outcome) => {
  const id = storeOccurrence(connection.db, by);
  storeObservation(connection.db, id, by, change);
  await post(`take.occurrence.${id}`);
  expect(content()?.evidence).toMatchObject([{ outcome }]);
});

test("what the office observed of all together is no outcome of one actor's", async () => {
  const id = storeOccurrence(connection.db, office);
  storeObservation(connection.db, id, office);
  expect(view().occurrences).toMatchObject([{ evidence: { occurrence: id, outcome: null } }]);
});

test("taken twice it stands there once", async () => {
  const id = storeOccurrence(connection.db, by);
  await post(`take.occurrence.${id}`);
  await post(`take.occurrence.${id}`, rowIn(id));
  expect(content()?.evidence).toHaveLength(1);
});

test("the reference follows through later saves, and goes when the row becomes another kind or is emptied", async () => {
  const id = storeOccurrence(connection.db, by);
  await post("save", rowIn(id));
  await post("save", { ...rowIn(id), comment: "Mer." });
  expect(content()?.evidence).toMatchObject([{ occurrence: id }]);
  await post("save", { ...rowIn(id), "evidence.0.kind": "plan", "evidence.0.outcome": "" });
  expect(content()?.evidence).toEqual([{ kind: "plan", what: anExercise.name, date: anExercise.day, outcome: null }]);
  await post("save", { "evidence.0.occurrence": String(id) });
  expect(content()?.evidence).toEqual([]);
});

test("what the actor has nothing to do with cannot be taken, and a made-up reference leads nowhere", async () => {
  const strangers = storeOccurrence(connection.db, office, { participants: ["attunda"] });
  await post(`take.occurrence.${strangers}`, { comment: "Mitt." });
  expect(content()).toMatchObject({ comment: "Mitt.", evidence: [] });
  await post("save", rowIn(strangers));
  expect(view()).toMatchObject({ linked: [], occurrences: [] });
});

test("one taken away is not offered; what points to it stays, with the way to why", async () => {
  const id = storeOccurrence(connection.db, by);
  await post(`take.occurrence.${id}`);
  removeOccurrence(connection.db, { id, baseRevision: 1, saveId: "bort", reason: "Dubblett" }, by);
  expect(view()).toMatchObject({ occurrences: [], linked: [{ id }] });
  expect(content()?.evidence).toHaveLength(1);
  expect(history(routeArgs(connection.db, `${path}/historik`, { cookie, params })).linked).toMatchObject([{ id }]);
});

test.each([
  ["older than 24 months before the closing day", "2024-05-30", 0],
  ["on the first day that counts", "2024-05-31", 1],
])("one %s: %s, offered %i", (_what, day, offered) => {
  storeOccurrence(connection.db, by, { day });
  expect(view().occurrences).toHaveLength(offered);
});

test("those with something noted of the sub-capability come first", () => {
  const noted = storeOccurrence(connection.db, by, { day: "2026-01-01" });
  const newer = storeOccurrence(connection.db, by, { day: "2026-02-01" });
  storeObservation(connection.db, noted, by);
  expect(view().occurrences.map(({ evidence }) => evidence.occurrence)).toEqual([noted, newer]);
});
