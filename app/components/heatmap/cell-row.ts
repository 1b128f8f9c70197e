// A row of the heatmap as one piece of HTML. The table has ten thousand cells at 370 actors, each with a link of its own: as
// React elements they take the server five times as long to make, and the browser as long again to take over.
import type { ShownCell } from "#domain/heatmap-cell.ts";
import { markOf, spokenCell } from "#text/heatmap.ts";
import { escapeHtml } from "#text/html.ts";
import { cellClass } from "../gap-cell.tsx";

const largestStep = 3;
const manySteps = 2;

/** The class that colours a cell. What it says stands in it as text too. */
export function shownClass(cell: ShownCell): string {
  if (cell.shows !== "change") return cellClass(cell);
  const { status, steps } = cell;
  if (status === "up") return steps >= manySteps ? "amb" : "meets";
  if (status === "down") return `below-${Math.min(-steps, largestStep)}`;
  return { same: "same", no_level: "missing", not_comparable: "na" }[status];
}

/** A cell, ready to be put into a row. `said`: what it says beside its mark; "" where the mark says all, to the ear too. */
export type CellPiece = { className: string; mark: string; said: string };

/** Makes each different cell's piece once. */
export function cellPieces(): (cell: ShownCell) => CellPiece {
  const made = new Map<ShownCell, CellPiece>();
  return (cell) => {
    const known = made.get(cell);
    if (known) return known;
    const { main, sub } = markOf(cell);
    const piece = {
      className: shownClass(cell),
      mark: escapeHtml(main) + (sub && `<sub>${escapeHtml(sub)}</sub>`),
      said: escapeHtml(spokenCell(cell)),
    };
    made.set(cell, piece);
    return piece;
  };
}

export type RowOfCells = {
  /** Names the row, and with a column's code the cell: what a link back leads to. */
  id: string;
  name: string;
  href: string;
  cells: readonly { href: string; piece: CellPiece; first: boolean; code: string }[];
  end: string;
};

/** The inside of one `<tr>`: its head, its cells and what stands at its end. */
export function rowHtml({ id, name, href, cells, end }: RowOfCells): string {
  const [rowId, rowName] = [escapeHtml(id), escapeHtml(name)];
  let html = `<th scope="row"><a href="${escapeHtml(href)}">${rowName}</a></th>`;
  for (const { href: to, piece, first, code } of cells) {
    const className = first ? `cell ${piece.className} first` : `cell ${piece.className}`;
    const about = `${rowName}, ${code}: `;
    const label = piece.said && ` aria-label="${about}${piece.said}"`;
    const inside = piece.said ? piece.mark : `<span class="sr-only">${about}</span>${piece.mark}`;
    html += `<td class="${className}"><a id="${rowId}/${code}" href="${escapeHtml(to)}"${label}>${inside}</a></td>`;
  }
  return `${html}<td class="end">${escapeHtml(end)}</td>`;
}
