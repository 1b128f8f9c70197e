import type { Db } from "#db/client.server.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import {
  indicatorsFor,
  type LevelAnchor,
  listSubCapabilities,
  type Proposal,
  type SubCapability,
} from "#domain/definition.ts";
import { answerRefusal, capabilityOf, type Viewer } from "#domain/delegation.ts";
import { proposalFor } from "#domain/submission.ts";
import type { Target } from "#domain/target.ts";
import {
  findUsableOccurrences,
  type LinkedOccurrence,
  linkedOccurrences,
  type UsableOccurrence,
} from "./find-usable-occurrences.ts";
import type { MoveBy } from "./permit-move.ts";
import {
  type Assessment,
  isDirected,
  readAssessment,
  submissionInputOf,
  type UnknownAssessment,
} from "./read-assessment.ts";
import { type PlannedForCode, readPlannedFor } from "./read-plan-for-code.ts";
import { type EarlierView, showEarlier } from "./show-earlier.ts";
import { type AssessmentView, assessmentViewOf, type OnBehalfFacts, onBehalfOf, type Task } from "./view-assessment.ts";
import { type MeasuresOfCode, measuresOfCode } from "./view-measures.ts";

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
  proposal: Proposal;
  /** The day set when the round opened: the 24 months of evidence count from it. */
  closingDay: string;
  /** The level that the saved indicators and evidence point to, or null. */
  proposed: number | null;
  saved: SavedState;
  measures: MeasuresOfCode;
  /** Whether the reader is one who answers it, while it can be saved. */
  isYours: boolean;
  /** The actor's events and exercises, to point to as evidence; none where nothing can be saved. */
  occurrences: UsableOccurrence[];
  /** Those that the saved evidence points to. */
  linked: LinkedOccurrence[];
  /** What the operations plan holds for it. */
  planned: PlannedForCode[];
  /** The answer of the actor's newest earlier released year; null where it has none. */
  earlier: EarlierView | null;
  previous: string | null;
  next: string | null;
};

/** One sub-capability's page in an actor's self-assessment. */
export function viewAnswer(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string },
  by: MoveBy,
): { ok: true; view: AnswerView } | UnknownAssessment | { ok: false; problem: "unknown_code" } {
  const read = readAssessment(db, { year, actorId }, by.now);
  if (!read.ok) return read;
  const view = answerViewOf(db, read.assessment, code, by);
  return view ? { ok: true, view } : { ok: false, problem: "unknown_code" };
}

function answerViewOf(db: Db, assessment: Assessment, code: string, by: MoveBy): AnswerView | undefined {
  const { definition, actor, answers, isOpen } = assessment;
  const overview = assessmentViewOf(assessment, by.now);
  const group = definition.capabilities.find(({ subCapabilities }) => subCapabilities.some((sub) => sub.code === code));
  const sub = group?.subCapabilities.find((candidate) => candidate.code === code);
  const task = overview.groups.flatMap(({ tasks }) => tasks).find((candidate) => candidate.code === code);
  if (!group || !sub || !task) return undefined;
  const saved = answers.get(code);
  const content = saved?.content ?? emptyAnswer();
  const closingDay = assessment.round.originalClosingDay;
  return {
    assessment: overview,
    capability: { number: group.number, name: group.name },
    sub: directedPart(sub, actor),
    task,
    levels: definition.levels,
    indicatorNotApplicableAllowed: definition.indicatorNotApplicableAllowed,
    target: assessment.targetOf(code),
    proposal: definition.proposal,
    closingDay,
    proposed: proposalFor(submissionInputOf(assessment, sub)),
    measures: measuresOfCode(assessment, sub),
    saved: {
      revision: saved?.revision ?? 0,
      content,
      savedAt: saved?.savedAt ?? null,
      savedByName: saved?.savedByName ?? null,
      onBehalf: onBehalfOf(assessment.standing, saved?.onBehalf ?? null),
    },
    earlier: showEarlier(assessment.earlierOf(code), { content, closingDay }),
    occurrences: isOpen ? findUsableOccurrences(db, { actorId: actor.id, code, definition, closingDay }, content) : [],
    planned: readPlannedFor(db, { year: assessment.round.year, actorId: actor.id, code, definition }),
    linked: linkedOccurrences(db, actor.id, [content]),
    isYours: isAnsweredBy(assessment, group.number, by),
    ...neighboursOf(assessment, code, by),
  };
}

function directedPart(sub: SubCapability, actor: { designated: boolean }): SubCapability {
  const directed = new Set(indicatorsFor(sub, actor).map(({ id }) => id));
  const groups = sub.groups
    .map(({ leadIn, indicators }) => ({ leadIn, indicators: indicators.filter(({ id }) => directed.has(id)) }))
    .filter(({ indicators }) => indicators.length > 0);
  return { ...sub, groups };
}

function isAnsweredBy({ delegations, standing }: Assessment, capability: number, reader: Viewer): boolean {
  return answerRefusal(reader, capability, delegations, standing.onBehalf !== undefined) === null;
}

/**
 * The sub-capabilities before and after this one that ask something of the actor; where the reader answers this one, only
 * those that it answers too.
 */
export function neighboursOf(assessment: Assessment, code: string, reader: Viewer) {
  const { definition } = assessment;
  const isYours = (each: string) => isAnsweredBy(assessment, capabilityOf(definition, each) ?? 0, reader);
  const codes = listSubCapabilities(definition)
    .filter((sub) => sub.code === code || isDirected(assessment, sub))
    .map((sub) => sub.code)
    .filter((each) => !isYours(code) || isYours(each));
  const position = codes.indexOf(code);
  return { previous: codes[position - 1] ?? null, next: codes[position + 1] ?? null };
}
