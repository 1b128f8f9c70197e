import { asc, eq, max } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { ambitionGoal, person } = tables;

export type Goal = typeof ambitionGoal.$inferSelect;

/** Every goal set on a definition version, oldest first. */
export function listGoals(db: Db, definitionVersion: string): (Goal & { recordedByName: string | null })[] {
  return db
    .select({
      sequence: ambitionGoal.sequence,
      definitionVersion: ambitionGoal.definitionVersion,
      code: ambitionGoal.code,
      level: ambitionGoal.level,
      goalYear: ambitionGoal.goalYear,
      reference: ambitionGoal.reference,
      recordedAt: ambitionGoal.recordedAt,
      recordedBy: ambitionGoal.recordedBy,
      recordedAs: ambitionGoal.recordedAs,
      recordedByName: person.name,
    })
    .from(ambitionGoal)
    .leftJoin(person, eq(person.id, ambitionGoal.recordedBy))
    .where(eq(ambitionGoal.definitionVersion, definitionVersion))
    .orderBy(asc(ambitionGoal.sequence))
    .all();
}

/** The highest sequence of all; 0 before the first goal. */
export function latestGoalSequence(db: Db): number {
  return (
    db
      .select({ n: max(ambitionGoal.sequence) })
      .from(ambitionGoal)
      .get()?.n ?? 0
  );
}

export function insertGoal(db: Db, row: Goal): void {
  db.insert(ambitionGoal).values(row).run();
}
