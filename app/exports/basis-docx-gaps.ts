// Who falls short in each sub-capability, by how much and why, and what is being done about it.
import { causes } from "#domain/answer.ts";
import { stockholmDay } from "#domain/day.ts";
import { causeNames } from "#text/answers.ts";
import { stepsText } from "#text/results.ts";
import { isGoingOn } from "./basis-measures.ts";
import { type Block, paragraph, subheading } from "./docx.ts";
import { type CellText, table } from "./docx-table.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Sub = PlanningBasis["subCapabilities"][number];

const small = { size: 18, margins: { x: 70, y: 35 } };

/** Why there is nothing to order: nobody has answered, nothing is decided, or nobody falls short. */
export function noGapsText({ about }: PlanningBasis): string {
  if (about.coverage.submitted === 0) return "Ingen aktör har lämnat in, så inga brister kan visas.";
  if (!about.decisions.some(({ inForce }) => inForce))
    return "Inga lägstanivåer är beslutade, så inga brister kan visas. Nivåerna står i värmekartan.";
  return "Ingen aktör som svarat ligger under någon lägstanivå.";
}

/** Who falls short, by how much and why, and what is planned. Nothing of those that nobody falls short in. */
export function gapTables(basis: PlanningBasis): Block[] {
  const names = new Map(basis.actors.map(({ id, shortName }) => [id, shortName]));
  const blocks = basis.capabilities.flatMap(({ number, name }): Block[] => {
    const subs = basis.subCapabilities.filter(({ capability, notMeeting }) => capability === number && notMeeting > 0);
    if (subs.length === 0) return [];
    const rows = subs.map((sub): CellText[] => [
      { bold: `${sub.code} ${sub.name}` },
      shortText(basis, sub.code, names),
      countedCauses(sub),
      measuresLine(basis, sub.code),
    ]);
    const heads = ["Delförmåga", "Vilka som inte når lägstanivån", "Orsaker", "Åtgärder"];
    return [
      subheading(`${number} ${name}`),
      table([2750, 3800, 2250, 1400], heads, rows, { name: `Brister i ${number} ${name}`, ...small }),
    ];
  });
  return blocks.length > 0 ? blocks : [paragraph(noGapsText(basis))];
}

function shortText({ cells }: PlanningBasis, code: string, names: ReadonlyMap<string, string>): string {
  const short = cells.filter((cell) => cell.code === code && cell.minimum !== null);
  const gaps = [...new Set(short.map(({ gap }) => gap ?? 0))].filter((gap) => gap > 0).sort((a, b) => b - a);
  const named = (list: typeof short) => list.map(({ actor }) => names.get(actor) ?? actor).join(", ");
  const unknown = short.filter(({ status }) => status === "unknown");
  return [
    ...gaps.map((gap) => `${upperFirst(stepsText(gap))} under: ${named(short.filter((cell) => cell.gap === gap))}`),
    ...(unknown.length > 0 ? [`Kan inte bedömas: ${named(unknown)}`] : []),
  ].join("\n");
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countedCauses(sub: Sub): string {
  const given = causes.filter((cause) => sub.causes[cause] > 0).sort((a, b) => sub.causes[b] - sub.causes[a]);
  return given.map((cause) => `${causeNames[cause]} ${sub.causes[cause]}`).join("\n") || "inga angivna";
}

/**
 * `13 hos 9 aktörer, 2 försenade`: late is what had passed its day and was not said to be done or cancelled. After the
 * closing day nobody can say so any more in this round, so no day after it counts.
 */
function measuresLine({ measures, about }: PlanningBasis, code: string): string {
  const own = measures.filter((measure) => measure.code === code && isGoingOn(measure));
  if (own.length === 0) return "inga pågående";
  const today = stockholmDay(new Date(about.madeAt));
  const [lastDay = today] = [today, about.round.closingDay].sort();
  const late = own.filter(({ dueDay }) => dueDay < lastDay).length;
  const actors = new Set(own.map(({ actor }) => actor)).size;
  return `${own.length} hos ${actors === 1 ? "1 aktör" : `${actors} aktörer`}${late > 0 ? `,\n${late === 1 ? "1 försenad" : `${late} försenade`}` : ""}`;
}
