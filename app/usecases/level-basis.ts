import type { Db } from "#db/client.server.ts";
import { listLevelDecisions, type MotivatedDecision } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRounds, type Round } from "#db/queries/rounds.ts";
import { listCountedAnswers } from "#db/queries/submissions.ts";
import { compareActors } from "#domain/actor-order.ts";
import type { RegionalRow, ResultsInput } from "#domain/aggregate.ts";
import { areTooFew } from "#domain/consequences.ts";
import type { Definition } from "#domain/definition.ts";
import type { NamedActor } from "#domain/heatmap.ts";
import { actorsOf } from "./decide-levels.ts";
import { loadResults } from "./load-results.ts";

/** Which answers a proposal is tried on. */
export type Basis = {
  year: number;
  /** How many of the year's actors have an answer that counts there. */
  submitted: number;
  actors: number;
};

/** What a proposal for a year is compared with and tried on. */
export type LevelGround = {
  round: Round;
  definition: Definition;
  actors: NamedActor[];
  /** Decided for the year itself. */
  decisions: MotivatedDecision[];
  /** What applies without the proposal: the year's own decisions, or, before the first, those of the year before. */
  baseline: MotivatedDecision[];
  /** The year whose levels `baseline` holds; null: none anywhere. */
  baselineYear: number | null;
  /** The round before, with its levels and regional result; null: the year is the first. */
  last: { year: number; decisions: MotivatedDecision[]; regional: RegionalRow[] } | null;
  /** The answers that levels are tried on, as results under `baseline`; null: nobody has answered anything. */
  input: ResultsInput | null;
  basis: Basis | null;
  /** Every year whose answers can be chosen, newest first. */
  bases: Basis[];
};

/**
 * Reads the ground of a year's proposal; undefined without a round. Tried on the answers of `askedBasis`, or else of the newest
 * round in which enough have answered. Only rounds on the same definition version can be compared.
 */
export function levelGround(db: Db, year: number, askedBasis?: number): LevelGround | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const rounds = listRounds(db).filter(
    (other) => other.year <= year && other.definitionVersion === round.definitionVersion,
  );
  const actors = actorsOf(db, year).toSorted(compareActors);
  const decisions = listLevelDecisions(db, year);
  const previous = rounds.find((other) => other.year < year);
  const loaded = previous && loadResults(db, previous.year);
  const last = loaded
    ? { year: previous.year, decisions: listLevelDecisions(db, previous.year), regional: loaded.results.regional }
    : null;
  const baseline = decisions.length > 0 ? decisions : (last?.decisions ?? []);
  const baselineYear = decisions.length > 0 ? year : baseline.length > 0 ? (last?.year ?? null) : null;
  const ids = new Set(actors.map(({ id }) => id));
  const tried = rounds.map((other) => ({ year: other.year, answers: listCountedAnswers(db, other.year) }));
  const bases = tried
    .map(({ year: answered, answers }) => {
      const submitted = new Set(answers.map(({ actor }) => actor).filter((id) => ids.has(id))).size;
      return { year: answered, submitted, actors: actors.length };
    })
    .filter(({ submitted }) => submitted > 0);
  const basis = chosenBasis(bases, askedBasis);
  const answers = tried.find((one) => one.year === basis?.year)?.answers;
  const input = answers ? { definition, actors, decisions: baseline, answers } : null;
  return { round, definition, actors, decisions, baseline, baselineYear, last, input, basis, bases };
}

function chosenBasis(bases: Basis[], asked: number | undefined): Basis | null {
  const enough = ({ submitted, actors }: Basis) => !areTooFew({ answered: submitted, applicable: actors });
  return bases.find(({ year }) => year === asked) ?? bases.find(enough) ?? bases[0] ?? null;
}
