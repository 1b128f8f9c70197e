import { type Db, inSnapshot } from "#db/client.server.ts";
import { findNewestReleasedYear, findRound, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { stockholmDay } from "#domain/day.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { type Trend, type TrendRound, type Trends, trendsOf } from "#domain/trend.ts";
import { type TrendCell, trendCells } from "#domain/trend-row.ts";
import { retiredBefore } from "#domain/trend-stretch.ts";
import { loadResults, type RoundResults } from "./load-results.ts";

/** A trend as one line of a table: a cell per year. `code`: "" the whole, "2" a base capability, "2:5" a sub-capability. */
export type TrendRow = { code: string; name: string; cells: TrendCell[] };
export type TrendsView = {
  year: number;
  state: RoundState;
  /** Today in Stockholm, YYYY-MM-DD: the day that the numbers are of. */
  day: string;
  actorCount: number;
  submittedCount: number;
  /** Every calendar year from the first round shown to this one. */
  years: number[];
  /** The newest released year before, where this one is not released; null: none, or not needed. */
  releasedYear: number | null;
  shown: Trend;
  /** Whether the address asked for something that is not there; the whole is shown instead. */
  isUnknown: boolean;
  whole: TrendRow;
  capabilities: (TrendRow & { subs: TrendRow[] })[];
  retired: { code: string; name: string; reason: string }[];
};
/** Who must wait for the release, and the newest year that is released; null: none. */
export type WaitingTrends = { waits: true; year: number; releasedYear: number | null };

type Asked = { year: number; shown: string; isCouncil: boolean };

/** A round as a trend reads it. */
export function asTrendRound({
  round,
  definition,
  actors,
  levelDecisions,
  answers,
  results,
}: RoundResults): TrendRound {
  return { year: round.year, definition, actors, decisions: levelDecisions, answers, cells: results.cells };
}

/**
 * The region over all years up to one, and one trend in full. The council gets the released years, once this one is released, and
 * nothing that rests on one to four actors. undefined for an unknown year.
 */
export function viewTrends(db: Db, asked: Asked, { now }: { now: Date }): TrendsView | WaitingTrends | undefined {
  return inSnapshot(db, (tx) => {
    const { year, isCouncil } = asked;
    const round = findRound(tx, year);
    if (!round) return undefined;
    if (isCouncil && roundState(round, now) !== "released")
      return { waits: true, year, releasedYear: findNewestReleasedYear(tx) ?? null };
    const rounds = listRounds(tx).filter((other) => other.year <= year && (!isCouncil || other.releasedAt !== null));
    return readTrends(
      tx,
      rounds.map((each) => each.year),
      asked,
      now,
    );
  });
}

function readTrends(db: Db, years: number[], asked: Asked, now: Date): TrendsView | undefined {
  const loaded = years.flatMap((year) => loadResults(db, year) ?? []);
  const [newest] = loaded;
  if (!newest) return undefined;
  const [maps, rounds] = [listVersionMaps(db), loaded.map(asTrendRound)];
  const trends = trendsOf({ rounds, maps }, asked);
  const found = findTrend(trends, asked.shown);
  const state = roundState(newest.round, now);
  const released = loaded.find(({ round }) => round.releasedAt !== null && round.year < asked.year);
  const rowOf = (trend: Trend): TrendRow => ({
    code: trend.code,
    name: trend.name,
    cells: trendCells(trend, trends.years),
  });
  return {
    year: asked.year,
    state,
    day: stockholmDay(now),
    actorCount: newest.actors.length,
    submittedCount: newest.submittedCount,
    years: trends.years,
    releasedYear: state === "released" ? null : (released?.round.year ?? null),
    shown: found ?? trends.whole,
    isUnknown: found === undefined,
    whole: rowOf(trends.whole),
    capabilities: newest.definition.capabilities.map(({ number, subCapabilities }, at) => ({
      ...rowOf(trends.capabilities[at] ?? trends.whole),
      code: String(number),
      subs: trends.subs.filter(({ code }) => subCapabilities.some((sub) => sub.code === code)).map(rowOf),
    })),
    retired: retiredBefore(rounds, maps),
  };
}

function findTrend({ whole, capabilities, subs }: Trends, code: string): Trend | undefined {
  return [whole, ...capabilities, ...subs].find((trend) => trend.code === code);
}
