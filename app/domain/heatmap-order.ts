// In which order the heatmap's rows stand, and how they are grouped. Nobody gets a rank: by category and name unless the reader asks
// for one column. Source: method § 5.
import { compareActors, compareNames } from "./actor-order.ts";
import type { Cell, CellStatus } from "./gap.ts";
import type { ShownCell } from "./heatmap-cell.ts";
import type { NamedActor } from "./target.ts";

/** `gap`: what falls short most in the chosen column first, or, of changes, what has fallen most. */
export type HeatmapOrder = "category" | "name" | "gap" | "level";
/** `end`: the shown cells that fall short, or the levels raised and lowered; null without a counted answer. */
export type HeatmapRow = { actor: NamedActor; end: RowEnd | null; cells: ShownCell[] };
export type RowEnd = { below: number } | { up: number; down: number };
/** `category` null: rows of several categories in one list. */
export type HeatmapGroup = { category: string | null; rows: HeatmapRow[] };

/** The rows in groups, as ordered. `chosen`: the place of the chosen column, -1: none, and then `gap` and `level` stand by category. */
export function groupRows(rows: HeatmapRow[], order: HeatmapOrder, chosen: number): HeatmapGroup[] {
  if (rows.length === 0) return [];
  const needsColumn = order === "gap" || order === "level";
  if (order === "category" || (needsColumn && chosen === -1))
    return byCategory(rows.toSorted((a, b) => compareActors(a.actor, b.actor)));
  const byName = rows.toSorted((a, b) => compareNames(a.actor.name, b.actor.name));
  if (order === "name") return [{ category: null, rows: byName }];
  const weight = order === "gap" ? shortWeight : levelWeight;
  return [{ category: null, rows: byName.toSorted((a, b) => weight(a.cells[chosen]) - weight(b.cells[chosen])) }];
}

function byCategory(rows: HeatmapRow[]): HeatmapGroup[] {
  const groups: HeatmapGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.category === row.actor.category) last.rows.push(row);
    else groups.push({ category: row.actor.category, rows: [row] });
  }
  return groups;
}

const afterEveryLevel = 1000;
const placeOfStatus: Record<CellStatus, number> = {
  below_minimum: 0,
  unknown: 1,
  missing: 2,
  meets_minimum: 3,
  meets_ambition: 4,
  no_minimum: 5,
  not_applicable: 6,
};

/** Largest gap first, then what is not known, then the rest. */
export function gapWeight({ status, gap }: Pick<Cell, "status" | "gap">): number {
  return status === "below_minimum" ? -(gap ?? 0) : placeOfStatus[status];
}

/** What falls short most first; of changes, what has fallen most, and what has no level last. */
function shortWeight(cell: ShownCell | undefined): number {
  if (!cell) return afterEveryLevel;
  if (cell.shows !== "change") return gapWeight(cell);
  if (cell.status === "no_level") return afterEveryLevel;
  return cell.status === "not_comparable" ? 2 * afterEveryLevel : cell.steps;
}

/** Lowest level first; what has no level comes last. */
function levelWeight(cell: ShownCell | undefined): number {
  if (!cell) return 2 * afterEveryLevel;
  const { level, status } = cell.shows === "change" ? cell.now : cell;
  return level ?? afterEveryLevel + placeOfStatus[status];
}
