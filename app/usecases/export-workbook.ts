import type { Db } from "#db/client.server.ts";
import { buildWorkbook } from "#exports/build-workbook.ts";
import { readAssessment, type UnknownAssessment } from "./read-assessment.ts";

/** The workbook of an actor's whole assessment as it stands, as the bytes of an .xlsx file. */
export async function exportWorkbook(
  db: Db,
  key: { year: number; actorId: string },
  now: Date,
): Promise<{ ok: true; file: Buffer } | UnknownAssessment> {
  const read = readAssessment(db, key, now);
  if (!read.ok) return read;
  const { round, actor, definition, answers, targetOf } = read.assessment;
  const { year, closingDay } = round;
  return { ok: true, file: await buildWorkbook({ year, actor, definition, closingDay, answers, targetOf }) };
}
