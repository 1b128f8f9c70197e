import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { demoLinks } from "#cli/demo/links.ts";
import { makeDemoFile } from "#cli/demo/make.ts";
import { playDemo } from "#cli/demo/play.ts";
import { type Connection, type Db, openDatabase } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { isDemo } from "#db/queries/meta.ts";
import { listMemberships } from "#db/queries/people.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import { listRoundActors, listRounds } from "#db/queries/rounds.ts";
import { listCountedAnswers, listSubmissions } from "#db/queries/submissions.ts";
import { roles } from "#domain/access.ts";
import { computeResults } from "#domain/aggregate.ts";
import { causes } from "#domain/answer.ts";
import { delegationState } from "#domain/delegation.ts";
import { roundState } from "#domain/round.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";

const now = new Date("2026-11-22T03:34:00.000Z");

function played(): Connection {
  const connection = openDatabase(":memory:");
  playDemo(connection.db, now);
  return connection;
}

function resultsOf(db: Db, year: number) {
  const definition = findDefinition(db, "2019");
  if (!definition) throw new Error("no definition");
  const actors = listRoundActors(db, year).map(({ actorId, ...actor }) => ({ ...actor, id: actorId }));
  const decisions = listLevelDecisions(db, year);
  return computeResults({ definition, actors, decisions, answers: listCountedAnswers(db, year) });
}

/** Every row of the tables that tell of the rounds, without the ids that are drawn anew each time. */
function tellingRows({ sqlite }: Connection) {
  const answers = "SELECT year, actor_id, code, revision, save_id, content, saved_at FROM answer_revision";
  return [
    "SELECT * FROM actor",
    "SELECT email, name FROM person ORDER BY email",
    "SELECT * FROM round",
    "SELECT * FROM round_actor",
    "SELECT actor_id, sequence, kind, day, before, after, reason, recorded_at FROM actor_change",
    "SELECT year, actor_id, kind, before, after, reason, recorded_at FROM round_actor_change",
    "SELECT * FROM decision_level",
    "SELECT year, sequence, decided_on, reference, recorded_at FROM decision",
    "SELECT year, actor_id, number, submitted_at FROM submission",
    "SELECT * FROM submission_answer",
    "SELECT year, actor_id, number, approved_at, paper_date, reference FROM approval",
    "SELECT year, actor_id, number, kind, ended_at, note FROM submission_end",
    "SELECT * FROM send_back_comment",
    "SELECT year, actor_id, reason, last_day, reopened_at FROM reopening",
    "SELECT year, actor_id, sequence, capability, delegated_at FROM delegation",
    "SELECT year, actor_id, sequence, taken_back_at FROM delegation_end",
    "SELECT * FROM delegation_mark",
    answers,
  ].map((query) => sqlite.prepare(query).all());
}

