import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { updateActor } from "#db/queries/actors.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import type { Role } from "#domain/access.ts";
import { maxObservations } from "#domain/occurrence.ts";
import { aCapability, aSubCapability } from "#test/support/builders.ts";
import { anExercise, storeObservation, storeOccurrence } from "#test/support/occurrences.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeDefinition, storeRound } from "#test/support/stored.ts";
import { storeNextVersion } from "#test/support/versions.ts";
import { readObservedShortcomings } from "#usecases/read-observed-shortcomings.ts";
import { codesIn, readOccurrences } from "#usecases/read-occurrences.ts";
import { editObservation, noteObservation, removeObservation } from "#usecases/save-observation.ts";
import {
  editOccurrence,
  type RecordedBy,
  recordOccurrence,
  removeOccurrence,
  restoreOccurrence,
} from "#usecases/save-occurrence.ts";
import { viewOccurrence, viewOccurrences } from "#usecases/view-occurrences.ts";

let connection: Connection;
let office: RecordedBy;
let haninge: RecordedBy;
let solna: RecordedBy;
let attunda: RecordedBy;
let chiefGroup: RecordedBy;
const everything = { year: null, kind: null, code: null, definition: null, removed: false };

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  const person = (role: Role, actorId: string | null = null): RecordedBy => ({
    role,
    actorId,
    now: testNow,
    personId: signedIn(connection.db, { role, actorId }).personId,
  });
  office = person("office");
  haninge = person("coordinator", "haninge");
  solna = person("contributor", "solna");
  attunda = person("coordinator", "attunda");
  chiefGroup = person("chief_group");
});

const record = (by: RecordedBy, change: object = {}, saveId: string = randomUUID()) =>
  recordOccurrence(connection.db, { content: { ...anExercise, ...change }, saveId }, by);
const rowsFor = (reader: RecordedBy, filter: Partial<typeof everything> | object = {}) =>
  viewOccurrences(connection.db, { ...everything, ...filter }, reader).rows;
const seen = (id: number, reader: RecordedBy) => readOccurrences(connection.db, reader, [id])[0];
const edit = (id: number, baseRevision: number, by: RecordedBy, change: object = {}) =>
  editOccurrence(connection.db, { id, baseRevision, saveId: randomUUID(), content: { ...anExercise, ...change } }, by);

describe("recording", () => {
  test("an actor that records took part, also when it forgets itself", () => {
    record(haninge, { participants: ["solna"] });
    expect(rowsFor(office)[0]?.participants.map(({ id }) => id)).toEqual(["haninge", "solna"]);
  });

  test("the same form sent twice is one record; another text with its id is refused", () => {
    const saveId = randomUUID();
    const first = record(haninge, {}, saveId);
    expect(record(haninge, {}, saveId)).toEqual(first);
    expect(rowsFor(haninge)).toHaveLength(1);
    expect(record(haninge, { name: "Något annat" }, saveId)).toEqual({ ok: false, problem: "save_id_taken" });
    expect(record(solna, {}, saveId)).toEqual({ ok: false, problem: "save_id_taken" });
  });

  test("everyone is who was a member that day", () => {
    updateActor(connection.db, { id: "solna", memberUntil: "2026-01-01" });
    record(office, { participants: [], everyone: true });
    expect(rowsFor(office)[0]?.participants.map(({ id }) => id)).toEqual(["attunda", "haninge"]);
  });

  test("the office names at least one that took part", () => {
    expect(record(office, { participants: [] })).toEqual({ ok: false, problem: "no_participants" });
  });

  test("an actor that is not in the register is refused, and one that had left by that day is named", () => {
    expect(record(office, { participants: ["borta"] })).toEqual({ ok: false, problem: "unknown_participant" });
    updateActor(connection.db, { id: "solna", memberUntil: "2026-02-10" });
    expect(record(office)).toEqual({ ok: false, problem: "participant_left", names: ["Solna stad"] });
    expect(record(office, { day: "2026-02-09" })).toMatchObject({ ok: true });
  });

  test.each(["approver", "chief_group", "council"] as const)("%s records nothing", (role) => {
    const by = { ...haninge, role, actorId: role === "approver" ? "haninge" : null };
    expect(record(by)).toEqual({ ok: false, problem: "not_yours" });
  });
});

