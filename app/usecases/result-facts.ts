import type { Decision } from "#db/queries/decisions.ts";
import { stockholmDay } from "#domain/day.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import type { RoundResults } from "./load-results.ts";

/** What every page with results says of the round: how far it has come, and of which day its numbers are. */
export type ResultFacts = {
  year: number;
  state: RoundState;
  closingDay: string;
  /** Today in Stockholm, YYYY-MM-DD. */
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: Pick<Decision, "sequence" | "decidedOn"> | null;
};

/** The facts of a round that is read. */
export function resultFacts({ round, actors, decisions, submittedCount }: RoundResults, now: Date): ResultFacts {
  const [latest] = decisions;
  return {
    year: round.year,
    state: roundState(round, now),
    closingDay: round.closingDay,
    day: stockholmDay(now),
    actorCount: actors.length,
    submittedCount,
    latestDecision: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null,
  };
}

/** What actors and sub-capabilities are called, by id and code. */
export type Names = { actors: Record<string, string>; subs: Record<string, string> };

/** The short names of the round's actors, and the names of its version's sub-capabilities. */
export function namesIn({ actors, definition }: RoundResults): Names {
  return {
    actors: Object.fromEntries(actors.map(({ id, shortName }) => [id, shortName])),
    subs: Object.fromEntries(listSubCapabilities(definition).map(({ code, name }) => [code, name])),
  };
}
