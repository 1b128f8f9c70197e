import type { Db } from "#db/client.server.ts";
import type { DelegationRow } from "#db/queries/delegations.ts";
import type { MoreTimeRequest } from "#db/queries/more-time.ts";
import type { OnBehalf } from "#db/queries/on-behalf.ts";
import type { AnswerKind } from "#domain/answer.ts";
import { type AssessmentMove, type AssessmentState, assessmentMoves } from "#domain/assessment.ts";
import type { SubCapability } from "#domain/definition.ts";
import { isContinued } from "#domain/measure.ts";
import { daysLeft, lastDayOf, type RoundState } from "#domain/round.ts";
import { type MissingField, type TaskState, taskStateOf } from "#domain/submission.ts";
import {
  type Assessment,
  missingIn,
  readAssessment,
  submissionInputOf,
  type UnknownAssessment,
} from "./read-assessment.ts";
import type { StandingNow } from "./read-standing.ts";

export type Task = {
  code: string;
  name: string;
  state: TaskState;
  missing: MissingField[];
  kind: AnswerKind | null;
  level: number | null;
  minimum: number | null;
  savedAt: string | null;
  savedBy: string | null;
  /** How many measures are noted this year or taken over, and of how many earlier ones nothing has been said yet. */
  measures: number;
  toFollowUp: number;
};
/** A delegation of a base capability, also one that no longer holds. */
export type DelegationView = Omit<DelegationRow, "actorId">;
export type TaskGroup = {
  number: number;
  name: string;
  tasks: Task[];
  ready: number;
  total: number;
  delegations: DelegationView[];
};

/** What the office's filling in for an actor comes from. */
export type OnBehalfFacts = Pick<OnBehalf, "sequence" | "basis" | "basisDay" | "note" | "startedByName">;

export type SubmissionFacts = {
  number: number;
  submittedAt: string;
  submittedByName: string | null;
  registryNumber: string | null;
  /** Null where the actor's own people submitted. */
  onBehalf: OnBehalfFacts | null;
};
/** `paper`: the day and the reference of an approval on paper; null where it was given in the tool. */
export type ApprovalFacts = {
  approvedAt: string;
  approvedByName: string | null;
  paper: { date: string; reference: string } | null;
  registryNumber: string | null;
};
export type SentBack = {
  sentBackAt: string;
  sentBackByName: string | null;
  note: string;
  comments: { code: string; comment: string }[];
};

/** What every page of one self-assessment shows: whose it is, how far it has come, and whether it can be changed. */
export type AssessmentView = {
  year: number;
  definitionVersion: string;
  actor: { id: string; name: string };
  state: RoundState;
  isOpen: boolean;
  /** The last day for saving: the round's, or the actor's own where that is later. */
  closingDay: string;
  /** 0 on the closing day itself, negative after it. */
  daysLeft: number;
  assessmentState: AssessmentState;
  /** The submission that counts, also while the assessment is reopened. */
  submission: SubmissionFacts | null;
  /** Of the submission that counts, unless the assessment is reopened. */
  approval: ApprovalFacts | null;
  /** Why the latest submission was sent back; null where it was not. */
  sentBack: SentBack | null;
  /** Until when the office has reopened the assessment, and why. */
  reopening: { reason: string; lastDay: string } | null;
  /** The requests for more time, newest first. */
  requests: MoreTimeRequest[];
  /** What the office fills in from for the actor now; null where it does not. */
  onBehalf: OnBehalfFacts | null;
  /** What the answers that the office saved come from; empty where the actor's own people saved them all. */
  filledInFrom: OnBehalfFacts[];
  /** What the assessment permits now, whoever does it. */
  permits: AssessmentMove[];
  groups: TaskGroup[];
  ready: number;
  total: number;
};

/** The list of what remains in an actor's self-assessment. */
export function viewAssessment(
  db: Db,
  key: { year: number; actorId: string },
  now: Date,
): { ok: true; view: AssessmentView } | UnknownAssessment {
  const read = readAssessment(db, key, now);
  return read.ok ? { ok: true, view: assessmentViewOf(read.assessment, now) } : read;
}

