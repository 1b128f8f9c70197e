import { type Db, inTransaction } from "#db/client.server.ts";
import { listActors } from "#db/queries/actors.ts";
import { insertDecision, latestSequence, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findOpenProposal } from "#db/queries/proposals.ts";
import { findRound, listRoundActors } from "#db/queries/rounds.ts";
import { compareCategories } from "#domain/actor-order.ts";
import { findSubCapability } from "#domain/definition.ts";
import type { NamedActor } from "#domain/heatmap.ts";
import {
  type DecidedLevel,
  type LevelProblem,
  type LevelWarning,
  levelProblems,
  levelWarnings,
} from "#domain/level-check.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { type FactsProblem, meetingFactsProblem } from "./meeting-facts.ts";

/** The longest motive of a level, in characters. */
export const MOTIVE_LENGTH = 500;

type Input = {
  year: number;
  /** The latest decision that whoever decides has seen; 0 for none. */
  expectedSequence: number;
  /** YYYY-MM-DD in Stockholm. */
  decidedOn: string;
  /** Which meeting took it. */
  meeting?: string;
  /** Where the decision stands: minutes, paragraph, registration number. */
  reference: string;
  /** The diarienummer of the decision, if it has one. */
  registryNumber?: string;
  levels: (DecidedLevel & { motive?: string })[];
  /** The number of the proposal that is decided; none for a decision without one. */
  proposal?: number;
};
type By = { now: Date; personId: string | null; role: "chief_group" | "office" };
export type DecideLevelsProblem =
  | "round_unknown"
  | "round_released"
  | FactsProblem
  | "motive_long"
  | "no_levels"
  | "level_twice"
  | "code_unknown"
  | "group_unknown"
  | "decided_meanwhile"
  | "proposal_open";
/** The warnings say what was stored all the same. */
export type DecideLevelsResult =
  | { ok: true; sequence: number; warnings: LevelWarning[] }
  | { ok: false; problem: DecideLevelsProblem }
  | { ok: false; problem: "levels"; levels: LevelProblem[] };

/**
 * Records the chief group's next decision on minimum and ambition for a year, whole or not at all. Refused after release,
 * where another decision came in between, and where an open proposal waits to be decided instead. A level whose two values are null takes the group's levels away.
 */
export function decideLevels(db: Db, input: Input, { now, personId, role }: By): DecideLevelsResult {
  const plain = plainProblem(input, now);
  if (plain) return { ok: false, problem: plain };
  return inTransaction(db, (tx): DecideLevelsResult => {
    const problem = problemInRound(tx, input, now);
    if (problem) return typeof problem === "string" ? { ok: false, problem } : problem;
    const { year, decidedOn } = input;
    const sequence = input.expectedSequence + 1;
    const recorded = { recordedAt: now.toISOString(), recordedBy: personId, recordedAs: role };
    const reference = input.reference.trim();
    const registryNumber = input.registryNumber?.trim() || null;
    const meeting = input.meeting?.trim() ?? null;
    const row = {
      year,
      sequence,
      decidedOn,
      meeting,
      reference,
      registryNumber,
      proposal: input.proposal,
      ...recorded,
    };
    insertDecision(tx, row, input.levels.map(withTrimmedMotive));
    return { ok: true, sequence, warnings: levelWarnings(listLevelDecisions(tx, year), sequence, actorsOf(tx, year)) };
  });
}

/** The round's actors as frozen, or, before it has opened, the actors as they are, without those that leave or have left. */
export function actorsOf(db: Db, year: number): NamedActor[] {
  const frozen = listRoundActors(db, year);
  return frozen.length > 0
    ? frozen.map(({ actorId, ...actor }) => ({ ...actor, id: actorId }))
    : listActors(db).filter(({ memberUntil }) => memberUntil === null);
}

/** Every group that levels can be decided for in a year: all, designated, and each category that an actor has or had. */
export function groupsFor(db: Db, year: number): DecidedLevel["group"][] {
  const categories = new Set([...actorsOf(db, year), ...listActors(db)].map(({ category }) => category));
  return [
    "all",
    ...[...categories].sort(compareCategories).map((category) => `category:${category}` as const),
    "designated",
  ];
}

function withTrimmedMotive<L extends { motive?: string }>(level: L): L & { motive: string } {
  return { ...level, motive: level.motive?.trim() ?? "" };
}

function plainProblem(
  { decidedOn, meeting, reference, registryNumber = "", levels }: Input,
  now: Date,
): DecideLevelsProblem | undefined {
  // A decision of an earlier time may lack its meeting; where one is given it must say something.
  const facts = { decidedOn, meeting: meeting ?? "-", reference, registryNumber };
  const wrong = meetingFactsProblem(facts, now);
  if (wrong) return wrong;
  if (levels.length === 0) return "no_levels";
  if (levels.some(({ motive = "" }) => motive.trim().length > MOTIVE_LENGTH)) return "motive_long";
  const keys = new Set(levels.map(({ code, group }) => `${code} ${group}`));
  return keys.size < levels.length ? "level_twice" : undefined;
}

function problemInRound(db: Db, { year, expectedSequence, levels, proposal }: Input, now: Date) {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return "round_unknown";
  if (!mayMoveRound(roundState(round, now), "decide_levels")) return "round_released";
  if (proposal === undefined && findOpenProposal(db, year)) return "proposal_open";
  if (latestSequence(db, year) !== expectedSequence) return "decided_meanwhile";
  if (levels.some(({ code }) => !findSubCapability(definition, code))) return "code_unknown";
  const groups = groupsFor(db, year);
  if (levels.some(({ group }) => !groups.includes(group))) return "group_unknown";
  const wrong = levelProblems(definition, levels);
  return wrong.length > 0 ? { ok: false as const, problem: "levels" as const, levels: wrong } : undefined;
}
