import { asc, desc, eq, lt, max, sql } from "drizzle-orm";
import type { LevelDecision } from "#domain/target.ts";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { decision, decisionLevel, person } = tables;

export type Decision = typeof decision.$inferSelect;
export type DecisionLevel = Omit<typeof decisionLevel.$inferInsert, "year" | "sequence">;
/** A decided level with its motive; empty where none was given. */
export type MotivatedDecision = LevelDecision & { motive: string };

const decisionsOf = preparedOn((db) =>
  db
    .select({
      year: decision.year,
      sequence: decision.sequence,
      decidedOn: decision.decidedOn,
      meeting: decision.meeting,
      reference: decision.reference,
      registryNumber: decision.registryNumber,
      recordedAt: decision.recordedAt,
      recordedBy: decision.recordedBy,
      recordedAs: decision.recordedAs,
      proposal: decision.proposal,
      recordedByName: person.name,
    })
    .from(decision)
    .leftJoin(person, eq(person.id, decision.recordedBy))
    .where(eq(decision.year, sql.placeholder("year")))
    .orderBy(desc(decision.sequence))
    .prepare(),
);

/** The year's decisions with who recorded them, newest first. */
export function listDecisions(db: Db, year: number): (Decision & { recordedByName: string | null })[] {
  return decisionsOf(db).all({ year });
}

const levelDecisionsOf = preparedOn((db) =>
  db
    .select({
      sequence: decisionLevel.sequence,
      code: decisionLevel.code,
      group: decisionLevel.group,
      minimum: decisionLevel.minimum,
      ambition: decisionLevel.ambition,
      motive: decisionLevel.motive,
    })
    .from(decisionLevel)
    .where(eq(decisionLevel.year, sql.placeholder("year")))
    .orderBy(asc(decisionLevel.sequence))
    .prepare(),
);

/** Every level decided for the year, oldest decision first, as the domain wants them. */
export function listLevelDecisions(db: Db, year: number): MotivatedDecision[] {
  return levelDecisionsOf(db).all({ year }) as MotivatedDecision[];
}

/** The highest sequence of the year; 0 before the first decision. */
export function latestSequence(db: Db, year: number): number {
  return (
    db
      .select({ n: max(decision.sequence) })
      .from(decision)
      .where(eq(decision.year, year))
      .get()?.n ?? 0
  );
}

/** The newest year before with a decision. */
export function findDecidedYearBefore(db: Db, year: number): number | undefined {
  const row = db
    .select({ year: max(decision.year) })
    .from(decision)
    .where(lt(decision.year, year))
    .get();
  return row?.year ?? undefined;
}

export function insertDecision(db: Db, row: typeof decision.$inferInsert, levels: DecisionLevel[]): void {
  db.insert(decision).values(row).run();
  const rows = levels.map((level) => ({ ...level, year: row.year, sequence: row.sequence }));
  if (rows.length > 0) db.insert(decisionLevel).values(rows).run();
}
