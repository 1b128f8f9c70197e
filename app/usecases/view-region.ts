import type { Db } from "#db/client.server.ts";
import { findNewestReleasedYear } from "#db/queries/rounds.ts";
import type { RegionalRow } from "#domain/aggregate.ts";
import type { CommonAnswer } from "#domain/common-function.ts";
import { fewestActors } from "#domain/disclosure.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { viewCommonFunctions } from "./view-common-functions.ts";

type Shown = Pick<RegionalRow, "answered" | "applicable" | "shareMeeting" | "shareLow" | "shareHigh">;
export type RegionRow = { code: string; name: string } & (
  | ({ shown: "all" } & Shown)
  /** Enough have answered, but none or too few of them have a minimum to meet: only how many answered. */
  | ({ shown: "no_minimum" | "coverage" } & Pick<RegionalRow, "answered" | "applicable">)
  | { shown: "nothing" }
);
export type RegionView = {
  year: number;
  state: RoundState;
  /** The newest year whose result is released, for the reader who must wait for this one; null: none. */
  releasedYear: number | null;
  /** Empty where the reader must wait for the release. */
  capabilities: { number: number; name: string; rows: RegionRow[] }[];
  /** What the office has answered for functions that the actors share; in none of the rows. */
  common: { id: string; code: string; text: string; answer: CommonAnswer | null }[];
};

/**
 * The whole region's row per sub-capability, without totals, causes or levels: nothing from which a single actor's answer
 * could be told. The council sees it after release. undefined for an unknown year.
 */
export function viewRegion(
  db: Db,
  { year, mustWait }: { year: number; mustWait: boolean },
  { now }: { now: Date },
): RegionView | undefined {
  const loaded = loadResults(db, year);
  if (!loaded) return undefined;
  const state = roundState(loaded.round, now);
  if (mustWait && state !== "released")
    return { year, state, releasedYear: findNewestReleasedYear(db) ?? null, capabilities: [], common: [] };
  return { year, state, releasedYear: null, capabilities: regionRows(loaded), common: commonRows(db, year, now) };
}

/** The rows of results that are already read, by base capability. */
export function regionRows({ definition, results }: RoundResults): RegionView["capabilities"] {
  const regional = new Map(results.regional.map((row) => [row.code, row]));
  return definition.capabilities.map(({ number, name, subCapabilities }) => ({
    number,
    name,
    rows: subCapabilities.map((sub) => rowOf(sub, regional.get(sub.code))),
  }));
}

/** What the office has answered for functions that the actors share, a row per indicator. */
export function commonRows(db: Db, year: number, now: Date): RegionView["common"] {
  const functions = viewCommonFunctions(db, year, now)?.functions ?? [];
  return functions.flatMap(({ code, indicators, content }) =>
    indicators.map(({ id, text }) => ({ id, code, text, answer: content.answers[id] ?? null })),
  );
}

function rowOf({ code, name }: { code: string; name: string }, row: RegionalRow | undefined): RegionRow {
  if (!row || row.answered < fewestActors) return { code, name, shown: "nothing" };
  const { answered, applicable, shareMeeting, shareLow, shareHigh } = row;
  if (row.expected === 0) return { code, name, shown: "no_minimum", answered, applicable };
  // The share rests on those who answered and have a minimum: they must be enough too.
  if (row.meetsMinimum + row.notMeeting < fewestActors) return { code, name, shown: "coverage", answered, applicable };
  return { code, name, shown: "all", answered, applicable, shareMeeting, shareLow, shareHigh };
}
