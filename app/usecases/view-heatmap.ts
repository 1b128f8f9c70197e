import type { Db } from "#db/client.server.ts";
import type { Decision } from "#db/queries/decisions.ts";
import { compareCategories } from "#domain/actor-order.ts";
import type { CapabilityRow, RegionalRow } from "#domain/aggregate.ts";
import { findSubCapability, listSubCapabilities } from "#domain/definition.ts";
import { arrangeHeatmap, type Heatmap } from "#domain/heatmap.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { heatmapSearch, type ParsedHeatmapQuery, parseHeatmapQuery } from "./heatmap-query.ts";
import { loadResults } from "./load-results.ts";

export type PriorityItem = RegionalRow & { name: string };
export type HeatmapView = Omit<ParsedHeatmapQuery, "query"> & {
  year: number;
  state: RoundState;
  closingDay: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: Pick<Decision, "sequence" | "decidedOn"> | null;
  /** Codes of the sub-capabilities that no actor has a minimum for. */
  withoutMinimum: string[];
  categories: string[];
  heatmap: Heatmap;
  /** What the address asked for, understood: goes with every link to a cell, so that it can lead back. */
  search: string;
  /** Over the whole region, whatever category is shown. */
  capabilities: (CapabilityRow & { name: string })[];
  priority: PriorityItem[];
};

/** The regional heatmap with summaries and priority; undefined for an unknown year. */
export function viewHeatmap(
  db: Db,
  { year, search }: { year: number; search: URLSearchParams },
  { now }: { now: Date },
): HeatmapView | undefined {
  const loaded = loadResults(db, year);
  if (!loaded) return undefined;
  const { round, definition, actors, decisions, submittedCount, results } = loaded;
  const categories = [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  const { query, fields, errors } = parseHeatmapQuery(search, { categories, codes });
  const [latest] = decisions;
  const regional = new Map(results.regional.map((row) => [row.code, row]));
  return {
    year,
    state: roundState(round, now),
    closingDay: round.closingDay,
    actorCount: actors.length,
    submittedCount,
    latestDecision: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null,
    withoutMinimum: results.regional.filter(({ expected }) => expected === 0).map(({ code }) => code),
    categories,
    fields,
    errors,
    heatmap: arrangeHeatmap({ definition, actors, results }, query),
    search: heatmapSearch(query),
    capabilities: results.capabilities.map((row, index) => ({
      ...row,
      name: definition.capabilities[index]?.name ?? "",
    })),
    priority: results.priority.flatMap((code) => {
      const row = regional.get(code);
      return row ? [{ ...row, name: findSubCapability(definition, code)?.name ?? "" }] : [];
    }),
  };
}
