import type { Confidence } from "#domain/answer.ts";
import type { CellChange, countChanges } from "#domain/cell-change.ts";
import type { Others } from "#domain/disclosure.ts";
import type { Cell } from "#domain/gap.ts";
import type { MeasureState } from "#domain/measure.ts";
import { confidenceNames } from "#text/answers.ts";
import { changePieces, changesSentence } from "#text/changes.ts";
import { dayText } from "#text/dates.ts";
import { firstDayText, measureStateText } from "#text/measures.ts";
import { othersRule, othersText, reportSentence, submittedText } from "#text/report.ts";
import { causesText, cellText, ownStatusName, stepsText } from "#text/results.ts";
import { reportMark } from "#text/secrecy.ts";
import { type Block, heading, paragraph, subheading, table, title, wordFile } from "./docx.ts";

type Row = {
  cell: Cell;
  name: string;
  levelName: string | null;
  confidence: Confidence | null;
  change: CellChange | null;
};
type Measure = {
  year: number;
  code: string | null;
  codeThen: string;
  what: string;
  holder: string;
  dueDay: string;
  firstDueDay: string;
  state: MeasureState | null;
  note: string;
  before: { year: number; state: MeasureState } | null;
};

export type ActorReportDocument = {
  year: number;
  /** YYYY-MM-DD in Stockholm. */
  today: string;
  roundText: string;
  actor: { name: string };
  submittedAt: string | null;
  submission: { number: number; submittedByName: string | null } | null;
  approval: { approvedAt: string; approvedByName: string | null; paperDate: string | null } | null;
  definitionVersion: string;
  filledInFrom: readonly string[];
  inForce: readonly { sequence: number; decidedOn: string; reference: string; registryNumber: string | null }[];
  shortcomings: readonly Row[];
  reasons: Record<string, string>;
  changeReasons: Record<string, string>;
  capabilities: readonly { number: number; name: string; rows: readonly Row[] }[];
  since: { year: number; counts: ReturnType<typeof countChanges> } | null;
  measures: readonly Measure[];
  others: Record<string, Others> | null;
};

/** One actor's report as a Word file: result, shortcomings with causes, measures, change and comparison. */
export function actorReportDocx(report: ActorReportDocument): Promise<Buffer> {
  const { year, actor, capabilities, since, today } = report;
  const name = `${actor.name}: självskattning ${year}`;
  const cells = capabilities.flatMap(({ rows }) => rows.map(({ cell }) => cell));
  return wordFile({ name, footer: `${name}, ${dayText(today)}`, mark: reportMark }, [
    title(name),
    paragraph(reportSentence(report, cells), { bold: true }),
    ...(since ? [paragraph(changesSentence(since.year, since.counts))] : []),
    ...basis(report),
    ...shortcomings(report),
    ...changeReasonsOf(report),
    ...measures(report),
    ...allRows(report),
    ...comparison(report),
  ]);
}

function basis({
  today,
  roundText,
  inForce,
  filledInFrom,
  definitionVersion,
  ...report
}: ActorReportDocument): Block[] {
  const decisions = inForce.map(({ sequence, decidedOn, reference, registryNumber }) => {
    const kept = registryNumber ? `, diarienummer ${registryNumber}` : "";
    return `Beslut ${sequence}, ${dayText(decidedOn)}: ${reference}${kept}`;
  });
  return [
    heading("Vad rapporten bygger på"),
    table(
      [2600, 7500],
      ["Uppgift", ""],
      [
        ["Rapportens dag", dayText(today)],
        ["Omgång", `${report.year}, ${roundText}`],
        ["Version av förmågorna", definitionVersion],
        ...submittedText(report).map((text, at) => [at === 0 ? "Inlämnad" : "Fastställd", text]),
        ...filledInFrom.map((text) => ["Ifyllt av", text]),
        ["Lägstanivåer enligt", decisions.join("\n") || "inget beslut: inga brister kan visas"],
      ],
    ),
  ];
}

