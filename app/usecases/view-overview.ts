import { type Db, inSnapshot } from "#db/client.server.ts";
import { findNewestReleasedYear, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type NamedChange, type RegionOverview, regionOverview } from "#domain/region-overview.ts";
import { roundState } from "#domain/round.ts";
import { type Lineage, lineageBetween } from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { type ResultFacts, resultFacts } from "./result-facts.ts";

export type OverviewView = ResultFacts &
  Omit<RegionOverview, "changes"> & {
    /** Since the newest released year before; null without one. */
    since: { year: number; changes: NamedChange[] } | null;
  };
/** Who must wait for the release, and the newest year that is released; null: none. */
export type WaitingOverview = { waits: true; year: number; releasedYear: number | null };

type Asked = { year: number; isCouncil: boolean };
type Earlier = { before: RoundResults; lineage: Lineage | undefined };

/**
 * The region on one page. The council gets it after release, without what rests on one to four actors. Reads two rounds
 * at most, whatever their number. undefined for an unknown year.
 */
export function viewOverview(
  db: Db,
  { year, isCouncil }: Asked,
  { now }: { now: Date },
): OverviewView | WaitingOverview | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    const state = roundState(loaded.round, now);
    if (isCouncil && state !== "released")
      return { waits: true, year, releasedYear: findNewestReleasedYear(tx) ?? null };
    return overviewIn(tx, loaded, { isCouncil, now });
  });
}

/** The same of results that are already read, without asking whether they are released: for somebody in a snapshot of its own. */
export function overviewIn(
  db: Db,
  loaded: RoundResults,
  { isCouncil, now }: { isCouncil: boolean; now: Date },
): OverviewView {
  const earlier = findEarlier(db, loaded);
  const { changes, ...overview } = regionOverview(loaded, earlier, { mayWithhold: isCouncil });
  return {
    ...resultFacts(loaded, now),
    ...overview,
    since: earlier ? { year: earlier.before.round.year, changes } : null,
  };
}

/** The newest released round before, and where this one's sub-capabilities come from in it. */
function findEarlier(db: Db, { round, definition }: RoundResults): Earlier | null {
  const earlier = listRounds(db).find((other) => other.year < round.year && other.releasedAt !== null);
  const before = earlier && loadResults(db, earlier.year);
  if (!before) return null;
  return { before, lineage: lineageBetween(listVersionMaps(db), { from: before.definition.version, definition }) };
}
