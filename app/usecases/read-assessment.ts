import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { listAnswers, type SavedAnswer } from "#db/queries/answers.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { type DelegationRow, listDelegations } from "#db/queries/delegations.ts";
import { listMoreTimeRequests, type MoreTimeRequest } from "#db/queries/more-time.ts";
import { findRound, findRoundActor, type Round } from "#db/queries/rounds.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { type Definition, findSubCapability, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import type { RoundState } from "#domain/round.ts";
import { type MissingField, missingForSubmission } from "#domain/submission.ts";
import { type Target, targetsFor } from "#domain/target.ts";
import { type EarlierOf, earlierLevelOf, findEarlierAnswers } from "./find-earlier-answers.ts";
import { type MeasureFacts, readMeasures } from "./read-measures.ts";
import { readStanding, type StandingNow } from "./read-standing.ts";

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
  /**
   * Noted this year, also those taken away, and those of earlier years that are asked for: without a code where their
   * sub-capability is no longer directed to the actor.
   */
  measures: MeasureFacts[];
  standing: StandingNow;
  /** The requests for more time, newest first. */
  requests: MoreTimeRequest[];
  targetOf: (code: string) => Target;
  /** Also those taken back, in order of base capability and time. */
  delegations: DelegationRow[];
  earlierOf: EarlierOf;
};

export type UnknownAssessment = { ok: false; problem: "unknown_round" | "unknown_actor" };

/** The frozen actor; before the round opens, and nobody is frozen, the actor as it is. */
function surveyActor(db: Db, { year, openedAt }: Round, actorId: string): SurveyActor | undefined {
  const found = openedAt === null ? findActor(db, actorId) : findRoundActor(db, year, actorId);
  return found && { id: actorId, name: found.name, category: found.category, designated: found.designated };
}

/**
 * Reads an assessment in twelve queries, one more where it was sent back, four more where it has measures, two to four more
 * where it has an earlier year. Expected failures: no such round; an actor that is not in it.
 */
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

  const standing = readStanding(db, round, actorId, now);
  const { roundState: state } = standing;
  const isOpen = standing.may("save");
  // What was saved before an opening that was taken back is out of sight until the round opens again.
  const isPlanned = round.openedAt === null;
  const saved = isPlanned ? [] : listAnswers(db, year, actorId);
  const answers = new Map(saved.map((answer) => [answer.code, answer]));
  const requests = listMoreTimeRequests(db, year, actorId);
  const noted = readMeasures(db, { year, actorId, definition });
  const measures = (isPlanned ? noted.filter((measure) => measure.year !== year) : noted).map((measure) =>
    measure.year === year || isCodeDirected(definition, actor, measure.code) ? measure : { ...measure, code: null },
  );
  const targets = targetsFor(listLevelDecisions(db, year));
  const targetOf = (code: string) => targets(actor, code);
  const delegations = listDelegations(db, { year, actorId }, now.toISOString());
  const earlierOf = findEarlierAnswers(db, { year, actorId, definition });
  const seen = { targetOf, delegations, earlierOf };
  return {
    ok: true,
    assessment: { round, state, isOpen, actor, definition, answers, measures, standing, requests, ...seen },
  };
}

function isCodeDirected(definition: Definition, actor: SurveyActor, code: string | null): boolean {
  const sub = code === null ? undefined : findSubCapability(definition, code);
  return sub !== undefined && isDirected({ actor }, sub);
}

/** Whether any indicator of the sub-capability is directed to the actor. */
export function isDirected({ actor }: { actor: { designated: boolean } }, sub: SubCapability): boolean {
  return indicatorsFor(sub, actor).length > 0;
}

/** What the domain asks about one sub-capability's answer as it stands. */
export function submissionInputOf(
  { definition, actor, answers, targetOf, earlierOf, round }: Assessment,
  sub: SubCapability,
) {
  return {
    definition,
    sub,
    designated: actor.designated,
    content: answers.get(sub.code)?.content ?? emptyAnswer(),
    minimum: targetOf(sub.code).minimum,
    closingDay: round.originalClosingDay,
    earlierLevel: earlierLevelOf(earlierOf(sub.code)),
  };
}

/** What the answer still lacks before the assessment can be submitted. */
export function missingIn(assessment: Assessment, sub: SubCapability): MissingField[] {
  return missingForSubmission(submissionInputOf(assessment, sub));
}
