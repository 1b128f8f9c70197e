// The heatmap (värmekarta): actors in rows, sub-capabilities in columns, each column with its summary at its foot.
// Rows stand by category and name unless the reader asks for one column's gaps or levels. Source: method § 5.
import { compareActors, compareNames } from "./actor-order.ts";
import type { Results } from "./aggregate.ts";
import type { Definition } from "./definition.ts";
import type { Cell, CellStatus } from "./gap.ts";
import type { Summary } from "./summary.ts";
import type { RoundActor } from "./target.ts";

export type NamedActor = RoundActor & { name: string; shortName: string };
export type HeatmapOrder =
  | { by: "category" }
  | { by: "name" }
  | { by: "gap"; code: string }
  | { by: "level"; code: string };
/** What the reader asked to see; `category` null: all. */
export type HeatmapQuery = { category: string | null; order: HeatmapOrder };

export type HeatmapColumn = { code: string; name: string; foot: Summary | null };
export type HeatmapBand = { number: number; name: string; columns: HeatmapColumn[] };
/** `below`: the number of sub-capabilities under their minimum; null without a counted answer. */
export type HeatmapRow = { actor: NamedActor; below: number | null; cells: Cell[] };
/** `category` null: rows of several categories in one list. */
export type HeatmapGroup = { category: string | null; rows: HeatmapRow[] };
export type Heatmap = { bands: HeatmapBand[]; groups: HeatmapGroup[] };

type HeatmapInput = { definition: Definition; actors: readonly NamedActor[]; results: Results };

/** The table as the reader asked for it. With a category, the columns' feet are that category's. */
export function arrangeHeatmap(input: HeatmapInput, query: HeatmapQuery): Heatmap {
  return { bands: bandsOf(input, query.category), groups: groupsOf(rowsOf(input, query.category), query.order) };
}

function bandsOf({ definition, results }: HeatmapInput, category: string | null): HeatmapBand[] {
  const rows: ({ code: string } & Summary)[] =
    category === null ? results.regional : results.categories.filter((row) => row.category === category);
  const feet = new Map<string, Summary>(rows.map((row) => [row.code, row]));
  return definition.capabilities.map(({ number, name, subCapabilities }) => ({
    number,
    name,
    columns: subCapabilities.map((sub) => ({ code: sub.code, name: sub.name, foot: feet.get(sub.code) ?? null })),
  }));
}

function rowsOf({ actors, results }: HeatmapInput, category: string | null): HeatmapRow[] {
  const width = results.regional.length;
  return actors
    .map((actor, index) => {
      const total = results.actors[index]?.total;
      const below = total && total.answered > 0 ? total.belowMinimum : null;
      return { actor, below, cells: results.cells.slice(index * width, (index + 1) * width) };
    })
    .filter(({ actor }) => category === null || actor.category === category);
}

function groupsOf(rows: HeatmapRow[], order: HeatmapOrder): HeatmapGroup[] {
  if (rows.length === 0) return [];
  if (order.by === "category") return byCategory(rows.toSorted((a, b) => compareActors(a.actor, b.actor)));
  const byName = rows.toSorted((a, b) => compareNames(a.actor.name, b.actor.name));
  if (order.by === "name") return [{ category: null, rows: byName }];
  const weight = order.by === "gap" ? gapWeight : levelWeight;
  const weightOf = (row: HeatmapRow) => weight(row.cells.find(({ code }) => code === order.code));
  return [{ category: null, rows: byName.toSorted((a, b) => weightOf(a) - weightOf(b)) }];
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
export function gapWeight(cell: Cell | undefined): number {
  if (!cell) return afterEveryLevel;
  return cell.status === "below_minimum" ? -(cell.gap ?? 0) : placeOfStatus[cell.status];
}

/** Lowest level first; what has no level comes last. */
function levelWeight(cell: Cell | undefined): number {
  if (!cell) return 2 * afterEveryLevel;
  return cell.level ?? afterEveryLevel + placeOfStatus[cell.status];
}
