import type { Db } from "#db/client.server.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type ActorProfile, type EarlierYear, profileOf } from "#domain/actor-profile.ts";
import { lineageBetween } from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";

/** How many earlier years a profile shows: what a page has room for. */
const MOST_YEARS = 4;

/** An actor's profile beside its category and over its newest released years; undefined where it is not in the round. */
export function readActorProfile(db: Db, loaded: RoundResults, actorId: string): ActorProfile | undefined {
  return profileOf({ ...loaded, year: loaded.round.year, earlier: earlierYears(db, loaded, actorId) }, actorId);
}

function earlierYears(db: Db, { round, definition }: RoundResults, actorId: string): EarlierYear[] {
  const released = listRounds(db).filter(({ year, releasedAt }) => year < round.year && releasedAt !== null);
  const maps = listVersionMaps(db);
  return released
    .slice(0, MOST_YEARS)
    .flatMap(({ year }) => {
      const then = loadResults(db, year);
      const cells = then?.results.cells.filter(({ actor }) => actor === actorId) ?? [];
      if (!then || cells.length === 0) return [];
      return [{ year, cells, lineage: lineageBetween(maps, { from: then.definition.version, definition }) }];
    })
    .toReversed();
}
