import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, type Db, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertRoundActors } from "#db/queries/rounds.ts";
import type { CouncilBasis } from "#exports/council-basis-schema.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { readCsv } from "#test/support/csv.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeVector, vectorYear } from "#test/support/store-vector.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { readVectors } from "#test/support/vectors.ts";
import { exportBasis } from "#usecases/export-basis.ts";
import { loadCouncilBasis } from "#usecases/load-council-basis.ts";
import { loadPlanningBasis } from "#usecases/load-planning-basis.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { noteMeasure } from "#usecases/save-measure.ts";
import { viewOverview } from "#usecases/view-overview.ts";
import { viewRegion } from "#usecases/view-region.ts";

const making = { now: testNow, madeBy: "testet" };
const hard = '<b>&amp; "citat" ]]> 😀 =1+1\nrad två\u0007 slut';

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

async function files(db: Db, format: "json" | "csv", { isCouncil = false, year = testYear } = {}) {
  const made = await exportBasis(db, { year, format, isCouncil }, making);
  if (!made.ok) throw new Error(made.problem);
  return made.files.map(({ content }) => String(content));
}

/** The JSON file, held against the schema that comes beside it. */
async function checkedJson<Basis>(db: Db, options = {}): Promise<Basis> {
  const [json = "", schema = ""] = await files(db, "json", options);
  const ajv = new Ajv({ strict: true, allErrors: true, validateFormats: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
  return JSON.parse(json) as Basis;
}

/** Adds actors who have answered 1:1. */
function answerBy(db: Db, count: number, level: number): void {
  for (let n = 1; n <= count; n += 1) {
    const actor = { name: `Extra ${n}`, shortName: `Extra ${n}`, category: "övrig", designated: false };
    insertActor(db, { id: `extra-${n}`, ...actor });
    insertRoundActors(db, [{ year: testYear, actorId: `extra-${n}`, ...actor }]);
    storeSubmission(db, `extra-${n}`, { "1:1": { level } });
  }
}

function noteFor(db: Db, what: string): void {
  const { personId } = signedIn(db, { role: "coordinator", actorId: "haninge" });
  const content = { what, holder: "Säkerhetsenheten", dueDay: "2026-12-31" };
  const measure = { year: testYear, actorId: "haninge", code: "1:1", saveId: crypto.randomUUID(), content };
  expect(noteMeasure(db, measure, { now: testNow, personId, role: "coordinator" })).toEqual({ ok: true });
}

describe("the JSON file", () => {
  test.each(readVectors().filter(({ name }) => /-[2456]$/.test(name)))(
    "of $name follows its schema, and its numbers are the core's",
    async (vector) => {
      const { db } = connection;
      storeVector(db, vector);
      const basis = await checkedJson<PlanningBasis>(db, { year: vectorYear });
      const { expected } = vector;
      const place = ({ actor, code }: { actor: string; code: string }) => `${actor} ${code}`;
      const inOrder = <Cell extends { actor: string; code: string }>(cells: Cell[]) =>
        cells.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
      expect(inOrder(basis.cells.map(({ confidence: _c, ...cell }) => cell))).toEqual(inOrder(expected.cells));
      expect(basis.priority).toEqual(expected.priority);
      expect(basis.subCapabilities).toMatchObject(expected.regional);
      expect(basis.capabilities).toMatchObject(
        expected.capabilities.map(({ capability, ...summary }) => ({ number: capability, ...summary })),
      );
      const totals = new Map(expected.actors.map(({ actor, total }) => [actor, total]));
      expect(basis.actors).toHaveLength(totals.size);
      for (const actor of basis.actors) expect(actor).toMatchObject(totals.get(actor.id) ?? {});
    },
  );

  test.each(["planned", "open", "closed", "released"] as const)(
    "of a round that is %s and has neither answers nor decisions follows its schema, and says so",
    async (state) => {
      storeRound(connection.db, state);
      const basis = await checkedJson<PlanningBasis>(connection.db);
      expect(basis.about).toMatchObject({ round: { state }, decisions: [], coverage: { submitted: 0, answered: 0 } });
      expect(basis.about.secrecy).not.toBe("");
      expect(basis.priority).toEqual([]);
      expect(basis.subCapabilities.map(({ shareMeeting }) => shareMeeting)).toEqual([null, null, null]);
    },
  );

  test("says the year, the version, the decisions, the coverage, when and by whom", async () => {
    const { db } = connection;
    storeRound(db, "open");
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }]);
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }], 2);
    storeSubmission(db, "haninge", { "1:1": { level: 1 } });
    const { about } = await checkedJson<PlanningBasis>(db);
    expect(about).toMatchObject({
      year: 2026,
      definition: { version: "test" },
      coverage: { actors: 3, submitted: 1, answered: 1, applicable: 9 },
      madeAt: "2026-03-02T11:00:00.000Z",
      madeAtStockholm: "2 mars 2026 kl. 12:00",
      madeBy: "testet",
    });
    expect(about.decisions.map(({ sequence, inForce }) => [sequence, inForce])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test.each([hard, "å".repeat(900), "=1+1", "  Öva  "])("holds a measure as it was typed: %j", async (what) => {
    const { db } = connection;
    storeRound(db, "open");
    noteFor(db, what);
    storeSubmission(db, "haninge", { "1:1": { level: 1 } });
    const { measures } = await checkedJson<PlanningBasis>(db);
    expect(measures.map((measure) => measure.what)).toEqual([what]);
    const [row] = readCsv((await files(db, "csv"))[2] ?? "");
    expect(row?.what).toBe(what.startsWith("=") ? `'${what}` : what);
    expect(row).toMatchObject({ due: "2026-12-31", first_due: "2026-12-31" });
  });
});

