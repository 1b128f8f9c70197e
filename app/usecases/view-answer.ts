import type { Db } from "#db/client.server.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import { indicatorsFor, type LevelAnchor, listSubCapabilities, type SubCapability } from "#domain/definition.ts";
import { proposalFor } from "#domain/submission.ts";
import type { Target } from "#domain/target.ts";
import {
  type Assessment,
  isDirected,
  readAssessment,
  submissionInputOf,
  type UnknownAssessment,
} from "./read-assessment.ts";
import { type AssessmentView, assessmentViewOf, type OnBehalfFacts, onBehalfOf, type Task } from "./view-assessment.ts";

/** The saved answer as the page shows it; revision 0 where nothing was saved. */
export type SavedState = {
  revision: number;
  content: AnswerContent;
  savedAt: string | null;
  savedByName: string | null;
  /** Null where the actor's own people saved it. */
  onBehalf: OnBehalfFacts | null;
};

export type AnswerView = {
  assessment: AssessmentView;
  capability: { number: number; name: string };
  /** Only the indicators that are directed to the actor, under their lead-ins. */
  sub: SubCapability;
  task: Task;
  levels: LevelAnchor[];
  indicatorNotApplicableAllowed: boolean;
  target: Target;
  /** The level that the saved indicators and evidence point to, or null. */
  proposed: number | null;
  saved: SavedState;
  previous: string | null;
  next: string | null;
};

/** One sub-capability's page in an actor's self-assessment. */
export function viewAnswer(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string },
  now: Date,
): { ok: true; view: AnswerView } | UnknownAssessment | { ok: false; problem: "unknown_code" } {
  const read = readAssessment(db, { year, actorId }, now);
  if (!read.ok) return read;
  const view = answerViewOf(read.assessment, code, now);
  return view ? { ok: true, view } : { ok: false, problem: "unknown_code" };
}

function answerViewOf(assessment: Assessment, code: string, now: Date): AnswerView | undefined {
  const { definition, actor, answers } = assessment;
  const overview = assessmentViewOf(assessment, now);
  const group = definition.capabilities.find(({ subCapabilities }) => subCapabilities.some((sub) => sub.code === code));
  const sub = group?.subCapabilities.find((candidate) => candidate.code === code);
  const task = overview.groups.flatMap(({ tasks }) => tasks).find((candidate) => candidate.code === code);
  if (!group || !sub || !task) return undefined;
  const saved = answers.get(code);
  return {
    assessment: overview,
    capability: { number: group.number, name: group.name },
    sub: directedPart(sub, actor),
    task,
    levels: definition.levels,
    indicatorNotApplicableAllowed: definition.indicatorNotApplicableAllowed,
    target: assessment.targetOf(code),
    proposed: proposalFor(submissionInputOf(assessment, sub)),
    saved: {
      revision: saved?.revision ?? 0,
      content: saved?.content ?? emptyAnswer(),
      savedAt: saved?.savedAt ?? null,
      savedByName: saved?.savedByName ?? null,
      onBehalf: onBehalfOf(assessment.standing, saved?.onBehalf ?? null),
    },
    ...neighboursOf(assessment, code),
  };
}

function directedPart(sub: SubCapability, actor: { designated: boolean }): SubCapability {
  const directed = new Set(indicatorsFor(sub, actor).map(({ id }) => id));
  const groups = sub.groups
    .map(({ leadIn, indicators }) => ({ leadIn, indicators: indicators.filter(({ id }) => directed.has(id)) }))
    .filter(({ indicators }) => indicators.length > 0);
  return { ...sub, groups };
}

/** The sub-capabilities before and after this one that ask something of the actor. */
export function neighboursOf(assessment: Assessment, code: string) {
  const codes = listSubCapabilities(assessment.definition)
    .filter((sub) => sub.code === code || isDirected(assessment, sub))
    .map((sub) => sub.code);
  const position = codes.indexOf(code);
  return { previous: codes[position - 1] ?? null, next: codes[position + 1] ?? null };
}
