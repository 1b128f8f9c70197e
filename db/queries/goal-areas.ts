import { asc, eq } from "drizzle-orm";
import type { GoalDocument, GoalLinkChange } from "#domain/goal-area.ts";
import { type Db, tables } from "../client.server.ts";

const { goalDocument, goalAreaLink, operationsPlan, person } = tables;

/** The stored documents of goals, by id → SHA-256 of their content. */
export function listGoalDocumentHashes(db: Db): Map<string, string> {
  const rows = db.select({ id: goalDocument.id, sha256: goalDocument.sha256 }).from(goalDocument).all();
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

export function listGoalDocuments(db: Db): GoalDocument[] {
  return db
    .select({ content: goalDocument.content })
    .from(goalDocument)
    .all()
    .map(({ content }) => content);
}

export function findGoalDocument(db: Db, id: string): GoalDocument | undefined {
  return db.select().from(goalDocument).where(eq(goalDocument.id, id)).get()?.content;
}

/** Whether a plan stands on the document. */
export function isGoalDocumentUsed(db: Db, id: string): boolean {
  return db.select().from(operationsPlan).where(eq(operationsPlan.goalDocument, id)).get() !== undefined;
}

export function upsertGoalDocument(db: Db, row: typeof goalDocument.$inferInsert): void {
  const { id: _id, ...set } = row;
  db.insert(goalDocument).values(row).onConflictDoUpdate({ target: goalDocument.id, set }).run();
}

export type StoredLinkChange = GoalLinkChange & { savedAt: string; savedByName: string | null };

/** What the office has changed in what feeds the document's areas, oldest first. */
export function listGoalLinkChanges(db: Db, document: string): StoredLinkChange[] {
  return db
    .select({
      sequence: goalAreaLink.sequence,
      area: goalAreaLink.area,
      definitionVersion: goalAreaLink.definitionVersion,
      code: goalAreaLink.code,
      isLinked: goalAreaLink.isLinked,
      reason: goalAreaLink.reason,
      savedAt: goalAreaLink.savedAt,
      savedByName: person.name,
    })
    .from(goalAreaLink)
    .leftJoin(person, eq(person.id, goalAreaLink.savedBy))
    .where(eq(goalAreaLink.document, document))
    .orderBy(asc(goalAreaLink.sequence))
    .all();
}

/** Appends changes in the order given, numbered after all earlier ones. */
export function insertGoalLinkChanges(db: Db, rows: Omit<typeof goalAreaLink.$inferInsert, "sequence">[]): void {
  if (rows.length > 0) db.insert(goalAreaLink).values(rows).run();
}
