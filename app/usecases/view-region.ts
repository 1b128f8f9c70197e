import type { Db } from "#db/client.server.ts";
import { findNewestReleasedYear } from "#db/queries/rounds.ts";
import type { CommonAnswer } from "#domain/common-function.ts";
import { type RegionCapability, regionRows } from "#domain/region.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { loadResults } from "./load-results.ts";
import { viewCommonFunctions } from "./view-common-functions.ts";

export type RegionView = {
  year: number;
  state: RoundState;
  /** The newest year whose result is released, for the reader who must wait for this one; null: none. */
  releasedYear: number | null;
  /** Empty where the reader must wait for the release. */
  capabilities: RegionCapability[];
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

/** What the office has answered for functions that the actors share, a row per indicator. */
export function commonRows(db: Db, year: number, now: Date): RegionView["common"] {
  const functions = viewCommonFunctions(db, year, now)?.functions ?? [];
  return functions.flatMap(({ code, indicators, content }) =>
    indicators.map(({ id, text }) => ({ id, code, text, answer: content.answers[id] ?? null })),
  );
}