/** The same from an assessment that is already read. */
export function assessmentViewOf(assessment: Assessment, now: Date): AssessmentView {
  const { round, actor, state, isOpen, definition, standing } = assessment;
  const lastDay = lastDayOf(round, standing.reopening?.lastDay ?? null);
  const groups = definition.capabilities.map(({ number, name, subCapabilities }) => {
    const tasks = subCapabilities.map((sub) => taskOf(assessment, sub));
    const delegations = assessment.delegations.filter(({ capability }) => capability === number);
    return { number, name, tasks, ...countReady(tasks), delegations };
  });
  return {
    year: round.year,
    definitionVersion: round.definitionVersion,
    actor: { id: actor.id, name: actor.name },
    state,
    isOpen,
    closingDay: lastDay,
    daysLeft: daysLeft(lastDay, now),
    ...standingFactsOf(assessment.standing),
    filledInFrom: basesOf(assessment),
    requests: assessment.requests,
    groups,
    ...countReady(groups.flatMap(({ tasks }) => tasks)),
  };
}

function standingFactsOf(standing: StandingNow) {
  const { state, may, submission, approval, end, reopening, onBehalf } = standing;
  return {
    assessmentState: state,
    submission: submission ? submissionFacts(submission, standing) : null,
    approval: approval && state === "approved" ? approvalFacts(approval) : null,
    sentBack:
      end?.kind === "sent_back"
        ? { sentBackAt: end.endedAt, sentBackByName: end.endedByName, note: end.note, comments: end.comments }
        : null,
    onBehalf: onBehalf ? onBehalfFacts(onBehalf) : null,
    reopening: reopening ? { reason: reopening.reason, lastDay: reopening.lastDay } : null,
    permits: assessmentMoves.filter(may),
  };
}

function submissionFacts(submission: NonNullable<StandingNow["submission"]>, standing: StandingNow): SubmissionFacts {
  const { number, submittedAt, submittedByName, registryNumber, onBehalf } = submission;
  return { number, submittedAt, submittedByName, registryNumber, onBehalf: onBehalfOf(standing, onBehalf) };
}

/** What something that the office saved or submitted comes from; null where the actor's own people did it. */
export function onBehalfOf({ onBehalfTimes }: StandingNow, sequence: number | null): OnBehalfFacts | null {
  const found = onBehalfTimes.find((time) => time.sequence === sequence);
  return found ? onBehalfFacts(found) : null;
}

function onBehalfFacts({ sequence, basis, basisDay, note, startedByName }: OnBehalfFacts): OnBehalfFacts {
  return { sequence, basis, basisDay, note, startedByName };
}

function basesOf({ answers, standing }: Assessment): OnBehalfFacts[] {
  const used = new Set([...answers.values()].map(({ onBehalf }) => onBehalf));
  return standing.onBehalfTimes.filter(({ sequence }) => used.has(sequence)).map(onBehalfFacts);
}

function approvalFacts(approval: NonNullable<StandingNow["approval"]>): ApprovalFacts {
  const { approvedAt, approvedByName, paperDate, reference, registryNumber } = approval;
  const paper = paperDate !== null && reference !== null ? { date: paperDate, reference } : null;
  return { approvedAt, approvedByName, paper, registryNumber };
}

function taskOf(assessment: Assessment, sub: SubCapability): Task {
  const saved = assessment.answers.get(sub.code);
  const missing = missingIn(assessment, sub);
  return {
    code: sub.code,
    name: sub.name,
    state: taskStateOf(submissionInputOf(assessment, sub)),
    missing,
    kind: saved?.content.kind ?? null,
    level: saved?.content.level ?? null,
    minimum: assessment.targetOf(sub.code).minimum,
    savedAt: saved?.savedAt ?? null,
    savedBy: saved?.savedBy ?? null,
    ...measureCounts(assessment, sub),
  };
}

function measureCounts({ measures, round }: Assessment, { code }: SubCapability) {
  const ofCode = measures.filter((measure) => measure.code === code && !measure.isRemoved);
  return {
    measures: ofCode.filter(({ year, state }) => year === round.year || isContinued(state)).length,
    toFollowUp: ofCode.filter(({ year, state }) => year < round.year && state === null).length,
  };
}

function countReady(tasks: Task[]): { ready: number; total: number } {
  const asked = tasks.filter(({ state }) => state !== "not_directed");
  return { ready: asked.filter(({ state }) => state === "ready").length, total: asked.length };
}
