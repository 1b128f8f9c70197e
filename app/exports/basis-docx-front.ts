// The first page of a basis: what it is, and the region in one look.
import { shareRadar } from "#charts/share-radar.ts";
import { dayOfMoment } from "#domain/day.ts";
import { dayText } from "#text/dates.ts";
import { pointsText, subsText } from "#text/overview.ts";
import { coverageText, decisionText, stateText } from "#text/planning-basis.ts";
import { percentText } from "#text/results.ts";
import type { About } from "./basis-parts-schema.ts";
import { chartPng } from "./chart-png.ts";
import { type Block, paragraph } from "./docx.ts";
import { picture } from "./docx-picture.ts";
import { type CellText, grid, infoTable, table } from "./docx-table.ts";
import { callout, caption, note } from "./docx-text.ts";

/** What the document is, in a table: every file says the same. */
export function aboutBlocks({ year, round, definition, decisions, coverage, madeAtStockholm, madeBy }: About): Block[] {
  const inForce = decisions.filter((decision) => decision.inForce);
  const released = round.releasedAt ? [`släppt ${dayText(dayOfMoment(round.releasedAt))}`] : [];
  return [
    infoTable("Om underlaget", [
      ["Omgång", [year, round.state === "released" ? "slutligt resultat" : stateText(round), ...released].join(", ")],
      ["Version av förmågorna", `${definition.version}, ${definition.title}`],
      ["Lägstanivåer enligt", inForce.map(decisionText).join("\n") || "inget beslut: inga brister kan visas"],
      ["Täckning", coverageText(coverage)],
      ["Framtaget", `${madeAtStockholm} av ${madeBy}`],
    ]),
  ];
}

/** What a reader must know before the numbers: that they can still change, or that some cannot be there. */
export function warnings({ round, decisions, coverage }: About): Block[] {
  const texts = [
    ...(round.state === "released" ? [] : [`Omgången är inte släppt (${stateText(round)}). Talen kan ändras.`]),
    ...(decisions.some(({ inForce }) => inForce)
      ? []
      : ["Inga lägstanivåer är beslutade. Därför visas nivåer men inga brister och inga andelar."]),
    ...(coverage.submitted === 0 ? ["Ingen aktör har lämnat in, så det finns inga svar att visa."] : []),
  ];
  return texts.map(callout);
}

type Reach = { all: number; most: number; few: number; unjudged: number; withheld?: number };
type Fact = { number: string; says: string };

/** The facts, as on the overview: how many have answered and how far the region reaches. */
export function facts(about: About, { all, most, few, unjudged, withheld = 0 }: Reach): Block[] {
  const judged = all + most + few;
  const { submitted, actors } = about.coverage;
  const cells: Fact[] = [
    { number: `${submitted} av ${actors}`, says: "aktörer har lämnat in" },
    { number: `${all} av ${judged}`, says: "delförmågor når lägstanivån hos alla som svarat" },
    { number: `${most} av ${judged}`, says: "når den hos minst hälften, men inte alla" },
    { number: `${few} av ${judged}`, says: "når den hos färre än hälften" },
  ];
  const left = [
    ...(unjudged > 0 ? [`${subsText(unjudged)} räknas inte: svar eller lägstanivå saknas.`] : []),
    ...(withheld > 0 ? [`${subsText(withheld)} visas inte: färre än fem aktörer står bakom.`] : []),
  ];
  return [
    grid(
      [2550, 2550, 2550, 2550],
      [
        cells.map(
          ({ number }, at): CellText => ({
            text: number,
            size: 36,
            isBold: true,
            colour: at === 3 ? "B8470B" : "0B4F7D",
          }),
        ),
        cells.map(({ says }): CellText => ({ text: says, size: 18, colour: "52616F" })),
      ],
      0,
      { name: "Läget i fyra tal", lines: "none", margins: { x: 80, y: 20 } },
    ),
    ...(left.length > 0 ? [note(left.join(" "))] : []),
  ];
}

type CapabilityPoint = {
  number: number;
  name: string;
  shareMeeting: number | null;
  before: number | null;
  isMinimumChanged: boolean;
  isWithheld?: boolean;
};

const radarSize = { width: 400, height: 270 };

/** The base capabilities as radar, words and table. */
export function capabilityBlocks(
  year: number,
  since: number | null,
  capabilities: readonly CapabilityPoint[],
): Block[] {
  const points = capabilities.map(({ number, shareMeeting, ...rest }) => ({
    capability: number,
    now: shareMeeting,
    ...rest,
  }));
  const hasShares = points.some(({ now }) => now !== null);
  const says = pointsText(points, since);
  const name = `Andel som når lägstanivån per grundförmåga ${year}`;
  const heads = ["Grundförmåga", String(year), ...(since === null ? [] : [String(since)])];
  const before = ({ before: share, isMinimumChanged }: CapabilityPoint) =>
    share === null ? "ej jämförbar" : `${percentText(share)}${isMinimumChanged ? " (andra lägstanivåer)" : ""}`;
  return [
    paragraph(says),
    ...(hasShares
      ? [
          picture(chartPng(shareRadar({ points, year, sinceYear: since }), radarSize), {
            ...radarSize,
            name,
            says: `${name}. ${says} Samma tal står i tabellen.`,
          }),
        ]
      : []),
    caption("Andelen aktörer som når lägstanivån, av dem som svarat och har en att nå"),
    table(
      since === null ? [7700, 2500] : [5700, 1700, 2800],
      heads,
      capabilities.map((row) => [
        `${row.number} ${row.name}`,
        { bold: row.isWithheld ? "visas inte" : percentText(row.shareMeeting) },
        ...(since === null ? [] : [before(row)]),
      ]),
      { name, numbers: [1, 2], size: 19, margins: { x: 80, y: 30 } },
    ),
  ];
}

type Pressing = { code: string; name: string; notMeeting: number; meetsMinimum: number };

/** The most pressing, a line each: for who reads no further than the first page. */
export function pressingLines(pressing: readonly Pressing[]): Block[] {
  if (pressing.length === 0) return [];
  const rows = pressing.map(({ code, name, notMeeting, meetsMinimum }): CellText[] => [
    { bold: `${notMeeting} av ${notMeeting + meetsMinimum}` },
    `${code} ${name}`,
  ]);
  return [
    caption("Här når flest aktörer inte lägstanivån"),
    grid([1100, 9100], rows, 0, { name: "Det mest angelägna", size: 19, margins: { x: 80, y: 20 } }),
  ];
}
