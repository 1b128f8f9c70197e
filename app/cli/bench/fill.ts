// A database as large as asked for, filled in SQL: what is measured is reading, so the rows need only be of the right form.
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertRound } from "#db/queries/rounds.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { loadDefinitions, readDefinitionFiles } from "#usecases/load-definitions.ts";

const yearCount = 10;
/** The newest round: the one that is measured. */
export const benchYear = 2026;
const version = "2019";
const at = "2026-02-01T08:00:00.000Z";
const content = JSON.stringify({
  ...emptyAnswer(),
  reason: "Rutinen är beslutad och känd av dem som berörs, men har inte prövats sedan omorganisationen.",
  comment: "Prövas i höstens övning tillsammans med grannkommunerna.",
});

const actors = `
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
  INSERT INTO actor (id, name, short_name, category, designated)
  SELECT 'aktor-' || i, 'Aktör ' || i, 'Aktör ' || i,
    CASE i % 6 WHEN 0 THEN 'blåljus' WHEN 1 THEN 'trafik' WHEN 2 THEN 'övrig' ELSE 'kommun' END, i % 4 = 0
  FROM n`;
const frozen = `
  INSERT INTO round_actor (year, actor_id, name, short_name, category, designated)
  SELECT @year, id, name, short_name, category, designated FROM actor`;
const submissions = `
  INSERT INTO submission (year, actor_id, number, submitted_at) SELECT @year, id, 1, @at FROM actor`;
// A level that differs with actor, code and year; one in eleven is unknown.
const revisions = `
  INSERT INTO answer_revision
    (year, actor_id, code, revision, save_id, kind, level, confidence, causes, content, saved_at)
  SELECT @year, id, code, 1, @year || ' ' || id || ' ' || code,
    iif(mix % 11 = 0, 'unknown', 'level'), iif(mix % 11 = 0, NULL, mix % 5), 'medium',
    iif(mix % 5 < 3, '["training","exercise"]', '[]'), @content, @at
  FROM (SELECT actor.id, code.value AS code, actor.rowid * 7 + code.key * 3 + @year AS mix
    FROM actor, json_each(@codes) code)`;
const answers = `
  INSERT INTO submission_answer (year, actor_id, number, code, revision)
  SELECT year, actor_id, 1, code, 1 FROM answer_revision WHERE year = @year`;

/** Ten released rounds of `actorCount` actors who have all answered everything, with a minimum and an ambition everywhere. */
export function fillDatabase(path: string, actorCount: number): Connection {
  const connection = openDatabase(path);
  const { db, sqlite } = connection;
  // What is lost when the machine stops here is a copy of nothing.
  sqlite.pragma("synchronous = OFF");
  sqlite.pragma("foreign_keys = OFF");
  loadDefinitions(db, readDefinitionFiles("capabilities"), new Date(at));
  const definition = findDefinition(db, version);
  if (!definition) throw new Error(`There is no definition ${version}.`);
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  sqlite.transaction(() => {
    sqlite.prepare(actors).run({ count: actorCount });
    for (let year = benchYear - yearCount + 1; year <= benchYear; year += 1) {
      const closingDay = `${year}-05-31`;
      insertRound(db, {
        ...{ year, definitionVersion: version, closingDay, originalClosingDay: closingDay },
        ...{ createdAt: at, openedAt: at, closedAt: at, releasedAt: at },
      });
      sqlite.prepare(frozen).run({ year });
      sqlite.prepare(submissions).run({ year, at });
      sqlite.prepare(revisions).run({ year, at, content, codes: JSON.stringify(codes) });
      sqlite.prepare(answers).run({ year });
      const decision = { year, sequence: 1, decidedOn: `${year}-02-12`, reference: "§ 1", recordedAt: at };
      const levels = codes.map((code) => ({ code, group: "all" as const, minimum: 3, ambition: 4 }));
      insertDecision(db, { ...decision, recordedBy: null, recordedAs: "chief_group" }, levels);
    }
  })();
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("synchronous = FULL");
  return connection;
}
