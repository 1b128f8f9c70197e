// What a cell of the heatmap shows: the level against the minimum or the ambition, or its change since an earlier year. A table has
// thousands of cells but few different ones, so those that show the same are one object. Source: method § 4, 6.
import { cellChange } from "./cell-change.ts";
import type { Cell, CellStatus } from "./gap.ts";
import type { Comparability } from "./version-map.ts";

/** What the cells are read against. */
export type HeatmapAim = { by: "minimum" } | { by: "ambition" } | { by: "change"; year: number };

/** `wanted`: the minimum in force or, against the ambition, that. With the ambition, `no_minimum` means that none is decided. */
export type LevelCell = {
  shows: "minimum" | "ambition";
  status: CellStatus;
  level: number | null;
  wanted: number | null;
  gap: number | null;
  /** Beside the minimum: the ambition in force. */
  ambition: number | null;
};
export type ChangeStatus = "up" | "down" | "same" | "no_level" | "not_comparable";
type Side = { status: CellStatus; level: number | null; minimum: number | null };
/** `steps`: how far the level has moved, 0 where the status has no such. `before` null: the actor was not in that year's round. */
export type ChangeCell = { shows: "change"; status: ChangeStatus; steps: number; now: Side; before: Side | null };
export type ShownCell = LevelCell | ChangeCell;
export type ShownStatus = CellStatus | ChangeStatus;

export const levelStatuses = [
  "below_minimum",
  "meets_minimum",
  "meets_ambition",
  "unknown",
  "missing",
  "no_minimum",
  "not_applicable",
] as const satisfies CellStatus[];
export const changeStatuses = ["up", "down", "same", "no_level", "not_comparable"] as const satisfies ChangeStatus[];

/** The statuses that a cell can have. Against the ambition one either reaches it or not. */
export function statusesFor({ by }: Pick<HeatmapAim, "by">): readonly ShownStatus[] {
  if (by === "change") return changeStatuses;
  return by === "minimum" ? levelStatuses : levelStatuses.filter((status) => status !== "meets_minimum");
}

/** The cell as it would be if the ambition were the minimum: so that every summary can be made over it as over the minimum. */
export function againstAmbition(cell: Cell): Cell {
  const { level, ambition, ambitionGap } = cell;
  const judged = { ...cell, minimum: ambition, gap: ambitionGap };
  if (level === null) return judged;
  if (ambitionGap === null) return { ...judged, status: "no_minimum" };
  return { ...judged, status: ambitionGap > 0 ? "below_minimum" : "meets_ambition" };
}

// More than any scale has levels, so that three of them and a status make one number.
const levelsAtMost = 64;

function placeAfterNone(level: number | null): number {
  return level === null ? 0 : level + 1;
}

/** A number that is another for every other status, level, minimum and ambition: quicker made than a text. */
function numberOf({ status, level, minimum, ambition }: Cell): number {
  const levels =
    (placeAfterNone(level) * levelsAtMost + placeAfterNone(minimum)) * levelsAtMost + placeAfterNone(ambition);
  return levels * levelStatuses.length + placeOf[status];
}

const placeOf = Object.fromEntries(levelStatuses.map((status, place) => [status, place])) as Record<CellStatus, number>;

/** Makes shown cells, one object for each that differs. `shows` minimum or ambition: what the cell's `minimum` holds. */
export function levelCells(shows: LevelCell["shows"]): (cell: Cell) => LevelCell {
  const known = new Map<number, LevelCell>();
  return (cell) => {
    const key = numberOf(cell);
    const same = known.get(key);
    if (same) return same;
    const { status, level, minimum, ambition, gap } = cell;
    const shown = { shows, status, level, wanted: minimum, gap, ambition };
    known.set(key, shown);
    return shown;
  };
}

/** Makes shown changes, one object for each that differs. `then`: the actor's earlier cells by code; undefined: it had none. */
export function changeCells(
  comparabilityOf: (code: string) => Comparability,
): (cell: Cell, then: ReadonlyMap<string, Cell> | undefined) => ChangeCell {
  const known = new Map<string, ChangeCell>();
  return (cell, then) => {
    const shown = shownChange(cell, then, comparabilityOf(cell.code));
    const key = `${shown.status} ${keyOf(shown.now)} ${shown.before && keyOf(shown.before)}`;
    const same = known.get(key);
    if (same) return same;
    known.set(key, shown);
    return shown;
  };
}

function shownChange(
  cell: Cell,
  then: ReadonlyMap<string, Cell> | undefined,
  comparability: Comparability,
): ChangeCell {
  const { status, level, minimum } = cell;
  const now = { status, level, minimum };
  const change = cellChange(cell, then ?? new Map(), comparability);
  if (change.kind === "compared") {
    const { status: statusThen, level: levelThen, minimum: minimumThen } = change.before;
    const before = { status: statusThen, level: levelThen, minimum: minimumThen };
    const steps = level === null || levelThen === null ? 0 : level - levelThen;
    return { shows: "change", status: change.direction === "none" ? "no_level" : change.direction, steps, now, before };
  }
  return {
    shows: "change",
    status: comparability.comparable ? "no_level" : "not_comparable",
    steps: 0,
    now,
    before: null,
  };
}

function keyOf({ status, level, minimum }: Side): string {
  return `${status} ${level} ${minimum}`;
}
