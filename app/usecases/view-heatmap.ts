import { type Db, inSnapshot } from "#db/client.server.ts";
import { listMergers } from "#db/queries/actor-changes.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { compareCategories } from "#domain/actor-order.ts";
import type { CapabilityRow, RegionalRow } from "#domain/aggregate.ts";
import { findSubCapability, listSubCapabilities } from "#domain/definition.ts";
import { arrangeHeatmap, type EarlierCells, type Heatmap } from "#domain/heatmap.ts";
import type { HeatmapAim } from "#domain/heatmap-cell.ts";
import { comparabilityOf, lineageBetween } from "#domain/version-map.ts";
import { heatmapSearch, type ParsedHeatmapQuery, parseHeatmapQuery } from "./heatmap-query.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { type ResultFacts, resultFacts } from "./result-facts.ts";

export type PriorityItem = Omit<RegionalRow, "median" | "distribution" | "gapSteps"> & { name: string };
export type HeatmapView = ResultFacts &
  ParsedHeatmapQuery & {
    /** Years of all rounds that have opened, newest first. */
    years: number[];
    /** Codes of the sub-capabilities that no actor has a minimum for. */
    withoutMinimum: string[];
    categories: string[];
    /** All base capabilities and sub-capabilities of the definition, also those that are not shown. */
    capabilities: { number: number; name: string; subCapabilities: { code: string; name: string }[] }[];
    earlierYears: number[];
    heatmap: Heatmap;
    /** Actors that went up in another between the year compared with and this one. */
    merged: { name: string; into: string }[];
    /** What the address asked for, understood: goes with every link to a cell, so that it can lead back. */
    search: string;
    /** Over the whole region, whatever is shown. */
    shares: (CapabilityRow & { name: string })[];
    priority: PriorityItem[];
  };

/** The regional heatmap with summaries and priority; undefined for an unknown year. Reads two rounds at most. */
export function viewHeatmap(
  db: Db,
  { year, search }: { year: number; search: URLSearchParams },
  { now }: { now: Date },
): HeatmapView | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    return loaded && heatmapOf(tx, loaded, search, now);
  });
}

function heatmapOf(db: Db, loaded: RoundResults, search: URLSearchParams, now: Date): HeatmapView {
  const { round, definition, actors, results } = loaded;
  const categories = [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
  const years = openedYears(db);
  const earlierYears = years.filter((other) => other < round.year);
  const { capabilities } = definition;
  const parsed = parseHeatmapQuery(search, { categories, capabilities, earlierYears });
  const earlier = readEarlier(db, loaded, parsed.query.aim);
  const regional = new Map(results.regional.map((row) => [row.code, row]));
  return {
    ...resultFacts(loaded, now),
    ...parsed,
    years,
    withoutMinimum: results.regional.filter(({ expected }) => expected === 0).map(({ code }) => code),
    categories,
    capabilities: capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      subCapabilities: subCapabilities.map((sub) => ({ code: sub.code, name: sub.name })),
    })),
    earlierYears,
    heatmap: arrangeHeatmap({ definition, actors, results, earlier: earlier?.cells }, parsed.query),
    merged: earlier?.merged ?? [],
    search: heatmapSearch(parsed.fields),
    shares: results.capabilities.map((row, index) => ({ ...row, name: capabilities[index]?.name ?? "" })),
    priority: results.priority.flatMap((code) => {
      const row = regional.get(code);
      if (!row) return [];
      const { median, distribution, gapSteps, ...told } = row;
      return [{ ...told, name: findSubCapability(definition, code)?.name ?? "" }];
    }),
  };
}

/** Years of all rounds that have opened, newest first. */
export function openedYears(db: Db): number[] {
  return listRounds(db).flatMap(({ openedAt, year }) => (openedAt === null ? [] : [year]));
}

type Earlier = { cells: EarlierCells; merged: HeatmapView["merged"] };

/** The year that a change is counted from; undefined where none is asked for. */
export function readEarlier(db: Db, now: RoundResults, aim: HeatmapAim): Earlier | undefined {
  const then = aim.by === "change" ? loadResults(db, aim.year) : undefined;
  if (!then) return undefined;
  const { definition, actors } = now;
  const lineage = lineageBetween(listVersionMaps(db), { from: then.definition.version, definition });
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  const byCode = new Map(codes.map((code) => [code, comparabilityOf(lineage, code)]));
  const nowhere = comparabilityOf(undefined, "");
  const names = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  const merged = listMergers(db)
    .filter(({ day }) => day > (then.round.openedAt ?? "") && day <= (now.round.openedAt ?? "9999"))
    .flatMap(({ name, intoActorId }) => {
      const into = names.get(intoActorId ?? "");
      return into === undefined ? [] : [{ name, into }];
    });
  return { cells: { cells: then.results.cells, comparabilityOf: (code) => byCode.get(code) ?? nowhere }, merged };
}