describe("a measure", () => {
  test("that was noted after the submission is not in it, nor is a silent actor's", async () => {
    const { db } = connection;
    storeRound(db, "open");
    noteFor(db, "Före");
    expect((await checkedJson<PlanningBasis>(db)).measures).toEqual([]);
    storeSubmission(db, "haninge", { "1:1": { level: 1 } });
    const { personId } = signedIn(db, { role: "office" });
    const reopening = { year: testYear, actorId: "haninge", reason: "Fel", lastDay: "2026-05-31" };
    expect(reopenAssessment(db, reopening, { now: testNow, personId, role: "office" })).toMatchObject({
      ok: true,
    });
    noteFor(db, "Efter");
    expect((await checkedJson<PlanningBasis>(db)).measures.map(({ what }) => what)).toEqual(["Före"]);
  });
});

describe("the council's variant", () => {
  test.each(["planned", "open", "closed"] as const)("does not exist while the round is %s", (state) => {
    storeRound(connection.db, state);
    expect(loadCouncilBasis(connection.db, testYear, making)).toEqual({ waits: true });
  });

  test("holds no actor's id, name or answer, and no more than the council's pages show", async () => {
    const { db } = connection;
    storeRound(db, "open");
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
    noteFor(db, "Hemlig åtgärd");
    storeSubmission(db, "haninge", { "1:1": { level: 1, causes: ["planning"] }, "1:2": { level: 2 } });
    answerBy(db, 5, 1);
    connection.sqlite.exec(
      `UPDATE round SET closed_at = '${testNow.toISOString()}', released_at = '${testNow.toISOString()}'`,
    );
    const basis = await checkedJson<CouncilBasis>(db, { isCouncil: true });
    const all = JSON.stringify([basis, await files(db, "csv", { isCouncil: true })]);
    for (const secret of ["haninge", "Haninge", "Extra", "Hemlig", "cells", "distribution"])
      expect(all).not.toContain(secret);
    expect(basis.subCapabilities.map(({ code, shown }) => [code, shown])).toEqual([
      ["1:1", "all"],
      ["1:2", "nothing"],
      ["2:1", "nothing"],
    ]);
    expect(basis.subCapabilities[1]).toMatchObject({ answered: null, shareMeeting: null });
    const by = { now: testNow };
    const page = viewRegion(db, { year: testYear, mustWait: true }, by);
    expect(basis.subCapabilities).toMatchObject(page?.capabilities.flatMap(({ rows }) => rows) ?? []);
    const overview = viewOverview(db, { year: testYear, isCouncil: true }, by);
    expect(overview).toMatchObject({ reach: basis.reach, coverage: { answered: basis.about.coverage.answered } });
    expect(basis.priority.map(({ code, notMeeting }) => [code, notMeeting])).toEqual([["1:1", 6]]);
  });
});

test("an unknown year has no files", async () => {
  for (const isCouncil of [true, false])
    expect(await exportBasis(connection.db, { year: 2031, format: "json", isCouncil }, making)).toEqual({
      ok: false,
      problem: "unknown_round",
    });
});

test("an export during a save shows one moment: all of before it, or all of after", () => {
  const folder = mkdtempSync(join(tmpdir(), "formagekollen-moment-"));
  const path = join(folder, "test.sqlite");
  const [reader, writer] = [openDatabase(path), openDatabase(path)];
  storeRound(writer.db, "open");
  noteFor(writer.db, "Åtgärden");
  // The export's own connection, on which somebody else saves everything right after its first query.
  let queries = 0;
  const disturbed = new Proxy(reader.db, {
    get(target, name) {
      if (name === "select") queries += 1;
      if (name === "select" && queries === 2) {
        storeDecision(writer.db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
        storeSubmission(writer.db, "haninge", { "1:1": { level: 1 } });
      }
      return Reflect.get(target, name);
    },
  });
  const during = loadPlanningBasis(disturbed, testYear, making);
  const after = loadPlanningBasis(reader.db, testYear, making);
  expect(queries).toBeGreaterThan(2);
  const said = (basis: PlanningBasis | undefined) => [
    basis?.about.decisions.length,
    basis?.about.coverage.submitted,
    basis?.cells.filter(({ status }) => status !== "missing").length,
    basis?.measures.length,
  ];
  expect([said(during), said(after)]).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ]);
  for (const { close } of [reader, writer]) close();
  rmSync(folder, { recursive: true });
});