describe("changing", () => {
  test("two editors never write over each other", () => {
    const id = storeOccurrence(connection.db, haninge);
    expect(edit(id, 1, haninge, { name: "Övning Is" })).toMatchObject({ ok: true });
    expect(edit(id, 1, haninge, { name: "Övning Regn" })).toEqual({ ok: false, problem: "stale" });
    expect(seen(id, haninge)).toMatchObject({ name: "Övning Is", revision: 2 });
  });

  test("nobody changes what another recorded, the office neither", () => {
    const id = storeOccurrence(connection.db, haninge);
    expect(edit(id, 1, solna)).toEqual({ ok: false, problem: "not_yours" });
    expect(edit(id, 1, office)).toEqual({ ok: false, problem: "not_yours" });
    expect(edit(id, 1, attunda)).toEqual({ ok: false, problem: "unknown_occurrence" });
    expect(edit(99, 1, haninge)).toEqual({ ok: false, problem: "unknown_occurrence" });
  });

  test("who has left since may stay among those that took part", () => {
    const id = storeOccurrence(connection.db, office);
    updateActor(connection.db, { id: "solna", memberUntil: "2026-02-01" });
    expect(edit(id, 1, office, { name: "Övning Is" })).toMatchObject({ ok: true });
  });

  test("what is taken away leaves the list with its reason, and can come back", () => {
    const id = storeOccurrence(connection.db, haninge);
    const own = { id, saveId: randomUUID(), baseRevision: 1 };
    expect(removeOccurrence(connection.db, { ...own, reason: "Dubblett" }, haninge)).toMatchObject({ ok: true });
    expect(removeOccurrence(connection.db, { ...own, reason: "Dubblett" }, haninge)).toMatchObject({ ok: true });
    expect(rowsFor(solna)).toEqual([]);
    expect(rowsFor(solna, { removed: true })[0]).toMatchObject({ id, reason: "Dubblett", revision: 2 });
    const note = { occurrenceId: id, saveId: "n", content: { code: "1:1", worked: "Ja", shortcomings: "" } };
    expect(noteObservation(connection.db, note, haninge)).toEqual({ ok: false, problem: "removed" });
    const back = { id, saveId: randomUUID(), baseRevision: 2 };
    expect(restoreOccurrence(connection.db, back, haninge)).toMatchObject({ ok: true });
    expect(rowsFor(solna)).toHaveLength(1);
  });
});

describe("observations", () => {
  const note = (occurrenceId: number, by: RecordedBy, change: object = {}, saveId: string = randomUUID()) =>
    noteObservation(
      connection.db,
      { occurrenceId, saveId, content: { code: "1:1", worked: "Larmet gick fram.", shortcomings: "", ...change } },
      by,
    );

  test("what an actor notes of itself is its own, the office's and the chief group's to read", () => {
    const id = storeOccurrence(connection.db, haninge);
    note(id, haninge);
    note(id, solna, { worked: "", shortcomings: "Vi kom för sent." });
    note(id, office, { worked: "Alla kom." });
    const notedBy = (reader: RecordedBy) => seen(id, reader)?.observations.map(({ actorId }) => actorId);
    expect(notedBy(haninge)).toEqual([null, "haninge"]);
    expect(notedBy(solna)).toEqual([null, "solna"]);
    expect(notedBy(office)).toEqual([null, "haninge", "solna"]);
    expect(notedBy(chiefGroup)).toEqual([null, "haninge", "solna"]);
    expect(seen(id, attunda)).toBeUndefined();
  });

  test("stand by who noted them and then by code, whichever was noted first", () => {
    const id = storeOccurrence(connection.db, haninge);
    for (const code of ["2:1", "1:2", "1:1"]) note(id, haninge, { code });
    note(id, office, { code: "1:2" });
    const order = seen(id, office)?.observations.map(({ actorId, code }) => [actorId, code]);
    expect(order).toEqual([[null, "1:2"], ...["1:1", "1:2", "2:1"].map((code) => ["haninge", code])]);
  });

  test("a stranger notes nothing, and is not told that there is something", () => {
    const id = storeOccurrence(connection.db, haninge);
    expect(note(id, attunda)).toEqual({ ok: false, problem: "unknown_occurrence" });
    expect(note(id, chiefGroup)).toEqual({ ok: false, problem: "not_yours" });
  });

  test("another's observation is unknown to one that may not read it", () => {
    const id = storeOccurrence(connection.db, haninge);
    note(id, haninge);
    const own = { occurrenceId: id, number: 1, baseRevision: 1, saveId: randomUUID() };
    expect(removeObservation(connection.db, own, solna)).toEqual({ ok: false, problem: "unknown_observation" });
    expect(removeObservation(connection.db, own, office)).toEqual({ ok: false, problem: "not_yours" });
  });

  test("a stale change is refused, a repeated one is done already", () => {
    const id = storeOccurrence(connection.db, haninge);
    note(id, haninge);
    const own = { occurrenceId: id, number: 1, baseRevision: 1 };
    const content = { code: "1:2", worked: "", shortcomings: "Listan var gammal." };
    const change = { ...own, saveId: "ändring", content };
    expect(editObservation(connection.db, change, haninge)).toEqual({ ok: true });
    expect(editObservation(connection.db, change, haninge)).toEqual({ ok: true });
    expect(editObservation(connection.db, { ...change, saveId: "annan" }, haninge)).toEqual({
      ok: false,
      problem: "stale",
    });
    expect(seen(id, haninge)?.observations).toMatchObject([{ ...content, number: 1, revision: 2, version: "test" }]);
    removeObservation(connection.db, { ...own, baseRevision: 2, saveId: "bort" }, haninge);
    expect(seen(id, haninge)?.observations).toEqual([]);
  });

  test("a code that the day's definition does not have is refused", () => {
    const id = storeOccurrence(connection.db, haninge);
    expect(note(id, haninge, { code: "9:9" })).toEqual({ ok: false, problem: "unknown_code" });
  });

  test("one actor notes at most a hundred in one event, and others still can", () => {
    const id = storeOccurrence(connection.db, haninge);
    for (let each = 0; each < maxObservations; each += 1) expect(note(id, haninge)).toEqual({ ok: true });
    expect(note(id, haninge)).toEqual({ ok: false, problem: "too_many" });
    expect(note(id, solna)).toEqual({ ok: true });
  });

  test("a code is of the version of that year's round, else of the one published last", () => {
    storeDefinition(connection.db, {
      version: "uppdaterad",
      capabilities: [aCapability(7, [aSubCapability("7:1")])],
    });
    const inRound = storeOccurrence(connection.db, haninge);
    const without = storeOccurrence(connection.db, haninge, { day: "2025-02-10" });
    expect(viewOccurrence(connection.db, inRound, { ...haninge, today: "2026-03-02" })?.subs).toHaveLength(3);
    expect(note(inRound, haninge, { code: "7:1" })).toEqual({ ok: false, problem: "unknown_code" });
    expect(note(without, haninge, { code: "7:1" })).toEqual({ ok: true });
    const inForce = findDefinition(connection.db, "test");
    if (!inForce) throw new Error("The round has no definition.");
    const codeOf = codesIn(connection.db, inForce);
    expect(seen(without, haninge)?.observations.map(codeOf)).toEqual([null]);
  });
});

