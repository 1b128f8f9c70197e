import type { Db } from "#db/client.server.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { readAssessment, type UnknownAssessment } from "./read-assessment.ts";
import { type AssessmentView, assessmentViewOf } from "./view-assessment.ts";
import { viewWorkbookImport, type WorkbookProposal } from "./view-workbook-import.ts";

export type WorkbookView = { assessment: AssessmentView; levels: LevelAnchor[]; proposal: WorkbookProposal | null };

/** The page of an assessment's workbook: where the assessment stands, and what the person has uploaded and not yet taken. */
export function viewWorkbook(
  db: Db,
  key: { year: number; actorId: string },
  by: { now: Date; personId: string },
): { ok: true; view: WorkbookView } | UnknownAssessment {
  const read = readAssessment(db, key, by.now);
  if (!read.ok) return read;
  const { assessment } = read;
  const proposal = assessment.isOpen ? (viewWorkbookImport(db, assessment, by) ?? null) : null;
  const view = { assessment: assessmentViewOf(assessment, by.now), levels: assessment.definition.levels, proposal };
  return { ok: true, view };
}
