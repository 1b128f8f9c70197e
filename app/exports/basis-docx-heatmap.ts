// The heatmap as a table that is read also without its colours: level and gap stand in every cell.
import type { Table } from "docx";
import { compareActors } from "#domain/actor-order.ts";
import type { Cell } from "#domain/gap.ts";
import { bandNumbers, categoryName, percentNumber } from "#text/results.ts";
import { type Block, paragraph } from "./docx.ts";
import { type CellText, grid, type StyledCell } from "./docx-table.ts";
import { note } from "./docx-text.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Mark = Pick<Cell, "status" | "level" | "gap">;
const white = "FFFFFF";
const gapFills = ["FDE0B6", "F3A24F", "B8470B"];

/** A cell's look and text: the same colours as on the page, and never colour alone. */
export function markOf({ status, level, gap }: Mark): StyledCell {
  if (status === "not_applicable") return { text: "–", colour: "66737F" };
  if (status === "missing") return { text: "" };
  if (status === "unknown") return { text: "?", fill: "E6E1EE", colour: "4A3D63", isBold: true };
  if (status === "no_minimum") return { text: String(level), fill: "EEF1F4" };
  if (status === "meets_ambition") return { text: String(level), fill: "15568A", colour: white };
  if (status === "meets_minimum") return { text: String(level), fill: "CFE4F5" };
  const shade = Math.min(gap ?? 1, gapFills.length) - 1;
  return { text: `${level} −${gap}`, fill: gapFills[shade], ...(shade === 2 ? { colour: white } : {}) };
}

const legend: { mark: Mark; says: string }[] = [
  { mark: { status: "meets_ambition", level: 4, gap: 0 }, says: "når ambitionsnivån" },
  { mark: { status: "meets_minimum", level: 3, gap: 0 }, says: "når lägstanivån" },
  { mark: { status: "below_minimum", level: 2, gap: 1 }, says: "ett steg under" },
  { mark: { status: "below_minimum", level: 1, gap: 2 }, says: "två steg under" },
  { mark: { status: "below_minimum", level: 0, gap: 3 }, says: "tre steg under" },
  { mark: { status: "unknown", level: null, gap: null }, says: "kan inte bedömas" },
  { mark: { status: "missing", level: null, gap: null }, says: "svar saknas" },
  { mark: { status: "no_minimum", level: 2, gap: null }, says: "ingen lägstanivå" },
  { mark: { status: "not_applicable", level: null, gap: null }, says: "ej tillämplig" },
];

function legendTable(): Table {
  const row = legend.flatMap(({ mark, says }): CellText[] => [
    { ...markOf(mark), align: "center" },
    { text: says, colour: "52616F" },
  ]);
  const widths = legend.flatMap(() => [430, 1250]);
  return grid(widths, [row], 0, { name: "Teckenförklaring", size: 14, lines: "none", margins: { x: 30, y: 20 } });
}

const nameWidth = 2350;
const endWidth = 620;
const room = 15_100;
const cellSize = 14;

/** Actors by category and name, sub-capabilities in columns by base capability, and under them what each column says. */
export function heatmapBlocks(basis: PlanningBasis): Block[] {
  const { actors, subCapabilities, capabilities } = basis;
  if (actors.length === 0) return [paragraph("Omgången har inte öppnat, så det finns inga aktörer att visa.")];
  const width = Math.floor((room - nameWidth - endWidth) / Math.max(1, subCapabilities.length));
  const widths = [nameWidth, ...subCapabilities.map(() => width), endWidth];
  const bands: CellText[] = [
    "",
    ...capabilities.map(({ number, name }): CellText => {
      const span = subCapabilities.filter(({ capability }) => capability === number).length;
      return { bold: `${number} ${name}`, span };
    }),
    "",
  ];
  const heads: CellText[] = [
    "Aktör",
    ...subCapabilities.map(({ code }): CellText => ({ bold: code, align: "center" })),
    { bold: "Under", align: "right" },
  ];
  const rows = [bands, heads, ...actorRows(basis, widths.length), ...footRows(basis)];
  const name = `Aktörernas nivåer ${basis.about.year} och bristen mot lägstanivån, per delförmåga`;
  return [
    legendTable(),
    grid(widths, rows, 2, { name, size: cellSize, lines: "grid", margins: { x: 20, y: 3 }, lineHeight: 152 }),
    note("I varje ruta står nivån, och efter minustecknet hur många steg den ligger under lägstanivån."),
  ];
}

function actorRows({ actors, cells }: PlanningBasis, columns: number): CellText[][] {
  const byActor = new Map<string, PlanningBasis["cells"]>();
  for (const cell of cells) byActor.set(cell.actor, [...(byActor.get(cell.actor) ?? []), cell]);
  const sorted = actors.toSorted(compareActors);
  return sorted.flatMap((actor, at): CellText[][] => {
    const isFirst = sorted[at - 1]?.category !== actor.category;
    const count = actors.filter(({ category }) => category === actor.category).length;
    const group: CellText[][] = isFirst
      ? [[{ bold: `${categoryName(actor.category)} (${count})`, span: columns, fill: "F4F6F8" }]]
      : [];
    const marks = (byActor.get(actor.id) ?? []).map((cell): CellText => ({ ...markOf(cell), align: "center" }));
    const below = actor.answered > 0 ? String(actor.belowMinimum) : "–";
    return [...group, [actor.shortName, ...marks, { text: below, align: "right" }]];
  });
}

function footRows({ subCapabilities }: PlanningBasis): CellText[][] {
  const foot = (head: string, textOf: (sub: PlanningBasis["subCapabilities"][number]) => string): CellText[] => [
    { bold: head },
    ...subCapabilities.map((sub): CellText => ({ text: textOf(sub), align: "center", size: 12 })),
    "",
  ];
  return [
    foot("Når lägstanivån, %", ({ shareMeeting }) => percentNumber(shareMeeting)),
    foot("om okänt räknas in, %", bandNumbers),
    foot("svar av berörda", ({ answered, applicable }) => `${answered}/${applicable}`),
    foot("aktörer under", ({ belowMinimum }) => String(belowMinimum)),
  ];
}
