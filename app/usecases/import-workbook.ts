import { type Db, inTransaction } from "#db/client.server.ts";
import { deleteExpiredWorkbookImports, replaceWorkbookImport } from "#db/queries/workbook-imports.ts";
import type { Role } from "#domain/access.ts";
import { mayRoleMove } from "#domain/assessment.ts";
import { type ReadWorkbook, readWorkbook } from "#exports/read-workbook.ts";
import { readAssessment, type UnknownAssessment } from "./read-assessment.ts";

const KEPT_MS = 86_400_000;

/** `id`: new with each upload. */
export type ImportWorkbookInput = { year: number; actorId: string; id: string; fileName: string; file: Buffer };

type Refused = Extract<ReadWorkbook, { ok: false }>;
export type ImportWorkbookResult =
  | { ok: true }
  | UnknownAssessment
  | { ok: false; problem: "round_not_open" | "submitted" | "not_yours" }
  | ({ problem: "refused" } & Refused);

/**
 * Reads an uploaded workbook and keeps what it says for the one who uploaded it, for a day, in place of an earlier one.
 * No answer changes by this: `takeWorkbookChanges` saves what is chosen.
 */
export async function importWorkbook(
  db: Db,
  { year, actorId, id, fileName, file }: ImportWorkbookInput,
  { now, personId, role }: { now: Date; personId: string; role: Role },
): Promise<ImportWorkbookResult> {
  const read = readAssessment(db, { year, actorId }, now);
  if (!read.ok) return read;
  const { actor, definition, isOpen, standing } = read.assessment;
  if (!mayRoleMove("save", role, standing.onBehalf !== undefined)) return { ok: false, problem: "not_yours" };
  if (!isOpen) return { ok: false, problem: standing.state === "draft" ? "round_not_open" : "submitted" };
  const workbook = await readWorkbook(file, { year, actor, definition });
  if (!workbook.ok) return { ...workbook, problem: "refused" };
  const expiresAt = new Date(now.getTime() + KEPT_MS).toISOString();
  const row = { personId, year, actorId, id, fileName: fileName.slice(0, 200), content: workbook.reading };
  inTransaction(db, (tx) => {
    deleteExpiredWorkbookImports(tx, now.toISOString());
    replaceWorkbookImport(tx, { ...row, createdAt: now.toISOString(), expiresAt });
  });
  return { ok: true };
}
