import type { Db } from "#db/client.server.ts";
import { cellsCsv } from "#exports/cells-csv.ts";
import { regionalCsv } from "#exports/regional-csv.ts";
import { loadResults } from "./load-results.ts";

export type CsvExport = { ok: true; cells: string; regional: string } | { ok: false; problem: "unknown_round" };

/** Both CSV files of a round, as complete texts. */
export function exportCsv(db: Db, year: number): CsvExport {
  const loaded = loadResults(db, year);
  if (!loaded) return { ok: false, problem: "unknown_round" };
  const { definition, actors, answers, results } = loaded;
  return {
    ok: true,
    cells: cellsCsv({ year, definition: definition.version, actors, cells: results.cells, answers }),
    regional: regionalCsv({ year, definition, regional: results.regional }),
  };
}
