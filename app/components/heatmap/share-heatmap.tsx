import type { ReactNode } from "react";
import type { HeatmapBand, HeatmapFoot } from "#domain/heatmap.ts";
import { type ShareCell, type ShareStatus, shareStatus } from "#domain/share-table.ts";
import { escapeHtml } from "#text/html.ts";
import { footMark } from "#text/share-table.ts";
import type { RowOfCells } from "./cell-row.ts";
import { columnsOf, HeatTable } from "./heat-table.tsx";

/** `hrefOf`: what lies behind a cell; `code` as the row's own year calls it. */
export type ShareHeatmapRow = {
  id: string;
  name: string;
  href: string;
  end: string;
  cells: ShareCell[];
  hrefOf: (code: string) => string;
};
type ShareHeatmapProps = {
  label: string;
  caption: string;
  corner: string;
  end: string;
  heading: string;
  bands: HeatmapBand[];
  rows: ShareHeatmapRow[];
  wanted: "lägstanivån" | "ambitionsnivån";
  codeHref: (code: string) => string;
  sorted: string | null;
  feet?: ReactNode;
};

const classes: Record<ShareStatus, string> = {
  all: "amb",
  most: "meets",
  few: "below-1",
  none: "below-2",
  no_minimum: "no-minimum",
  missing: "missing",
  not_applicable: "na",
};

/** In one piece, as what stands in a cell is laid out line by line. */
function starred(text: string): string {
  return `<span>${escapeHtml(text)}<span aria-hidden="true">*</span></span>`;
}

/** The class that colours a cell of shares, or of counts of changes: by whichever are more. */
export function footClass(foot: HeatmapFoot | null): string {
  if (foot === null) return "na";
  if (foot.of === "levels") return classes[shareStatus(foot)];
  if (foot.not_comparable > 0) return "na";
  if (foot.up + foot.down + foot.same === 0) return "missing";
  if (foot.up === foot.down) return "same";
  return foot.up > foot.down ? "meets" : "below-1";
}

function heard(text: string): string {
  return text && `<span class="sr-only">${escapeHtml(text)}</span>`;
}

function pieceOf(
  { foot, isNewMinimum }: ShareCell,
  wanted: ShareHeatmapProps["wanted"],
): RowOfCells["cells"][number]["piece"] {
  const { main, between, under, after } = footMark(foot, wanted);
  const below = under && `<small>${escapeHtml(under)}</small>`;
  const newMinimum = isNewMinimum ? ", ny lägstanivå" : "";
  return {
    className: `tall ${foot?.of === "changes" ? "rise-fall " : ""}${footClass(foot)}`,
    mark: (isNewMinimum ? starred(main) : escapeHtml(main)) + heard(between) + below + heard(after + newMinimum),
    said: "",
  };
}

/** Categories or years × sub-capabilities, in the same table as the actors. */
export function ShareHeatmap({ rows, heading, wanted, ...table }: ShareHeatmapProps) {
  const columns = columnsOf(table.bands);
  const made = rows.map(({ id, name, href, end, cells, hrefOf }) => ({
    ...{ id, name, href, end },
    cells: cells.map((cell, index) => ({
      href: cell.foot === null ? href : hrefOf(cell.code),
      piece: pieceOf(cell, wanted),
      first: columns[index]?.first ?? false,
      code: columns[index]?.code ?? cell.code,
    })),
  }));
  return <HeatTable {...table} groups={[{ key: "rows", heading, rows: made }]} />;
}
