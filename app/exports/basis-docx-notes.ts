// What stands last in a basis: how it is counted, which decisions it rests on, and what the actors will do.
import { dayText } from "#text/dates.ts";
import { firstDayText, measureStateText } from "#text/measures.ts";
import { isGoingOn } from "./basis-measures.ts";
import type { About } from "./basis-parts-schema.ts";
import { type Block, paragraph, subheading } from "./docx.ts";
import { type CellText, table } from "./docx-table.ts";
import { bullet, note } from "./docx-text.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

const small = { size: 18, margins: { x: 70, y: 35 } };

const rules: readonly (readonly [string, string])[] = [
  [
    "Nivåerna ",
    "bedömer aktörerna själva, delförmåga för delförmåga. De är steg på en skala och räknas aldrig om till medelvärden.",
  ],
  ["Det senast inlämnade ", "räknas. Det som är under arbete eller har dragits tillbaka räknas inte."],
  [
    "Lägstanivån ",
    "beslutar chefsgruppen per delförmåga, för alla eller för en grupp. Den strängaste som gäller en aktör räknas.",
  ],
  ["En brist ", "är antalet steg under lägstanivån. Att inte kunna bedöma räknas som att inte nå den."],
  ["Andelen ", "är de som når lägstanivån, av dem som svarat och har en lägstanivå att nå."],
  ["Spannet ", "visar andelen om alla som saknas eller inte kan bedöma sig inte når, respektive når."],
  [
    "Det mest angelägna ",
    "är det som flest inte når; sedan den största andelen som inte når; sedan flest steg tillsammans.",
  ],
  [
    "Fem olika saker ",
    "ser olika ut och blandas aldrig ihop: svar saknas, kan inte bedömas, ej tillämplig, ingen lägstanivå och nivå 0.",
  ],
  ["Mellan år ", "jämförs bara delförmågor vars innebörd är densamma, och bara mot samma lägstanivå."],
];

/** How it is counted, in a minute's reading, and what the levels mean. */
export function methodBlocks(scale: PlanningBasis["scale"]): Block[] {
  return [
    ...rules.map(([lead, text]) => bullet(text, lead)),
    paragraph("Nivåerna betyder:", { keepNext: true }),
    table(
      [600, 2400, 7200],
      ["Nivå", "Namn", "Innebär"],
      scale.map(({ level, name, anchor }): CellText[] => [String(level), name, anchor]),
      { name: "Vad nivåerna betyder", ...small },
    ),
  ];
}

/** All decisions of the year, the latest first. */
export function decisionBlocks({ decisions, year }: About): Block[] {
  if (decisions.length === 0) return [paragraph(`Inget beslut om lägstanivåer är registrerat för ${year}.`)];
  return [
    table(
      [900, 1900, 3800, 1700, 1900],
      ["Beslut", "Dag", "Hänvisning", "Diarienummer", "Gäller"],
      decisions.map(({ sequence, decidedOn, meeting, reference, registryNumber, inForce }): CellText[] => [
        String(sequence),
        dayText(decidedOn),
        [meeting, reference].filter(Boolean).join(": "),
        registryNumber ?? "–",
        inForce ? "ja" : "nej, ersatt",
      ]),
      { name: `Beslut om lägstanivåer ${year}`, ...small },
    ),
  ];
}

/** For how many of the most pressing sub-capabilities the measures stand in the document; the Excel file has them all. */
const MEASURES_FOR = 5;

/** What the actors still mean to do about what is most pressing, by sub-capability and actor. */
export function measureBlocks({ measures, actors, about, priority, subCapabilities }: PlanningBasis): Block[] {
  if (measures.length === 0) return [paragraph("Inga åtgärder är noterade i de inlämningar som räknas.")];
  const shortNames = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  const tables = priority.slice(0, MEASURES_FOR).flatMap((code): Block[] => {
    const own = measures.filter((measure) => measure.code === code && isGoingOn(measure));
    const name = subCapabilities.find((sub) => sub.code === code)?.name ?? "";
    if (own.length === 0) return [];
    const rows = own.map((measure): CellText[] => [
      shortNames.get(measure.actor) ?? measure.actor,
      `${measure.what} (${measure.holder})`,
      measure.dueDay + firstDayText(measure, (day) => day),
      measure.year === about.year ? "Ny" : [measureStateText(measure), measure.note].filter(Boolean).join(": "),
    ]);
    const heads = ["Aktör", "Åtgärd, och vem som håller i den", "Klart senast", "Läge"];
    return [
      subheading(`${code} ${name}`),
      table([1900, 5200, 1100, 2000], heads, rows, {
        name: `Åtgärder för ${code}`,
        size: 16,
        margins: { x: 60, y: 15 },
      }),
    ];
  });
  return [
    note(
      `Aktörernas egna åtgärder som inte är klara eller avbrutna, som de stod när självskattningen lämnades in. Alla ${measures.length} åtgärder, också för övriga delförmågor, står i Excel-filen.`,
    ),
    ...tables,
  ];
}
