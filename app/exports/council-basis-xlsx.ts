import { causes } from "#domain/answer.ts";
import { causeNames } from "#text/answers.ts";
import { workbookAbout } from "./about-sheet.ts";
import { addTable, type SheetColumn } from "./basis-sheet.ts";
import { withheldRule } from "./council-basis-docx.ts";
import type { CouncilBasis } from "./council-basis-schema.ts";

type Sub = CouncilBasis["subCapabilities"][number];
type Pressing = CouncilBasis["priority"][number];

const shownNames: Record<Sub["shown"], string> = {
  all: "Visas",
  no_minimum: "Ingen lägstanivå",
  coverage: "Andelen visas inte: för få står bakom",
  nothing: "Visas inte: färre än fem har svarat",
};

const subColumns: SheetColumn<Sub>[] = [
  { head: "Kod", kind: "text", width: 7, value: ({ code }) => code },
  { head: "Delförmåga", kind: "text", width: 60, value: ({ name }) => name },
  { head: "Visas", kind: "text", width: 34, value: ({ shown }) => shownNames[shown] },
  { head: "Svar", kind: "number", width: 10, value: ({ answered }) => answered },
  { head: "Berörda", kind: "number", width: 10, value: ({ applicable }) => applicable },
  { head: "Andel som når", kind: "share", width: 10, value: ({ shareMeeting }) => shareMeeting },
  { head: "Andel, lägst", kind: "share", width: 10, value: ({ shareLow }) => shareLow },
  { head: "Andel, högst", kind: "share", width: 10, value: ({ shareHigh }) => shareHigh },
];

/** The file's bytes. */
export async function councilBasisXlsx(basis: CouncilBasis): Promise<Buffer> {
  const { about, subCapabilities, priority } = basis;
  const sheets = [
    ["Delförmågor", `En rad per delförmåga, hela regionen. ${withheldRule}`],
    ["Angelägna", "De delförmågor som flest aktörer inte når"],
  ] as const;
  const workbook = workbookAbout(about, sheets, "Regionala rådet: hela regionen, inga enskilda aktörers svar");
  const footer = `${about.title}. ${about.secrecy}`;
  const names = new Map(subCapabilities.map(({ code, name }) => [code, name]));
  const columns: SheetColumn<Pressing>[] = [
    { head: "Kod", kind: "text", width: 7, value: ({ code }) => code },
    { head: "Delförmåga", kind: "text", width: 60, value: ({ code }) => names.get(code) ?? null },
    { head: "Når inte", kind: "number", width: 10, value: ({ notMeeting }) => notMeeting },
    { head: "Når", kind: "number", width: 10, value: ({ meetsMinimum }) => meetsMinimum },
    ...causes.map(
      (cause): SheetColumn<Pressing> => ({
        head: causeNames[cause],
        kind: "number",
        width: 13,
        // Only noughts: the causes of fewer than five are withheld, and a nought would say something of them.
        value: (row) => (causes.some((each) => row.causes[each] > 0) ? row.causes[cause] : null),
      }),
    ),
  ];
  addTable(
    workbook,
    { name: "Delförmågor", columns: subColumns, rows: subCapabilities, empty: "Inga delförmågor." },
    footer,
  );
  addTable(
    workbook,
    { name: "Angelägna", columns, rows: priority, empty: "Inget som får visas ligger under lägstanivån." },
    footer,
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
