import type { Db } from "#db/client.server.ts";
import { listLevelDecisions, type MotivatedDecision } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRounds, type Round } from "#db/queries/rounds.ts";
import { listCountedAnswers } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { compareActors } from "#domain/actor-order.ts";
import type { RegionalRow, ResultsInput } from "#domain/aggregate.ts";
import { areTooFew } from "#domain/consequences.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import type { NamedActor } from "#domain/heatmap.ts";
import { breaksOf, carriedOver, type Lineage, lineageBetween } from "#domain/version-map.ts";
import { actorsOf } from "./decide-levels.ts";
import { loadResults } from "./load-results.ts";

/** Which answers a proposal is tried on. */
export type Basis = {
  year: number;
  /** How many of the year's actors have an answer that counts there. */
  submitted: number;
  actors: number;
  /** Codes to which no line leads from that year. */
  broken: string[];
};

/** An earlier year's things under the codes of this one's version. `lineage`: which they were, and where no line leads there. */
type Carried = { lineage: Lineage | undefined };

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
  last: (Carried & { year: number; decisions: MotivatedDecision[]; regional: RegionalRow[] }) | null;
  /** The answers that levels are tried on, as results under `baseline`; null: nobody has answered anything. */
  input: ResultsInput | null;
  basis: (Carried & Basis) | null;
  /** Every year whose answers can be chosen, newest first. */
  bases: Basis[];
};

/**
 * Reads the ground of a year's proposal; undefined without a round. Tried on the answers of `askedBasis`, or else of the newest
 * round in which enough have answered. Of a round on another definition version, what the version map draws a line to.
 */
export function levelGround(db: Db, year: number, askedBasis?: number): LevelGround | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const maps = listVersionMaps(db);
  const rounds = listRounds(db)
    .filter((other) => other.year <= year)
    .map((other) => ({
      year: other.year,
      lineage: lineageBetween(maps, { from: other.definitionVersion, definition }),
    }));
  const actors = actorsOf(db, year).toSorted(compareActors);
  const decisions = listLevelDecisions(db, year);
  const last = lastOf(
    db,
    rounds.find((other) => other.year < year),
  );
  const baseline = decisions.length > 0 ? decisions : (last?.decisions ?? []);
  const baselineYear = decisions.length > 0 ? year : baseline.length > 0 ? (last?.year ?? null) : null;
  const tried = triedOn(db, rounds, { definition, actors });
  const basis = chosenBasis(tried, askedBasis);
  const input = basis ? { definition, actors, decisions: baseline, answers: basis.answers } : null;
  return { round, definition, actors, decisions, baseline, baselineYear, last, input, basis, bases: tried };
}

type EarlierRound = Carried & { year: number };

function lastOf(db: Db, previous: EarlierRound | undefined): LevelGround["last"] {
  const loaded = previous && loadResults(db, previous.year);
  if (!previous || !loaded) return null;
  const { year, lineage } = previous;
  const decisions = carriedOver(lineage, listLevelDecisions(db, year));
  return { year, lineage, decisions, regional: carriedOver(lineage, loaded.results.regional) };
}

type Tried = Basis & EarlierRound & { answers: CountedAnswer[] };

/** The rounds of which somebody in this one has answers to try on. */
function triedOn(
  db: Db,
  rounds: EarlierRound[],
  { definition, actors }: { definition: Definition; actors: NamedActor[] },
): Tried[] {
  const ids = new Set(actors.map(({ id }) => id));
  return rounds
    .map(({ year, lineage }) => {
      const answers = carriedOver(lineage, listCountedAnswers(db, year));
      const submitted = new Set(answers.map(({ actor }) => actor).filter((id) => ids.has(id))).size;
      const codes = listSubCapabilities(definition).map(({ code }) => code);
      const broken = codes.filter((code) => breaksOf(lineage, code) !== null);
      return { year, lineage, answers, submitted, actors: actors.length, broken };
    })
    .filter(({ submitted }) => submitted > 0);
}

function chosenBasis(bases: Tried[], asked: number | undefined): Tried | null {
  const enough = ({ submitted, actors }: Basis) => !areTooFew({ answered: submitted, applicable: actors });
  return bases.find(({ year }) => year === asked) ?? bases.find(enough) ?? bases[0] ?? null;
}
