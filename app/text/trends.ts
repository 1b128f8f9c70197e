import type { GroupMinimum } from "#domain/target.ts";
import type { Trend, TrendGap, TrendPoint, TrendSegment, TrendValue } from "#domain/trend.ts";
import { breakText } from "./changes.ts";
import { groupText, listText, percentText } from "./results.ts";

/** The lines of a trend's chart and the heads of its table. `minimumYear`: whose minimum the last is held against. */
export function trendLineNames(minimumYear: number | null) {
  const latest = minimumYear === null ? "den senaste lägstanivån" : `${minimumYear} års lägstanivå`;
  return { all: "Alla aktörer", panel: "Matchad panel", allLatest: `Mot ${latest}` };
}

export const gapNames: Record<TrendGap["why"], string> = {
  no_round: "inget resultat det året",
  no_answers: "ingen har svarat",
};

export const withheldText = "visas inte";

/** "68 %", a dash without a share, or that it is withheld. */
export function trendShareText(value: TrendValue): string {
  return value.isWithheld ? withheldText : percentText(value.shareMeeting);
}

/** "2", "2, kategorin kommuner 3", or "ingen": what was asked of whom. */
export function minimaText(minima: readonly GroupMinimum[]): string {
  if (minima.length === 0) return "ingen";
  return minima.map(({ group, minimum }) => (group === "all" ? minimum : `${groupText(group)} ${minimum}`)).join(", ");
}

/** "Ny lägstanivå: 2 → 3", with the code where several sub-capabilities are one. */
export function minimumChangeTexts({ code, minimumChanges }: TrendSegment, year: number): string[] {
  const own = minimumChanges.filter((change) => change.year === year);
  if (own.length === 0) return [];
  if (code === null) return [`Ny lägstanivå i ${listText(own.map((change) => change.code))}`];
  return own.map(({ before, after }) => `Lägstanivå ${minimaText(before)} → ${minimaText(after)}`);
}

/** Everything that a year's row must say beside its numbers. */
export function yearNotes(segment: TrendSegment, year: number): string[] {
  const { code, clarified, broken, points } = segment;
  const isFirst = points[0]?.year === year;
  const named = (of: string, text: string) => (code === null ? `${of} ${text}` : text);
  return [
    ...(isFirst && broken ? brokenTexts(segment) : []),
    ...minimumChangeTexts(segment, year),
    ...clarified.filter((each) => each.year === year).map((each) => named(each.code, `Förtydligad: ${each.reason}`)),
  ];
}

/** Why the line does not go further back. */
export function brokenTexts({ code, broken }: TrendSegment): string[] {
  if (!broken) return [];
  const why = broken.map((step) => (code === null ? `${step.code} ${breakText(step)}` : breakText(step)));
  return [`Går inte att jämföra bakåt. ${why.length > 0 ? why.join(" ") : "Ingen versionskarta leder dit."}`];
}

const latestText = (year: number | null) => (year === null ? "de senaste lägstanivåerna" : `${year} års lägstanivå`);

/** "har gått från 54 % till 68 %"; null where one of the years has no share to show. */
function movementText(from: TrendValue, to: TrendValue): string | null {
  if (from.isWithheld || to.isWithheld || from.shareMeeting === null || to.shareMeeting === null) return null;
  const [then, now] = [percentText(from.shareMeeting), percentText(to.shareMeeting)];
  return then === now ? `är ${now} i båda` : `har gått från ${then} till ${now}`;
}

function allText(first: TrendPoint, last: TrendPoint): string {
  const years = `Från ${first.year} till ${last.year}`;
  const movement = movementText(first.all, last.all);
  if (movement) return `${years}: andelen som når lägstanivån ${movement}.`;
  return `${years} kan andelarna inte jämföras: ${first.year} ${valueText(first.all)}, ${last.year} ${valueText(last.all)}.`;
}

function valueText(value: TrendValue): string {
  if (value.isWithheld) return "visas inte, för få står bakom";
  return value.shareMeeting === null ? "finns ingen andel" : `når ${percentText(value.shareMeeting)}`;
}

function panelText(segment: TrendSegment, first: TrendPoint, last: TrendPoint): string {
  const isWithheld = first.panel.isWithheld || last.panel.isWithheld;
  if (isWithheld)
    return " Den matchade panelen visas inte alla år: för få står bakom den eller skillnaden mot andra tal.";
  if (last.panel.isWithheld === false && last.panel.answered === 0)
    return " Ingen aktör har svarat alla åren, så det finns ingen matchad panel.";
  const movement = movementText(first.panel, last.panel);
  const who =
    segment.panelSize === null ? "de som svarat alla åren" : `de ${segment.panelSize} aktörer som svarat alla åren`;
  return movement ? ` I den matchade panelen, ${who}, ${movement.replace(/^(har|är)/, "$1 den")}.` : "";
}

function changedText({ minimumChanges, minimumYear }: TrendSegment, first: TrendPoint, last: TrendPoint): string {
  if (minimumChanges.length === 0) return "";
  const years = [...new Set(minimumChanges.map(({ year }) => String(year)))].sort();
  const movement = movementText(first.allLatest, last.allLatest);
  const against = movement ? ` Mot ${latestText(minimumYear)} ${movement.replace(/^(har|är)/, "$1 andelen")}.` : "";
  return ` Lägstanivån ändrades ${listText(years)}.${against}`;
}

/** What the trend shows, in words: from where to where, of all and of the panel, and what that must be read with. */
export function trendText({ segments }: Pick<Trend, "segments">): string {
  const segment = segments.findLast(({ points }) => points.length > 0);
  const [first, ...later] = segment?.points ?? [];
  if (!segment || !first) return "Ingen har svarat något av åren, så det finns ingen utveckling att visa.";
  const last = later.at(-1);
  const why = segment.broken ? ` ${brokenTexts(segment).join(" ")}` : "";
  if (!last)
    return `Bara ett år har svar att visa: ${first.year} ${valueText(first.all)}. En utveckling syns när två år kan jämföras.${why}`;
  return `${allText(first, last)}${panelText(segment, first, last)}${changedText(segment, first, last)}${why}`;
}
