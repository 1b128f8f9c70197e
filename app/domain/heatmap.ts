// The heatmap (värmekarta): actors in rows, sub-capabilities in columns, each column with its summary at its foot.
// Rows stand by category and name unless the reader asks for one column. What an actor is (its category, whether it is designated)
// narrows both rows and summaries; what it has answered narrows only the rows, as a share over those chosen for their answers would
// say nothing. Source: method § 5.
import { cellsOf, type RegionalRow, type Results } from "./aggregate.ts";
import type { Definition } from "./definition.ts";
import type { Cell } from "./gap.ts";
import {
  againstAmbition,
  type ChangeCell,
  type ChangeStatus,
  changeCells,
  changeStatuses,
  type HeatmapAim,
  levelCells,
  type ShownCell,
  type ShownStatus,
} from "./heatmap-cell.ts";
import { groupRows, type HeatmapGroup, type HeatmapOrder, type RowEnd } from "./heatmap-order.ts";
import { type Summary, summarize } from "./summary.ts";
import type { NamedActor } from "./target.ts";
import type { Comparability, LineageStep } from "./version-map.ts";

export type { HeatmapGroup, HeatmapOrder, HeatmapRow, RowEnd } from "./heatmap-order.ts";
export type { NamedActor } from "./target.ts";

/** What the reader asked to see; null: all. */
export type HeatmapQuery = {
  aim: HeatmapAim;
  category: string | null;
  designated: boolean | null;
  /** Number of the base capability whose columns are shown. */
  capability: number | null;
  /** Only actors with such a cell: in the chosen column, or in any that is shown where none is chosen. */
  status: ShownStatus | null;
  /** Code of the chosen column. Without one the orders `gap` and `level` stand by category. */
  column: string | null;
  order: HeatmapOrder;
};
/** The year to compare with: its cells, and what each code is compared with there. */
export type EarlierCells = { cells: readonly Cell[]; comparabilityOf: (code: string) => Comparability };

export type ChangeCounts = Record<ChangeStatus, number>;
export type HeatmapFoot = ({ of: "levels" } & Summary) | ({ of: "changes" } & ChangeCounts);
/** `breaks`: why the column cannot be compared with the earlier year; empty where it can. */
export type HeatmapColumn = { code: string; name: string; foot: HeatmapFoot; breaks: LineageStep[] };
export type HeatmapBand = { number: number; name: string; columns: HeatmapColumn[] };
export type Heatmap = {
  bands: HeatmapBand[];
  groups: HeatmapGroup[];
  /** How many actors the columns' feet are over. */
  actorsBelow: number;
  /** How many of them have a row. */
  actorsShown: number;
};

export type HeatmapInput = {
  definition: Definition;
  actors: readonly NamedActor[];
  results: Pick<Results, "cells" | "regional">;
  /** Given where the aim is a change. */
  earlier?: EarlierCells | undefined;
};
type Column = { code: string; name: string; index: number };
/** A row before it is chosen: the actor's cells of the shown columns as they are judged, and as they are shown. */
type Candidate = { actor: NamedActor; judged: Cell[]; shown: ShownCell[] };

/** The columns with their feet alone, over the actors of the chosen category and designation. */
export function arrangeFeet(input: HeatmapInput, query: HeatmapQuery): { bands: HeatmapBand[]; actorsBelow: number } {
  const candidates = candidatesOf(input, query, columnsOf(input.definition, query.capability));
  return { bands: bandsOf(input, query, candidates), actorsBelow: candidates.length };
}

/** The table as the reader asked for it. */
export function arrangeHeatmap(input: HeatmapInput, query: HeatmapQuery): Heatmap {
  const columns = columnsOf(input.definition, query.capability);
  const candidates = candidatesOf(input, query, columns);
  const chosen = columns.findIndex(({ code }) => code === query.column);
  const rows = candidates
    .filter(({ shown }) => hasStatus(chosen === -1 ? shown : shown.slice(chosen, chosen + 1), query.status))
    .map(({ actor, judged, shown }) => ({ actor, cells: shown, end: endOf(judged, shown) }));
  return {
    bands: bandsOf(input, query, candidates),
    groups: groupRows(rows, query.order, chosen),
    actorsBelow: candidates.length,
    actorsShown: rows.length,
  };
}

