// What the basis says of the sub-capabilities over the region: what is most pressing, and how each of them stands.
import { type StatusBar, statusBars } from "#charts/status-bars.ts";
import { sinceText } from "#text/overview.ts";
import { bandNumbers, causesText, commonestCauses, percentText, withoutStop } from "#text/results.ts";
import { noGapsText } from "./basis-docx-gaps.ts";
import { chartPng } from "./chart-png.ts";
import { type Block, paragraph, subheading } from "./docx.ts";
import { picture } from "./docx-picture.ts";
import { type CellText, table } from "./docx-table.ts";
import { note } from "./docx-text.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Sub = PlanningBasis["subCapabilities"][number];

/** How many of the most pressing stand in the table; the picture shows them all. */
const MOST_PRESSING = 10;
const small = { size: 18, margins: { x: 70, y: 35 } };

function judgedIn({ meetsMinimum, notMeeting }: Sub): number {
  return meetsMinimum + notMeeting;
}

/** The most pressing first: how many do not meet, of how many, and why. */
export function priorityBlocks(basis: PlanningBasis): Block[] {
  const byCode = new Map(basis.subCapabilities.map((sub) => [sub.code, sub]));
  const subs = basis.priority.flatMap((code) => byCode.get(code) ?? []);
  if (subs.length === 0) return [paragraph(noGapsText(basis))];
  const rows = subs
    .slice(0, MOST_PRESSING)
    .map((sub, at): CellText[] => [
      String(at + 1),
      `${sub.code} ${sub.name}`,
      { bold: `${sub.notMeeting} av ${judgedIn(sub)}` },
      percentText(sub.shareMeeting),
      causesText(commonestCauses(sub.causes)) || "inga angivna",
      ...(basis.since === null
        ? []
        : [sub.change ? sinceText(sub.change, basis.since) || "ej jämförbar" : "ej jämförbar"]),
    ]);
  const since = basis.since === null ? [] : [`Sedan ${basis.since}`];
  const widths = since.length > 0 ? [450, 3650, 1150, 850, 2000, 2100] : [450, 4750, 1300, 1000, 2700];
  return [
    paragraph("Ordnade efter hur många aktörer som inte når lägstanivån, eller inte kan bedöma om de gör det."),
    table(widths, ["", "Delförmåga", "Når inte", "Når", "Vanligaste orsak", ...since], rows, {
      name: "Det mest angelägna",
      ...small,
    }),
    ...barBlocks(basis, subs),
  ];
}

const barHeight = 17;
const aroundBars = 70;

function barBlocks(basis: PlanningBasis, subs: readonly Sub[]): Block[] {
  const bars = subs.map((sub): StatusBar => ({ label: sub.code, ...sub }));
  const size = { width: 660, height: subs.length * barHeight + aroundBars };
  const most = subs[0];
  const name = `Så står aktörerna i alla delförmågor där någon brister, ${basis.about.year}`;
  const says = most
    ? `Flest når inte lägstanivån i ${most.code} ${withoutStop(most.name)}: ${most.notMeeting} aktörer.`
    : "";
  return [
    subheading("Alla delförmågor där någon brister"),
    picture(chartPng(statusBars(bars), size), { ...size, name, says: `${name}. ${says} Talen står i nästa avsnitt.` }),
    note(`Antal aktörer per delförmåga, den mest angelägna överst. ${says} Talen står i nästa avsnitt.`),
  ];
}

function minimumText({ targets }: Sub): string {
  const all = targets.find(({ group }) => group === "all");
  const others = targets.filter(({ group, minimum }) => group !== "all" && minimum !== null);
  const strictest = Math.max(...others.map(({ minimum }) => minimum ?? 0), all?.minimum ?? 0);
  if (strictest === 0) return "ingen";
  return others.length > 0 && strictest !== all?.minimum ? `${all?.minimum ?? "–"} (${strictest})` : String(strictest);
}

/** Per base capability, a row for each of its sub-capabilities, and one for all of them. */
export function capabilityTables({ capabilities, subCapabilities }: PlanningBasis): Block[] {
  const heads = ["Delförmåga", "Lägsta", "Når", "Under", "Vet ej", "Saknas", "Andel", "Spann, %", "Svar"];
  const widths = [3900, 800, 650, 750, 750, 800, 800, 900, 850];
  return [
    ...capabilities.flatMap(({ number, name, ...all }) => {
      const rows = subCapabilities.filter(({ capability }) => capability === number);
      return [
        subheading(`${number} ${name}`),
        table(
          widths,
          heads,
          [
            ...rows.map((sub): CellText[] => [`${sub.code} ${sub.name}`, minimumText(sub), ...countCells(sub)]),
            [{ bold: "Tillsammans" }, "", ...countCells(all).map((text): CellText => ({ bold: text }))],
          ],
          { name: `Delförmågorna i ${number} ${name}`, numbers: [1, 2, 3, 4, 5, 6, 7, 8], ...small },
        ),
      ];
    }),
    note(
      "Lägsta: lägstanivån för alla aktörer, och inom parentes den strängaste för en kategori eller för utpekade aktörer. Andel: de som når lägstanivån, av dem som svarat och har en. Spann: andelen om allt okänt inte når, respektive når. Svar: av dem som delförmågan gäller.",
    ),
  ];
}

type Counts = Pick<
  Sub,
  | "meetsMinimum"
  | "belowMinimum"
  | "unknown"
  | "missing"
  | "shareMeeting"
  | "shareLow"
  | "shareHigh"
  | "answered"
  | "applicable"
>;

function countCells(row: Counts): string[] {
  return [
    String(row.meetsMinimum),
    String(row.belowMinimum),
    String(row.unknown),
    String(row.missing),
    percentText(row.shareMeeting),
    bandNumbers(row),
    `${row.answered}/${row.applicable}`,
  ];
}
