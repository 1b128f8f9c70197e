// The planning basis as an Excel file, to sort, filter and count on.
import { causes } from "#domain/answer.ts";
import { causeNames, confidenceNames } from "#text/answers.ts";
import { measureStateNames } from "#text/measures.ts";
import { groupText, statusNames } from "#text/results.ts";
import { workbookAbout } from "./about-sheet.ts";
import { addTable, type SheetColumn } from "./basis-sheet.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Sub = PlanningBasis["subCapabilities"][number];
type Cell = PlanningBasis["cells"][number];
type Measure = PlanningBasis["measures"][number];

const sheets = [
  ["Delförmågor", "En rad per delförmåga: hur många som når lägstanivån, andelar, nivåernas fördelning, orsaker"],
  ["Svar", "En rad per aktör och delförmåga: nivå, lägstanivå, brist, säkerhet"],
  ["Brister", "Bara de rader där lägstanivån inte nås, eller inte kan bedömas"],
  ["Orsaker", "En rad per brist och orsak"],
  ["Åtgärder", "Vad aktörerna ska göra, hos vem och när"],
] as const;

/** The file's bytes. */
export async function planningBasisXlsx(basis: PlanningBasis): Promise<Buffer> {
  const { about } = basis;
  const workbook = workbookAbout(
    about,
    sheets,
    "Samordningskansliet och regionala chefsgruppen: visar enskilda aktörers svar",
  );
  const [subs, answers, gaps, given, measures] = sheets.map(([name]) => name);
  const short = basis.cells.filter(
    ({ status, minimum }) => status === "below_minimum" || (status === "unknown" && minimum !== null),
  );
  const footer = `${about.title}. ${about.secrecy}`;
  const add = <Row>(name: string | undefined, columns: SheetColumn<Row>[], rows: readonly Row[], empty: string) =>
    addTable(workbook, { name: name ?? "", columns, rows, empty }, footer);
  const noGaps = "Inga brister: ingen som svarat ligger under en beslutad lägstanivå.";
  add(subs, subColumns(basis), basis.subCapabilities, "Inga delförmågor.");
  add(answers, cellColumns(basis), basis.cells, "Inga aktörer: omgången har inte öppnat.");
  add(gaps, [...cellColumns(basis), causesColumn], short, noGaps);
  add(
    given,
    causeColumns(basis),
    short.flatMap((cell) => cell.causes.map((cause) => ({ ...cell, cause }))),
    "Inga orsaker är angivna.",
  );
  add(measures, measureColumns(basis), basis.measures, "Inga åtgärder är noterade i de inlämningar som räknas.");
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function number<Row>(head: string, value: (row: Row) => number | null): SheetColumn<Row> {
  return { head, kind: "number", width: 10, value };
}

function share<Row>(head: string, value: (row: Row) => number | null): SheetColumn<Row> {
  return { head, kind: "share", width: 10, value };
}

function text<Row>(head: string, width: number, value: (row: Row) => string | null): SheetColumn<Row> {
  return { head, kind: "text", width, value };
}

function subColumns({ scale, priority, capabilities }: PlanningBasis): SheetColumn<Sub>[] {
  const nameOf = new Map(capabilities.map(({ number: n, name }) => [n, `${n} ${name}`]));
  const placeOf = new Map(priority.map((code, at) => [code, at + 1]));
  return [
    text("Kod", 7, ({ code }) => code),
    text("Delförmåga", 48, ({ name }) => name),
    text("Grundförmåga", 30, ({ capability }) => nameOf.get(capability) ?? null),
    number("Plats bland de angelägna", ({ code }) => placeOf.get(code) ?? null),
    text("Lägsta- och ambitionsnivåer", 34, targetsText),
    number("Berörda", ({ applicable }) => applicable),
    number("Svar", ({ answered }) => answered),
    number("Saknas", ({ missing }) => missing),
    number("Kan inte bedömas", ({ unknown }) => unknown),
    number("Har en lägstanivå", ({ expected }) => expected),
    number("Når lägstanivån", ({ meetsMinimum }) => meetsMinimum),
    number("Når ambitionsnivån", ({ meetsAmbition }) => meetsAmbition),
    number("Under", ({ belowMinimum }) => belowMinimum),
    number("Når inte", ({ notMeeting }) => notMeeting),
    share("Andel som når", ({ shareMeeting }) => shareMeeting),
    share("Andel, lägst", ({ shareLow }) => shareLow),
    share("Andel, högst", ({ shareHigh }) => shareHigh),
    share("Andel tidigare år", ({ change }) => change?.before ?? null),
    number("Median (nivå)", ({ median }) => median),
    ...scale.map(({ level }, at) => number<Sub>(`Nivå ${level}`, ({ distribution }) => distribution[at] ?? 0)),
    number("Brist i steg", ({ gapSteps }) => gapSteps),
    ...causes.map((cause) => number<Sub>(causeNames[cause], (sub) => sub.causes[cause])),
  ];
}

function targetsText({ targets }: Sub): string {
  const level = (value: number | null) => (value === null ? "ingen" : String(value));
  const lines = targets.map(
    ({ group, minimum, ambition }) =>
      `${groupText(group as Parameters<typeof groupText>[0])}: ${level(minimum)} / ${level(ambition)}`,
  );
  return lines.join("\n") || "inga beslutade";
}

type Named = { actor: string; code: string };

/** Who and what a row is about. */
function aboutColumns<Row extends Named>({ actors, subCapabilities }: PlanningBasis): SheetColumn<Row>[] {
  const actorOf = new Map(actors.map((actor) => [actor.id, actor]));
  const nameOf = new Map(subCapabilities.map(({ code, name }) => [code, name]));
  return [
    text("Aktör", 30, ({ actor }) => actorOf.get(actor)?.name ?? actor),
    text("Kategori", 11, ({ actor }) => actorOf.get(actor)?.category ?? null),
    text("Kod", 7, ({ code }) => code),
    text("Delförmåga", 48, ({ code }) => nameOf.get(code) ?? null),
  ];
}

function cellColumns(basis: PlanningBasis): SheetColumn<Cell>[] {
  return [
    ...aboutColumns<Cell>(basis),
    text("Läge", 19, ({ status }) => statusNames[status]),
    number("Nivå", ({ level }) => level),
    number("Lägstanivå", ({ minimum }) => minimum),
    number("Ambitionsnivå", ({ ambition }) => ambition),
    number("Brist i steg", ({ gap }) => gap),
    text("Säkerhet", 10, ({ confidence }) => (confidence ? confidenceNames[confidence] : null)),
  ];
}

const causesColumn: SheetColumn<Cell> = text("Orsaker", 34, ({ causes: given }) =>
  given.map((cause) => causeNames[cause]).join(", "),
);

function causeColumns(basis: PlanningBasis): SheetColumn<Cell & { cause: (typeof causes)[number] }>[] {
  return [
    ...aboutColumns<Cell & { cause: (typeof causes)[number] }>(basis),
    text("Orsak", 24, ({ cause }) => causeNames[cause]),
    text("Läge", 19, ({ status }) => statusNames[status]),
    number("Brist i steg", ({ gap }) => gap),
  ];
}

function measureColumns({ actors, subCapabilities, about }: PlanningBasis): SheetColumn<Measure>[] {
  const actorOf = new Map(actors.map(({ id, name }) => [id, name]));
  const nameOf = new Map(subCapabilities.map(({ code, name }) => [code, name]));
  return [
    text("Kod", 9, ({ code, codeThen }) => code ?? `${codeThen} (tidigare)`),
    text("Delförmåga", 40, ({ code }) => nameOf.get(code ?? "") ?? null),
    text("Aktör", 28, ({ actor }) => actorOf.get(actor) ?? actor),
    text("Åtgärd", 60, ({ what }) => what),
    text("Håller i den", 24, ({ holder }) => holder),
    { head: "Klart senast", kind: "day", width: 12, value: ({ dueDay }) => dueDay },
    { head: "Först klart senast", kind: "day", width: 12, value: ({ firstDueDay }) => firstDueDay },
    number("Noterad", ({ year }) => year),
    text("Läge", 14, ({ state, year }) =>
      state ? measureStateNames[state] : year === about.year ? "Ny" : "Utan besked",
    ),
    text("Kommentar", 40, ({ note }) => note),
  ];
}
