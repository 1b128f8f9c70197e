import { type Db, inSnapshot } from "#db/client.server.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { compareCategories } from "#domain/actor-order.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { arrangeFeet } from "#domain/heatmap.ts";
import { type ComparedRound, yearRows } from "#domain/share-table.ts";
import { comparabilityOf, lineageBetween } from "#domain/version-map.ts";
import { parseShareQuery } from "./heatmap-query.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { resultFacts } from "./result-facts.ts";
import type { ShareTableView } from "./view-categories.ts";
import { openedYears } from "./view-heatmap.ts";

/** This year and every earlier one × this year's sub-capabilities, newest first; undefined for an unknown year. Reads every round. */
export function viewYears(
  db: Db,
  { year, search }: { year: number; search: URLSearchParams },
  { now }: { now: Date },
): ShareTableView | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    return loaded && yearsOf(tx, loaded, search, now);
  });
}

function yearsOf(db: Db, loaded: RoundResults, search: URLSearchParams, now: Date): ShareTableView {
  const { definition, actors, results, round } = loaded;
  const { capabilities } = definition;
  const years = openedYears(db);
  const categories = [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
  // Each row is a year of its own: there is no other to compare it with.
  const parsed = parseShareQuery(search, { categories, capabilities, earlierYears: [] });
  const { query } = parsed;
  const rounds = years
    .filter((other) => other <= round.year)
    .flatMap((other) => (other === round.year ? loaded : (loadResults(db, other) ?? [])));
  const own = arrangeFeet({ definition, actors, results }, query);
  const codes = own.bands.flatMap(({ columns }) => columns.map(({ code }) => code));
  return {
    ...resultFacts(loaded, now),
    ...parsed,
    ...own,
    years,
    earlierYears: [],
    categories,
    capabilities,
    rows: yearRows(compared(db, loaded, rounds), codes, query),
  };
}

function compared(db: Db, { definition }: RoundResults, rounds: RoundResults[]): ComparedRound[] {
  const maps = listVersionMaps(db);
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  const nowhere = comparabilityOf(undefined, "");
  return rounds.map(({ round, definition: own, actors, results, levelDecisions }) => {
    const lineage = lineageBetween(maps, { from: own.version, definition });
    const byCode = new Map(codes.map((code) => [code, comparabilityOf(lineage, code)]));
    return {
      year: round.year,
      input: { definition: own, actors, results },
      levelDecisions,
      comparabilityOf: (code) => byCode.get(code) ?? nowhere,
    };
  });
}
