import { type Db, inSnapshot } from "#db/client.server.ts";
import { compareCategories } from "#domain/actor-order.ts";
import { arrangeFeet, type HeatmapBand } from "#domain/heatmap.ts";
import { categoryRows, type ShareRow } from "#domain/share-table.ts";
import { type ParsedHeatmapQuery, parseShareQuery } from "./heatmap-query.ts";
import { loadResults } from "./load-results.ts";
import { type ResultFacts, resultFacts } from "./result-facts.ts";
import { openedYears, readEarlier } from "./view-heatmap.ts";

export type ShareTableView = ResultFacts &
  ParsedHeatmapQuery & {
    years: number[];
    earlierYears: number[];
    categories: string[];
    capabilities: { number: number; name: string; subCapabilities: { code: string; name: string }[] }[];
    /** The columns, with their feet over all rows. */
    bands: HeatmapBand[];
    /** How many actors the feet are over. */
    actorsBelow: number;
    rows: ShareRow[];
  };

/** Categories × sub-capabilities; undefined for an unknown year. Reads two rounds at most. */
export function viewCategories(
  db: Db,
  { year, search }: { year: number; search: URLSearchParams },
  { now }: { now: Date },
): ShareTableView | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    const { definition, actors, results } = loaded;
    const { capabilities } = definition;
    const years = openedYears(tx);
    const earlierYears = years.filter((other) => other < year);
    const categories = [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
    const parsed = parseShareQuery(search, { categories, capabilities, earlierYears });
    const earlier = readEarlier(tx, loaded, parsed.query.aim)?.cells;
    const input = { definition, actors, results, earlier };
    return {
      ...resultFacts(loaded, now),
      ...parsed,
      ...arrangeFeet(input, parsed.query),
      years,
      earlierYears,
      categories,
      capabilities,
      rows: categoryRows(input, parsed.query),
    };
  });
}