function columnsOf({ capabilities }: Definition, capability: number | null): Column[] {
  return capabilities
    .flatMap(({ number, subCapabilities }) => subCapabilities.map(({ code, name }) => ({ number, code, name })))
    .map(({ number, code, name }, index) => ({ number, code, name, index }))
    .filter(({ number }) => capability === null || number === capability);
}

function candidatesOf(
  input: HeatmapInput,
  { aim, category, designated }: HeatmapQuery,
  columns: Column[],
): Candidate[] {
  const { actors, results } = input;
  const width = results.regional.length;
  const show = showing(input, aim);
  return actors.flatMap((actor, place) => {
    if (category !== null && actor.category !== category) return [];
    if (designated !== null && actor.designated !== designated) return [];
    const row = cellsOf(results, place);
    const cells = columns.length === width ? row : columns.flatMap(({ index }) => row[index] ?? []);
    const judged = aim.by === "ambition" ? cells.map(againstAmbition) : cells;
    return [{ actor, judged, shown: show(actor.id, judged) }];
  });
}

/** How an actor's cells are shown. */
function showing({ earlier }: HeatmapInput, { by }: HeatmapAim): (actor: string, cells: Cell[]) => ShownCell[] {
  if (by !== "change" || !earlier) {
    const shown = levelCells(by === "ambition" ? "ambition" : "minimum");
    return (_actor, cells) => cells.map(shown);
  }
  const shown = changeCells(earlier.comparabilityOf);
  const then = new Map<string, Map<string, Cell>>();
  for (const cell of earlier.cells) {
    const own = then.get(cell.actor) ?? new Map<string, Cell>();
    then.set(cell.actor, own.set(cell.code, cell));
  }
  return (actor, cells) => cells.map((cell) => shown(cell, then.get(actor)));
}

function hasStatus(cells: readonly ShownCell[], status: ShownStatus | null): boolean {
  return status === null || cells.some((cell) => cell.status === status);
}

function endOf(judged: readonly Cell[], shown: readonly ShownCell[]): RowEnd | null {
  if (judged.every(({ status }) => status === "missing" || status === "not_applicable")) return null;
  const count = (status: ShownStatus) => shown.filter((cell) => cell.status === status).length;
  return shown[0]?.shows === "change" ? { up: count("up"), down: count("down") } : { below: count("below_minimum") };
}

function bandsOf(input: HeatmapInput, query: HeatmapQuery, candidates: Candidate[]): HeatmapBand[] {
  const { definition, earlier } = input;
  const isChange = query.aim.by === "change";
  // Over all actors against the minimum it is computed already.
  const isWhole = query.aim.by === "minimum" && candidates.length === input.actors.length;
  const known = new Map<string, Summary>(
    isWhole ? input.results.regional.map((row) => [row.code, summaryIn(row)]) : [],
  );
  let index = -1;
  const columnOf = ({ code, name }: { code: string; name: string }): HeatmapColumn => {
    index += 1;
    const place = index;
    const comparability = isChange ? earlier?.comparabilityOf(code) : undefined;
    return {
      code,
      name,
      foot: isChange
        ? { of: "changes", ...countChanges(candidates.map(({ shown }) => shown[place] as ChangeCell)) }
        : { of: "levels", ...(known.get(code) ?? summarize(candidates.flatMap(({ judged }) => judged[place] ?? []))) },
      breaks: comparability && !comparability.comparable ? comparability.breaks : [],
    };
  };
  return definition.capabilities
    .filter(({ number }) => query.capability === null || number === query.capability)
    .map(({ number, name, subCapabilities }) => ({ number, name, columns: subCapabilities.map(columnOf) }));
}

/** What a foot tells of, without the spread of levels: the browser gets what is shown. */
function summaryIn({ code, median, distribution, gapSteps, causes, ...summary }: RegionalRow): Summary {
  return summary;
}

function countChanges(cells: readonly ChangeCell[]): ChangeCounts {
  const counts = Object.fromEntries(changeStatuses.map((status) => [status, 0])) as ChangeCounts;
  for (const { status } of cells) counts[status] += 1;
  return counts;
}
