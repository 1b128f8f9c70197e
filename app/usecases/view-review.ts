import { type Db, inSnapshot } from "#db/client.server.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import { type LevelAnchor, listSubCapabilities } from "#domain/definition.ts";
import { type ReviewPoint, reviewOf } from "#domain/review.ts";
import { isDirected, readAssessment, submissionInputOf, type UnknownAssessment } from "./read-assessment.ts";
import type { MeasureFacts } from "./read-measures.ts";
import { type AssessmentView, assessmentViewOf } from "./view-assessment.ts";

/** What is read before submitting: the answers as they stand, and what in them to look at once more. */
export type ReviewView = {
  assessment: AssessmentView;
  points: (ReviewPoint & { name: string })[];
  levels: LevelAnchor[];
  /** By base capability, without what is not directed to the actor. */
  groups: { number: number; name: string; rows: { code: string; name: string; content: AnswerContent }[] }[];
};

export function viewReview(
  db: Db,
  key: { year: number; actorId: string },
  now: Date,
): { ok: true; view: ReviewView } | UnknownAssessment {
  return inSnapshot(db, (tx) => {
    const read = readAssessment(tx, key, now);
    if (!read.ok) return read;
    const { assessment } = read;
    const { definition, answers } = assessment;
    const asked = listSubCapabilities(definition).filter((sub) => isDirected(assessment, sub));
    const names = new Map(asked.map(({ code, name }) => [code, name]));
    const undecided = (code: string | null) =>
      assessment.measures.filter(
        (measure) => measure.code === code && measure.year < key.year && measure.state === null,
      ).length;
    const inputs = asked.map((sub) => ({
      ...submissionInputOf(assessment, sub),
      hasMeasure: assessment.measures.some((measure) => measure.code === sub.code && isPlanned(measure)),
      undecided: undecided(sub.code),
    }));
    const points = reviewOf(inputs, undecided(null)).map((point) => ({
      ...point,
      name: names.get(point.code ?? "") ?? "",
    }));
    const groups = definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      rows: subCapabilities
        .filter(({ code }) => names.has(code))
        .map(({ code, name: subName }) => ({
          code,
          name: subName,
          content: answers.get(code)?.content ?? emptyAnswer(),
        })),
    }));
    return {
      ok: true,
      view: { assessment: assessmentViewOf(assessment, now), points, levels: definition.levels, groups },
    };
  });
}

/** Whether the measure is still to be carried out, so that it answers for a shortcoming. */
function isPlanned({ isRemoved, state }: MeasureFacts): boolean {
  return !isRemoved && state !== "done" && state !== "cancelled";
}
