import { type Db, inSnapshot } from "#db/client.server.ts";
import { listSubmittedAnswers } from "#db/queries/submissions.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { type Remark, remarksOn } from "#domain/remark.ts";
import { proposalFor } from "#domain/submission.ts";
import { isDirected, readAssessment, submissionInputOf, type UnknownAssessment } from "./read-assessment.ts";
import { type AssessmentView, assessmentViewOf } from "./view-assessment.ts";

export type ApprovalRow = {
  code: string;
  name: string;
  content: AnswerContent;
  minimum: number | null;
  proposed: number | null;
  remarks: Remark[];
};

/** What an approver reads: the submission that counts, snapshot and not draft. */
export type ApprovalView = {
  assessment: AssessmentView;
  levels: LevelAnchor[];
  /** By base capability, without what is not directed to the actor; empty where nothing is submitted. */
  groups: { number: number; name: string; rows: ApprovalRow[] }[];
};

/** The summary of an actor's submission, for its approver. */
export function viewApproval(
  db: Db,
  key: { year: number; actorId: string },
  now: Date,
): { ok: true; view: ApprovalView } | UnknownAssessment {
  return inSnapshot(db, (tx) => {
    const read = readAssessment(tx, key, now);
    if (!read.ok) return read;
    const { assessment } = read;
    const submitted = new Map(listSubmittedAnswers(tx, key.year, key.actorId).map((row) => [row.code, row.content]));
    const groups = assessment.definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      rows: subCapabilities
        .filter((sub) => isDirected(assessment, sub))
        .map((sub): ApprovalRow => {
          const content = submitted.get(sub.code) ?? emptyAnswer();
          const input = { ...submissionInputOf(assessment, sub), content };
          const { code, name: subName } = sub;
          const { minimum } = input;
          return { code, name: subName, content, minimum, proposed: proposalFor(input), remarks: remarksOn(input) };
        }),
    }));
    const { levels } = assessment.definition;
    return {
      ok: true,
      view: { assessment: assessmentViewOf(assessment, now), levels, groups: submitted.size > 0 ? groups : [] },
    };
  });
}
