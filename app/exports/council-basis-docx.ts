// The council's basis as a Word file: the whole region on a few pages, and plainly what is not shown and why.

import { sinceText } from "#text/overview.ts";
import { bandNumbers, causesText, commonestCauses, listText, percentText } from "#text/results.ts";
import { aboutBlocks, capabilityBlocks, facts, warnings } from "./basis-docx-front.ts";
import { decisionBlocks, methodBlocks } from "./basis-docx-notes.ts";
import type { CouncilBasis } from "./council-basis-schema.ts";
import { type Block, heading, subheading, title, wordDocument } from "./docx.ts";
import { contents } from "./docx-contents.ts";
import { type CellText, table } from "./docx-table.ts";
import { note, pageBreak, paragraph } from "./docx-text.ts";

type Sub = CouncilBasis["subCapabilities"][number];
type Chapter = { id: string; title: string; blocks: (basis: CouncilBasis) => Block[] };

const small = { size: 18, margins: { x: 70, y: 35 } };
const first = { id: "laget", title: "1 Läget på en sida" };
const chapters: readonly Chapter[] = [
  { id: "angelaget", title: "2 Det mest angelägna", blocks: priorityBlocks },
  { id: "grundformagor", title: "3 Grundförmåga för grundförmåga", blocks: capabilityTables },
  { id: "metod", title: "Bilaga A. Så är det räknat", blocks: ({ scale }) => methodBlocks(scale) },
  { id: "beslut", title: "Bilaga B. Besluten", blocks: ({ about }) => decisionBlocks(about) },
];

/** Why some values are not there: always said, also where all are. */
export const withheldRule =
  "För att ingen enskild aktörs svar ska kunna utläsas visas en delförmåga bara när minst fem aktörer har svarat, och andelen bara när den vilar på minst fem av dem. Enskilda aktörer och kategorier visas inte.";

/** What the council may read, as a Word file. */
export function councilBasisDocx(basis: CouncilBasis): Promise<Buffer> {
  const { about, since, reach, capabilities } = basis;
  const file = {
    name: about.title,
    footer: `${about.title}, ${about.madeAtStockholm}`,
    mark: about.secrecy,
    author: about.madeBy,
  };
  const blocks = [
    title(`Regionens förmåga ${about.year}`),
    paragraph("Underlag till regionala rådet. Aktörernas självskattning mot lägstanivåerna, hela regionen."),
    ...aboutBlocks(about),
    heading(first.title, { id: first.id }),
    ...warnings(about),
    ...facts(about, reach),
    ...capabilityBlocks(about.year, since, capabilities),
    pageBreak(),
    ...contents([first, ...chapters]),
    note(withheldRule),
    ...chapters.flatMap(({ id, title: text, blocks: made }) => [heading(text, { id }), ...made(basis)]),
  ];
  return wordDocument(file, [{ blocks }]);
}

function priorityBlocks({ priority, subCapabilities, since, reach }: CouncilBasis): Block[] {
  if (priority.length === 0)
    return [
      paragraph(
        reach.withheld > 0
          ? "Inget som får visas ligger under lägstanivån."
          : "Ingen aktör som svarat ligger under någon lägstanivå.",
      ),
    ];
  const byCode = new Map(subCapabilities.map((sub) => [sub.code, sub]));
  const rows = priority.map(({ code, notMeeting, meetsMinimum, causes, change }, at): CellText[] => [
    String(at + 1),
    `${code} ${byCode.get(code)?.name ?? ""}`,
    { bold: `${notMeeting} av ${notMeeting + meetsMinimum}` },
    percentText(byCode.get(code)?.shareMeeting ?? null),
    causesText(commonestCauses(causes)) || "visas inte",
    ...(since === null ? [] : [change ? sinceText(change, since) || "ej jämförbar" : "ej jämförbar"]),
  ]);
  const heads = [
    "",
    "Delförmåga",
    "Når inte",
    "Når",
    "Vanligaste orsak",
    ...(since === null ? [] : [`Sedan ${since}`]),
  ];
  const widths = since === null ? [450, 4750, 1300, 1000, 2700] : [450, 3650, 1150, 850, 2000, 2100];
  return [
    paragraph(`De ${priority.length} delförmågor som flest aktörer inte når, eller inte kan bedöma.`),
    table(widths, heads, rows, { name: "Det mest angelägna", ...small }),
  ];
}

function capabilityTables({ capabilities, subCapabilities }: CouncilBasis): Block[] {
  const withheld = subCapabilities.filter(({ shown }) => shown === "nothing" || shown === "coverage");
  return [
    ...capabilities.flatMap(({ number, name }) => [
      subheading(`${number} ${name}`),
      table(
        [6000, 1500, 1400, 1300],
        ["Delförmåga", "Når lägstanivån", "Spann, %", "Svar"],
        subCapabilities.filter(({ capability }) => capability === number).map(rowOf),
        { name: `Delförmågorna i ${number} ${name}`, numbers: [1, 2, 3], ...small },
      ),
    ]),
    note(
      withheld.length > 0
        ? `Visas inte: ${listText(withheld.map(({ code }) => code))}. ${withheldRule}`
        : "Inget är undanhållet: alla delförmågor vilar på minst fem aktörer.",
    ),
  ];
}

function rowOf(sub: Sub): CellText[] {
  const answered = sub.answered === null ? "visas inte" : `${sub.answered}/${sub.applicable}`;
  const share = {
    all: percentText(sub.shareMeeting),
    no_minimum: "ingen lägstanivå",
    coverage: "visas inte",
    nothing: "visas inte",
  }[sub.shown];
  return [`${sub.code} ${sub.name}`, { bold: share }, sub.shown === "all" ? bandNumbers(sub) : "–", answered];
}