describe("what did not work, for the proposals of the plan", () => {
  const found = (now = testNow) => {
    const definition = findDefinition(connection.db, "test");
    if (!definition) throw new Error("The round has no definition.");
    return Object.fromEntries(readObservedShortcomings(connection.db, definition, now));
  };
  const short = { worked: "", shortcomings: "Vi kom för sent." };

  test("counts events and the actors that said it of themselves", () => {
    const first = storeOccurrence(connection.db, office);
    const second = storeOccurrence(connection.db, office, { day: "2026-01-10" });
    storeObservation(connection.db, first, haninge, short);
    storeObservation(connection.db, first, solna, { ...short, code: "1:2" });
    storeObservation(connection.db, second, office, short);
    storeObservation(connection.db, second, haninge);
    expect(found()).toEqual({
      "1:1": { occurrences: 2, actors: ["haninge"] },
      "1:2": { occurrences: 1, actors: ["solna"] },
    });
  });

  test("leaves out what was taken away, and what is older than 24 months", () => {
    const gone = storeOccurrence(connection.db, haninge);
    storeObservation(connection.db, gone, haninge, short);
    expect(found(new Date("2028-02-10T11:00:00.000Z"))).toHaveProperty("1:1");
    expect(found(new Date("2028-02-11T11:00:00.000Z"))).toEqual({});
    removeOccurrence(connection.db, { id: gone, baseRevision: 1, saveId: "bort", reason: "Fel" }, haninge);
    expect(found()).toEqual({});
  });
});

describe("the list", () => {
  test("shows an actor what it has to do with, and narrows by year, kind and sub-capability", () => {
    const own = storeOccurrence(connection.db, haninge);
    const event = { kind: "event", name: "Elavbrottet", day: "2025-11-20" };
    const other = storeOccurrence(connection.db, office, { ...event, participants: ["haninge", "attunda"] });
    storeOccurrence(connection.db, office, { ...event, participants: ["attunda"] });
    storeObservation(connection.db, own, haninge, { code: "1:2" });
    storeObservation(connection.db, other, attunda, { code: "2:1" });
    const ids = (filter: object) => rowsFor(haninge, filter).map(({ id }) => id);
    expect(ids({})).toEqual([own, other]);
    expect(rowsFor(office)).toHaveLength(3);
    expect(ids({ year: 2025 })).toEqual([other]);
    expect(ids({ kind: "exercise" })).toEqual([own]);
    expect(ids({ code: "1:2" })).toEqual([own]);
    // What another actor noted must not be told by what a filter finds.
    expect(ids({ code: "2:1" })).toEqual([]);
  });

  test("takes a code as one of the version that the link names, as another has it no longer", () => {
    const own = storeOccurrence(connection.db, haninge);
    storeObservation(connection.db, own, haninge, { code: "1:2" });
    storeNextVersion(connection.db);
    const ids = (filter: object) => rowsFor(haninge, filter).map(({ id }) => id);
    expect(ids({ code: "1:2", definition: "next" })).toEqual([]);
    expect(ids({ code: "1:2", definition: "test" })).toEqual([own]);
  });

  test.each(["draft", "none"])(
    "names nobody the sub-capabilities of a version that is not published: %s",
    (definition) => {
      const capabilities = [aCapability(8, [aSubCapability("8:1")])];
      storeDefinition(connection.db, { version: "draft", capabilities }, { draft: true });
      const { subs } = viewOccurrences(connection.db, { ...everything, definition }, haninge);
      expect(subs.map(({ code }) => code)).toEqual(["1:1", "1:2", "2:1"]);
    },
  );
});
