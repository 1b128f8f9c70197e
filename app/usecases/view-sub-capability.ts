import { type Db, inSnapshot } from "#db/client.server.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { listCountedContents } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type Cause, causes } from "#domain/answer.ts";
import { type LevelsRow, levelsPerCategory } from "#domain/category-levels.ts";
import { findSubCapability, type LevelAnchor, listSubCapabilities, type SubCapability } from "#domain/definition.ts";
import { countEvidence, type EvidenceCount, type ProvenClaims, provenClaims } from "#domain/evidence-age.ts";
import type { Cell, CellStatus } from "#domain/gap.ts";
import { countIndicators, type IndicatorCount } from "#domain/indicator-count.ts";
import type { Summary } from "#domain/summary.ts";
import { type GroupMinimum, minimaOf } from "#domain/target.ts";
import type { Trend } from "#domain/trend.ts";
import { cellsOfStretch } from "#domain/trend-cells.ts";
import { segmentOfOne, yearsBetween } from "#domain/trend-segment.ts";
import { stretchesOf } from "#domain/trend-stretch.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { type MeasureFacts, readRegionMeasures } from "./read-measures.ts";
import { type Names, namesIn, type ResultFacts, resultFacts } from "./result-facts.ts";
import { type Loop, readLoop } from "./view-loop.ts";
import { asTrendRound } from "./view-trends.ts";

export type RegionMeasure = MeasureFacts & { actorId: string };
export type SubCapabilityView = ResultFacts & {
  sub: SubCapability;
  /** The sub-capabilities before and after in the definition. */
  neighbours: { before: string | null; after: string | null };
  scale: LevelAnchor[];
  summary: Summary;
  /** The minimum in force of every group that has one: what the shares are counted against. */
  minima: GroupMinimum[];
  /** Ids by status, by category and name. */
  actors: Record<CellStatus, string[]>;
  levels: LevelsRow[];
  indicators: IndicatorCount[];
  /** Who names each cause, of those below the minimum or unknown; without causes that nobody names. */
  causes: { cause: Cause; actors: string[] }[];
  evidence: EvidenceCount[];
  proven: ProvenClaims;
  /** The day that the evidence's age is counted to, YYYY-MM-DD. */
  evidenceDay: string;
  measures: RegionMeasure[];
  /** What was done since the newest earlier released year, and how the levels moved. */
  loop: Loop;
  /** Over the opened rounds up to this year. */
  trend: Trend;
  /** Every calendar year from the first of them to this one. */
  trendYears: number[];
  names: Names;
};

/** One sub-capability over all actors; undefined for an unknown year or code. Two queries and six for measures beside the rounds'. */
export function viewSubCapability(
  db: Db,
  { year, code }: { year: number; code: string },
  { now }: { now: Date },
): SubCapabilityView | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    const sub = loaded && findSubCapability(loaded.definition, code);
    if (!loaded || !sub) return undefined;
    const measures = readRegionMeasures(tx, { year, definition: loaded.definition });
    return {
      ...resultFacts(loaded, now),
      ...pictureOf(loaded, sub),
      ...contentsOf(tx, loaded, sub),
      measures: measures.filter((measure) => measure.code === code),
      loop: readLoop(tx, loaded, { isCouncil: false, code }),
      ...trendOf(tx, loaded, sub),
      names: namesIn(loaded),
    };
  });
}

function pictureOf({ definition, actors, results, levelDecisions }: RoundResults, sub: SubCapability) {
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  const at = codes.indexOf(sub.code);
  const cells = results.cells.filter(({ code }) => code === sub.code);
  const scale = definition.levels;
  const levels = levelsPerCategory(
    cells,
    actors,
    scale.map(({ level }) => level),
  );
  const named = causes.map((cause) => ({ cause, actors: idsOf(cells, (cell) => cell.causes.includes(cause)) }));
  return {
    sub,
    neighbours: { before: codes[at - 1] ?? null, after: codes[at + 1] ?? null },
    scale,
    summary: levels[0] as Summary,
    minima: minimaOf(levelDecisions, sub.code),
    actors: byStatus(cells),
    levels,
    causes: named.filter((each) => each.actors.length > 0).sort((a, b) => b.actors.length - a.actors.length),
  };
}

function idsOf(cells: readonly Cell[], is: (cell: Cell) => boolean): string[] {
  return cells.filter(is).map(({ actor }) => actor);
}

function byStatus(cells: readonly Cell[]): Record<CellStatus, string[]> {
  const of = (status: CellStatus) => idsOf(cells, (cell) => cell.status === status);
  return {
    below_minimum: of("below_minimum"),
    unknown: of("unknown"),
    missing: of("missing"),
    no_minimum: of("no_minimum"),
    meets_minimum: of("meets_minimum"),
    meets_ambition: of("meets_ambition"),
    not_applicable: of("not_applicable"),
  };
}

/** What is read out of the answers themselves. Those of whom the sub-capability does not ask anything do not count. */
function contentsOf(db: Db, { round, definition, actors, results }: RoundResults, sub: SubCapability) {
  const asked = new Set(
    idsOf(
      results.cells,
      ({ code, status }) => code === sub.code && status !== "not_applicable" && status !== "missing",
    ),
  );
  const contents = new Map(listCountedContents(db, round.year, sub.code).map(({ actor, content }) => [actor, content]));
  const answers = actors.flatMap(({ id, designated }) => {
    const content = asked.has(id) ? contents.get(id) : undefined;
    return content ? [{ actor: id, designated, content }] : [];
  });
  const closingDay = round.originalClosingDay;
  return {
    indicators: countIndicators(sub, answers),
    evidence: countEvidence(answers, closingDay),
    proven: provenClaims(answers, { closingDay, proposal: definition.proposal }),
    evidenceDay: closingDay,
  };
}

function trendOf(db: Db, loaded: RoundResults, { code, name }: SubCapability): { trend: Trend; trendYears: number[] } {
  const earlier = listRounds(db).filter(({ year, openedAt }) => year < loaded.round.year && openedAt !== null);
  const rounds = [loaded, ...earlier.flatMap(({ year }) => loadResults(db, year) ?? [])].map(asTrendRound);
  const stretches = stretchesOf(rounds, listVersionMaps(db), code);
  const segments = stretches.map((stretch) => segmentOfOne(cellsOfStretch(stretch), () => true));
  const first = Math.min(...rounds.map(({ year }) => year));
  return { trend: { code, name, segments }, trendYears: yearsBetween(first, loaded.round.year) };
}
