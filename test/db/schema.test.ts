import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { keptOfActors } from "#db/queries/rounds.ts";

const { sqlite } = openDatabase(":memory:");

test("every table of ours is STRICT", () => {
  const tables = sqlite
    .prepare(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string; strict: number }[];
  const loose = tables.filter((table) => table.strict !== 1).map((table) => table.name);
  // Drizzle's migrator makes its own journal table and knows no STRICT.
  expect(loose).toEqual(["__drizzle_migrations"]);
  expect(tables.length).toBeGreaterThan(15);
});

test("foreign keys and full synchronisation are on", () => {
  expect(sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(sqlite.pragma("synchronous", { simple: true })).toBe(2);
});

test.each([
  "answer_revision",
  "submission",
  "submission_answer",
  "submission_end",
  "send_back_comment",
  "approval",
  "reopening",
  "decision",
  "decision_level",
  "proposal_revision",
  "proposal_row",
  "proposal_remark",
  "ambition_goal",
  "definition_publication",
  "delegation",
  "delegation_end",
  "delegation_mark",
  "actor_change",
  "round_actor_change",
  "measure",
  "measure_revision",
  "measure_state",
  "common_function_revision",
  "goal_area_link",
  "operations_plan",
  "plan_version",
  "plan_adoption",
  "plan_presentation",
  "plan_discard",
  "activity",
  "activity_revision",
  "activity_sub",
  "activity_actor",
  "activity_check",
  "activity_note",
  "plan_proposal_act",
  "occurrence",
  "occurrence_revision",
  "occurrence_participant",
  "observation",
  "observation_revision",
])("%s is append-only", (table) => {
  const triggers = sqlite
    .prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
    .all(table) as { sql: string }[];
  expect(triggers.some(({ sql }) => sql.includes("BEFORE UPDATE"))).toBe(true);
  expect(triggers.some(({ sql }) => sql.includes("BEFORE DELETE"))).toBe(true);
});

test("no table stores a cell's status, gap or share", () => {
  const columns = sqlite
    .prepare(
      "SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
    )
    .all() as { name: string }[];
  expect(columns.filter(({ name }) => /status|gap|share/.test(name))).toEqual([]);
});

// A round that opens anew drops the actors that have nothing there: what points to them must not be left out of that.
test("every table that belongs to a frozen actor keeps it in its round, but a workbook that waits", () => {
  const keys = sqlite
    .prepare(
      `SELECT m.name AS name, k."from" AS column FROM sqlite_master m, pragma_foreign_key_list(m.name) k
       WHERE m.type = 'table' AND k."table" = 'round_actor' AND k."to" = 'year'`,
    )
    .all() as { name: string; column: string }[];
  expect(Object.fromEntries(keys.map(({ name, column }) => [name, column]))).toEqual({
    ...keptOfActors,
    workbook_import: "year",
  });
});
