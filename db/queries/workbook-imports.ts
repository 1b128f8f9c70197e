import { and, eq, gt, lte } from "drizzle-orm";
import { type WorkbookReading, workbookReadingSchema } from "#domain/workbook-reading.ts";
import { type Db, tables } from "../client.server.ts";

const { workbookImport } = tables;

type Key = { personId: string; year: number; actorId: string };
/** What an uploaded workbook says, until it is used or a day has gone. Moments are UTC ISO strings. */
export type WorkbookImport = Key & {
  id: string;
  fileName: string;
  content: WorkbookReading;
  createdAt: string;
  expiresAt: string;
};

function sameImport({ personId, year, actorId }: Key) {
  return and(eq(workbookImport.personId, personId), eq(workbookImport.year, year), eq(workbookImport.actorId, actorId));
}

/** The person's import into an assessment, if it has not gone out at `at`. */
export function findWorkbookImport(db: Db, key: Key, at: string): WorkbookImport | undefined {
  const row = db
    .select()
    .from(workbookImport)
    .where(and(sameImport(key), gt(workbookImport.expiresAt, at)))
    .get();
  return row && { ...row, content: workbookReadingSchema.parse(JSON.parse(row.content)) };
}

/** Keeps an import in place of the person's earlier one into the same assessment. */
export function replaceWorkbookImport(db: Db, row: WorkbookImport): void {
  deleteWorkbookImport(db, row);
  db.insert(workbookImport)
    .values({ ...row, content: JSON.stringify(row.content) })
    .run();
}

export function deleteWorkbookImport(db: Db, key: Key): void {
  db.delete(workbookImport).where(sameImport(key)).run();
}

/** Takes away every import that has gone out at `at`. */
export function deleteExpiredWorkbookImports(db: Db, at: string): void {
  db.delete(workbookImport).where(lte(workbookImport.expiresAt, at)).run();
}
