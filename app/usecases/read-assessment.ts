import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { listAnswers, type SavedAnswer } from "#db/queries/answers.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, findRoundActor, type Round } from "#db/queries/rounds.ts";
import { findLatestSubmission } from "#db/queries/submissions.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { maySaveAnswer } from "#domain/assessment.ts";
import { type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { type MissingField, missingForSubmission } from "#domain/submission.ts";
import { type Target, targetsFor } from "#domain/target.ts";

type SurveyActor = { id: string; name: string; category: string; designated: boolean };

/** One actor's assessment in one round, with all that decides what is missing in it. */
export type Assessment = {
  round: Round;
  state: RoundState;
  /** Whether answers may be saved and the assessment submitted now. */
  isOpen: boolean;
  actor: SurveyActor;
  definition: Definition;
  answers: Map<string, SavedAnswer>;
  submission: ReturnType<typeof findLatestSubmission>;
  targetOf: (code: string) => Target;
};

export type UnknownAssessment = { ok: false; problem: "unknown_round" | "unknown_actor" };

/** The frozen actor; before the round opens, and nobody is frozen, the actor as it is. */
function surveyActor(db: Db, { year, openedAt }: Round, actorId: string): SurveyActor | undefined {
  const found = openedAt === null ? findActor(db, actorId) : findRoundActor(db, year, actorId);
  return found && { id: actorId, name: found.name, category: found.category, designated: found.designated };
}

/** Reads an assessment in six queries. Expected failures: no such round; an actor that is not in it. */
export function readAssessment(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  now: Date,
): { ok: true; assessment: Assessment } | UnknownAssessment {
  const round = findRound(db, year);
  if (!round) return { ok: false, problem: "unknown_round" };
  const actor = surveyActor(db, round, actorId);
  if (!actor) return { ok: false, problem: "unknown_actor" };
  const definition = findDefinition(db, round.definitionVersion);
  if (!definition) throw new Error(`The round ${year} has no definition ${round.definitionVersion}`);

  const state = roundState(round, now);
  const submission = findLatestSubmission(db, year, actorId);
  const assessmentState = submission ? "submitted" : "draft";
  const isOpen = maySaveAnswer({ roundState: state, assessmentState, reopenedUntil: null, now });
  const answers = new Map(listAnswers(db, year, actorId).map((answer) => [answer.code, answer]));
  const targets = targetsFor(listLevelDecisions(db, year));
  const targetOf = (code: string) => targets(actor, code);
  return { ok: true, assessment: { round, state, isOpen, actor, definition, answers, submission, targetOf } };
}

/** Whether any indicator of the sub-capability is directed to the actor. */
export function isDirected({ actor }: Pick<Assessment, "actor">, sub: SubCapability): boolean {
  return indicatorsFor(sub, actor).length > 0;
}

/** What the domain asks about one sub-capability's answer as it stands. */
export function submissionInputOf({ definition, actor, answers, targetOf, round }: Assessment, sub: SubCapability) {
  return {
    definition,
    sub,
    designated: actor.designated,
    content: answers.get(sub.code)?.content ?? emptyAnswer(),
    minimum: targetOf(sub.code).minimum,
    closingDay: round.originalClosingDay,
  };
}

/** What the answer still lacks before the assessment can be submitted. */
export function missingIn(assessment: Assessment, sub: SubCapability): MissingField[] {
  return missingForSubmission(submissionInputOf(assessment, sub));
}