describe("the demo's rounds", () => {
  const connection = played();
  const { db } = connection;
  const released = resultsOf(db, 2025);
  const open = resultsOf(db, 2026);
  const cells = [...released.cells, ...open.cells];

  test("are two released and one open, which closes in three weeks, in a database marked as demo", () => {
    const states = listRounds(db).map((round) => [round.year, roundState(round, now), round.closingDay]);
    expect(states).toEqual([
      [2026, "open", "2026-12-13"],
      [2025, "released", "2025-12-21"],
      [2024, "released", "2024-12-15"],
    ]);
    expect(isDemo(db)).toBe(true);
  });

  test("hold every level, cause and status that the 2019 definition can yield", () => {
    expect(new Set(cells.map(({ level }) => level))).toEqual(new Set([null, 0, 1, 2, 3, 4]));
    expect(new Set(cells.flatMap((cell) => cell.causes))).toEqual(new Set(causes));
    const statuses = ["missing", "unknown", "no_minimum", "below_minimum", "meets_minimum", "meets_ambition"];
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(released.cells.map(({ status }) => status))).toEqual(new Set(statuses));
  });

  test("have silent actors, some that have submitted, and some half way", () => {
    const answering = new Set(listSubmissions(db, 2025).map(({ actorId }) => actorId));
    const silent = listRoundActors(db, 2025).filter(({ actorId }) => !answering.has(actorId));
    expect(silent.map(({ shortName }) => shortName).sort()).toEqual(["Kustbevakningen", "Salem", "Vaxholm"]);
    expect(listSubmissions(db, 2026)).toHaveLength(22);
  });

  test("have a designated actor of several kinds, and a decision that replaces an earlier one", () => {
    const designated = listRoundActors(db, 2026).filter((actor) => actor.designated);
    expect(new Set(designated.map(({ category }) => category)).size).toBeGreaterThan(2);
    const ofComms = listLevelDecisions(db, 2026).filter(({ code, group }) => code === "5:2" && group === "all");
    expect(ofComms.map(({ sequence, minimum }) => [sequence, minimum])).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(listDecisions(db, 2025)).toHaveLength(2);
  });

  test("have submissions approved in the tool and on paper, one sent back and one reopened", () => {
    const progress = listActorProgress(db, 2026);
    const named = (key: "approvedAt" | "sentBackAt" | "reopenedUntil") =>
      progress.filter((actor) => actor[key] !== null).map(({ shortName }) => shortName);
    expect(named("approvedAt")).toHaveLength(3);
    expect(named("sentBackAt")).toEqual(["Sundbyberg"]);
    // Tyresö is reopened, the other was given more time.
    expect(named("reopenedUntil")).toHaveLength(2);
    expect(named("reopenedUntil")).toContain("Tyresö");
    expect(progress.filter(({ submittedAt }) => submittedAt !== null)).toHaveLength(21);
  });

  test("show one actor with 17 of 28 ready", () => {
    const view = viewAssessment(db, { year: 2026, actorId: "haninge-kommun" }, now);
    expect(view).toMatchObject({ view: { ready: 17, total: 28 } });
  });

  test("show delegations that are ready, held and taken back, and a person with two roles", () => {
    const states = listDelegations(db, { year: 2026, actorId: "haninge-kommun" }, now.toISOString()).map(
      delegationState,
    );
    expect(new Set(states)).toEqual(new Set(["ready", "held", "taken_back"]));
    const people = listMemberships(db, now.toISOString()).map(({ personId }) => personId);
    expect(people.length).toBe(new Set(people).size + 1);
  });

  test("can be signed in to as every role", () => {
    const links = demoLinks(db, now, "http://localhost:3000");
    expect(new Set(links.map(({ role }) => role))).toEqual(new Set(roles));
    const memberships = new Set(listMemberships(db, now.toISOString()).map(({ membershipId }) => membershipId));
    for (const { url } of links) expect(memberships).toContain(url.replace("http://localhost:3000/demo/", ""));
  });

  // Plays two whole years once more: slow on a busy machine.
  test("are the same for the same clock", { timeout: 120_000 }, () => {
    expect(tellingRows(played())).toEqual(tellingRows(connection));
  });

  test("hold nothing that happens after the clock", () => {
    const { sqlite } = connection;
    const latest = sqlite.prepare("SELECT max(saved_at) AS at FROM answer_revision").get() as { at: string };
    expect(latest.at < now.toISOString()).toBe(true);
  });
});

describe("the demo's file", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("never replaces a database that is not a demo", () => {
    const path = join(folder, "real.sqlite");
    openDatabase(path).close();
    const before = readFileSync(path);
    expect(() => makeDemoFile(path, now)).toThrow(/ingen exempeldatabas/);
    expect(readFileSync(path)).toEqual(before);
  });

  test("never replaces a file that is no database", () => {
    const path = join(folder, "text.sqlite");
    writeFileSync(path, "något annat");
    expect(() => makeDemoFile(path, now)).toThrow(/ingen exempeldatabas/);
    expect(existsSync(`${path}.new`)).toBe(false);
  });
});
