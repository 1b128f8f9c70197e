import type { Cell } from "#domain/gap.ts";

/** The darkest of the shades for gaps; a larger gap has the same shade and its own number. */
const darkestGap = 3;

/** The class that colours a cell. What it says stands in the cell as text too. */
export function cellClass({ status, gap }: Pick<Cell, "status" | "gap">): string {
  if (status === "not_applicable") return "na";
  if (status === "missing") return "missing";
  if (status === "unknown") return "unknown";
  if (status === "no_minimum") return "no-minimum";
  if (status === "meets_ambition") return "amb";
  if (status === "meets_minimum") return "meets";
  return `below-${Math.min(gap ?? 1, darkestGap)}`;
}

/** What stands in a cell: the level and, below the minimum, the steps that are lacking. */
export function CellMark({ status, level, gap }: Pick<Cell, "status" | "level" | "gap">) {
  if (status === "not_applicable") return <>–</>;
  if (status === "missing") return null;
  if (status === "unknown") return <>?</>;
  if (status !== "below_minimum") return <>{level}</>;
  return (
    <>
      {level}
      <sub>{`−${gap}`}</sub>
    </>
  );
}

/** A cell's mark beside text, in lists and tables; the text says the same. Without an answer there is nothing to mark. */
export function LevelMark({ cell }: { cell: Pick<Cell, "status" | "level" | "gap"> }) {
  if (cell.status === "missing") return null;
  return (
    <span className={`level cell ${cellClass(cell)}`} aria-hidden="true">
      <CellMark {...cell} />
    </span>
  );
}
