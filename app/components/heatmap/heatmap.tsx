import type { Heatmap as HeatmapData, HeatmapRow, RowEnd } from "#domain/heatmap.ts";
import type { HeatmapAim } from "#domain/heatmap-cell.ts";
import { heatmapCaption } from "#text/heatmap.ts";
import { categoryName } from "#text/results.ts";
import { cellPieces, type RowOfCells } from "./cell-row.ts";
import { columnsOf, type HeatGroup, HeatTable } from "./heat-table.tsx";
import { HeatmapFeet } from "./heatmap-feet.tsx";

type HeatmapProps = {
  heatmap: HeatmapData;
  aim: HeatmapAim;
  year: number;
  /** What the rows are where they are not grouped: "Alla, efter namn". */
  listed: string;
  /** Whom the columns' feet are over: "alla 37 aktörer". */
  over: string;
  /** The address of the round's results, and what a link to a cell takes along to lead back to this view. */
  base: string;
  search: string;
  codeHref: (code: string) => string;
  sorted: string | null;
};

function endText(end: RowEnd | null): string {
  if (end === null) return "–";
  return "below" in end ? String(end.below) : `+${end.up} −${end.down}`;
}

/** Makes the rows ready to be written. */
function rowMaker({ heatmap, base, search }: HeatmapProps): (row: HeatmapRow) => RowOfCells {
  const columns = columnsOf(heatmap.bands);
  const pieceOf = cellPieces();
  return ({ actor, cells, end }) => {
    const href = `${base}/aktor/${actor.id}`;
    const placed = columns.flatMap(({ code, first }, index) => {
      const cell = cells[index];
      return cell ? [{ href: `${href}/${code}${search}`, piece: pieceOf(cell), first, code }] : [];
    });
    return { id: actor.id, name: actor.shortName, href, cells: placed, end: endText(end) };
  };
}

/** Actors × sub-capabilities: each cell its level and gap, or its change; each column its summary. */
export function Heatmap(props: HeatmapProps) {
  const { heatmap, aim, year, listed, over, base, codeHref, sorted } = props;
  const subHref = (code: string) => `${base}/delformaga/${code}`;
  const rowOf = rowMaker(props);
  const groups: HeatGroup[] = heatmap.groups.map(({ category, rows }) => ({
    key: category ?? "",
    heading: (
      <>
        {category === null ? listed : categoryName(category)} <span>{rows.length}</span>
      </>
    ),
    rows: rows.map(rowOf),
  }));
  return (
    <HeatTable
      label="Värmekarta"
      caption={heatmapCaption(aim, year)}
      corner="Aktör"
      end={aim.by === "change" ? "Höjda, sänkta" : "Under"}
      bands={heatmap.bands}
      groups={groups}
      codeHref={codeHref}
      sorted={sorted}
      feet={<HeatmapFeet columns={columnsOf(heatmap.bands)} aim={aim} over={over} subHref={subHref} />}
    />
  );
}
