// Change (förändring) of one actor's cell since an earlier year: level and gap then and now, never a mean. Compared only where
// the version map draws a line; missing and unknown are no level 0. Source: method § 4, 6.
import type { Cell, CellStatus } from "./gap.ts";
import type { Comparability, LineageStep } from "./version-map.ts";

type Side = { level: number | null; minimum: number | null; gap: number | null; status: CellStatus };
export type CellChange =
  | { kind: "compared"; direction: "up" | "down" | "same" | "none"; before: Side; after: Side; clarified: string[] }
  | { kind: "not_comparable"; breaks: LineageStep[] };

/**
 * How a cell has changed. `then`: the earlier year's cells of the same actor, by code. Direction is of the level, "none"
 * where one of the years has no level.
 */
export function cellChange(now: Cell, then: ReadonlyMap<string, Cell>, comparability: Comparability): CellChange {
  if (!comparability.comparable) return { kind: "not_comparable", breaks: comparability.breaks };
  const earlier = then.get(comparability.from);
  if (!earlier) return { kind: "not_comparable", breaks: [] };
  const { clarified } = comparability;
  return {
    kind: "compared",
    direction: directionOf(earlier, now),
    before: sideOf(earlier),
    after: sideOf(now),
    clarified,
  };
}

function directionOf(then: Cell, now: Cell): "up" | "down" | "same" | "none" {
  if (then.level === null || now.level === null) return "none";
  if (then.level === now.level) return "same";
  return now.level > then.level ? "up" : "down";
}

function sideOf({ level, minimum, gap, status }: Cell): Side {
  return { level, minimum, gap, status };
}

/** How many cells went which way, and how many cannot be compared. */
export function countChanges(changes: readonly CellChange[]) {
  const of = (direction: "up" | "down" | "same" | "none") =>
    changes.filter((change) => change.kind === "compared" && change.direction === direction).length;
  const notComparable = changes.filter(({ kind }) => kind === "not_comparable").length;
  return { up: of("up"), down: of("down"), same: of("same"), none: of("none"), notComparable };
}