function shortcomings({ shortcomings: rows, reasons, submittedAt, since }: ActorReportDocument): Block[] {
  if (submittedAt === null) return [];
  if (rows.length === 0)
    return [
      heading("Brister och det som inte är känt"),
      paragraph("Ingen delförmåga ligger under sin lägstanivå, och alla är bedömda."),
    ];
  return [
    heading("Brister och det som inte är känt"),
    ...rows.flatMap((row): Block[] => {
      const { cell, name, confidence, change } = row;
      const sure = confidence ? confidenceNames[confidence].toLowerCase() : "inte angivet";
      const text = cellText(cell);
      return [
        subheading(`${cell.code} ${name}`),
        paragraph(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`),
        ...(cell.status === "missing"
          ? []
          : [
              paragraph(`Vad som fattas: ${causesText(cell.causes) || "inte angivet"}. Säkerhet: ${sure}.`),
              paragraph(`Motivering: ${reasons[cell.code] || "ingen skriven"}`),
            ]),
        ...(since && change ? [paragraph(`Sedan ${since.year}: ${changePieces(change).join("; ")}`)] : []),
      ];
    }),
  ];
}

/** Why levels have changed much since the earlier year, in the actor's words. */
function changeReasonsOf({ capabilities, changeReasons }: ActorReportDocument): Block[] {
  const told = capabilities.flatMap(({ rows }) => rows).filter(({ cell }) => changeReasons[cell.code]);
  if (told.length === 0) return [];
  return [
    heading("Varför nivåer har ändrats"),
    ...told.map(({ cell, name }) => paragraph(`${cell.code} ${name}: ${changeReasons[cell.code]}`)),
  ];
}

function measures({ measures: list, year, submittedAt }: ActorReportDocument): Block[] {
  if (submittedAt === null) return [];
  const rows = list.map((each) => [
    each.what,
    each.code ?? `${each.codeThen} (tidigare)`,
    each.holder,
    dayText(each.dueDay) + firstDayText(each),
    each.year === year ? "Ny" : [measureStateText(each), each.note].filter(Boolean).join(": "),
  ]);
  return [
    heading("Åtgärder"),
    rows.length === 0
      ? paragraph("Inga åtgärder är noterade.")
      : table([2450, 1600, 2900, 1700, 1450], ["Åtgärd", "Delförmåga", "Funktion", "Klart senast", "Läge"], rows),
  ];
}

function levelsInForce({ capabilities, inForce }: ActorReportDocument): Block[] {
  if (inForce.length === 0) return [];
  const level = (value: number | null) => (value === null ? "–" : String(value));
  return [
    heading("Nivåer som gäller"),
    ...capabilities.flatMap(({ number, name, rows }): Block[] => [
      subheading(`${number} ${name}`),
      table(
        [6100, 2000, 2000],
        ["Delförmåga", "Lägstanivå", "Ambition"],
        rows.map(({ cell, name: sub }) => [`${cell.code} ${sub}`, level(cell.minimum), level(cell.ambition)]),
      ),
    ]),
  ];
}

function allRows(report: ActorReportDocument): Block[] {
  const { capabilities, since, submittedAt } = report;
  if (submittedAt === null) return levelsInForce(report);
  const heads = ["Delförmåga", "Nivå", "Lägstanivå", "Brist", ...(since ? [`Sedan ${since.year}`] : [])];
  const widths = since ? [3650, 1750, 1700, 1050, 1950] : [4600, 2300, 1800, 1400];
  return [
    heading("Alla delförmågor"),
    ...capabilities.flatMap(({ number, name, rows }): Block[] => [
      subheading(`${number} ${name}`),
      table(
        widths,
        heads,
        rows.map(({ cell, name: sub, levelName, change }) => [
          `${cell.code} ${sub}`,
          cell.level === null ? ownStatusName(cell.status, submittedAt) : `${cell.level} ${levelName ?? ""}`,
          cell.minimum === null ? "ingen" : String(cell.minimum),
          cell.gap === null ? "–" : cell.gap === 0 ? "ingen" : stepsText(cell.gap),
          ...(since ? [change ? changePieces(change).join("\n") : "–"] : []),
        ]),
      ),
    ]),
  ];
}

function comparison({ others, capabilities, submittedAt }: ActorReportDocument): Block[] {
  if (!others) return [];
  const rows = capabilities.flatMap((capability) => capability.rows);
  return [
    heading("Jämfört med andra aktörer"),
    paragraph(othersRule),
    table(
      [5000, 2500, 2600],
      ["Delförmåga", "Aktören", "Andra som når lägstanivån"],
      rows.map(({ cell, name }) => [
        `${cell.code} ${name}`,
        ownStatusName(cell.status, submittedAt),
        othersText(others[cell.code]),
      ]),
    ),
  ];
}
