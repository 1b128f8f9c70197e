import type { Group, GroupMinimum } from "#domain/target.ts";
import type { Trend, TrendGap, TrendPoint, TrendSegment, TrendValue } from "#domain/trend.ts";
import { breakText } from "./changes.ts";
import { groupText, listText, percentText } from "./results.ts";

/** The lines of a trend's chart and the heads of its table. `minimumYear`: whose minimum the last is held against. */
export function trendLineNames(minimumYear: number | null) {
  const latest = minimumYear === null ? "den senaste lägstanivån" : `${minimumYear} års lägstanivå`;
  return {
    all: "Alla aktörer",
    panel: "Matchad panel",
    allLatest: `Mot ${latest}`,
    panelLatest: `Panelen mot ${latest}`,
  };
}

/** Whether a segment is told apart by what it was about: another code than the newest one's, or beside others in the same years. */
export function isNamedAlone(segment: TrendSegment, segments: readonly TrendSegment[]): boolean {
  const isOf = (other: TrendSegment, year: number) => other.points.some((point) => point.year === year);
  const hasCompany = segment.points.some(({ year }) =>
    segments.some((other) => other !== segment && isOf(other, year)),
  );
  return hasCompany || segment.code !== segments.at(-1)?.code;
}

export const gapNames: Record<TrendGap["why"], string> = {
  no_round: "inget resultat det året",
  no_answers: "ingen har svarat",
};

/** What the star beside a year's share means. */
export const newMinimumNote = "* Lägstanivån är en annan än året före.";

export const withheldText = "visas inte";

/** "68 %", a dash without a share, or that it is withheld. */
export function trendShareText(value: TrendValue): string {
  return value.isWithheld ? withheldText : percentText(value.shareMeeting);
}

type YearNote = { year: number; text: string };

/** "Lägstanivå 2 → 3. För kategorin blåljus ingen → 4.": what is asked of whom that was not. */
function minimumText({ before, after }: { before: readonly GroupMinimum[]; after: readonly GroupMinimum[] }): string {
  const groups = [...new Set([...before, ...after].map(({ group }) => group))];
  const of = (minima: readonly GroupMinimum[], group: Group) => minima.find((each) => each.group === group)?.minimum;
  return groups
    .map((group) => ({ group, was: of(before, group), is: of(after, group) }))
    .filter(({ was, is }) => was !== is)
    .map(({ group, was, is }) => {
      const who = group === "all" ? "Lägstanivå" : `Lägstanivå för ${groupText(group)}`;
      return `${who} ${was ?? "ingen"} → ${is ?? "ingen"}.`;
    })
    .join(" ");
}

function minimumNotes({ code, minimumChanges }: TrendSegment): YearNote[] {
  if (code !== null) return minimumChanges.map((change) => ({ year: change.year, text: minimumText(change) }));
  const years = [...new Set(minimumChanges.map(({ year }) => year))];
  return years.map((year) => {
    const codes = minimumChanges.filter((change) => change.year === year).map((change) => change.code);
    return { year, text: `Ny lägstanivå i ${listText(codes)}.` };
  });
}

/** Everything that a segment's years must be read with. */
export function yearNotes(segment: TrendSegment): YearNote[] {
  const { code, clarified, points } = segment;
  const [first] = points;
  const named = (of: string) => (code === null ? `${of} förtydligad` : "Förtydligad");
  return [
    ...(first ? brokenTexts(segment).map((text) => ({ year: first.year, text })) : []),
    ...minimumNotes(segment),
    ...clarified.map((each) => ({ year: each.year, text: `${named(each.code)}: ${each.reason}` })),
  ];
}

/** Why the line does not go further back. */
export function brokenTexts({ code, broken }: TrendSegment): string[] {
  if (!broken) return [];
  const why = broken.map((step) => (code === null ? `${step.code} ${breakText(step)}` : breakText(step)));
  return [`Går inte att jämföra bakåt. ${why.length > 0 ? why.join(" ") : "Ingen versionskarta leder dit."}`];
}

const latestText = (year: number | null) => (year === null ? "de senaste lägstanivåerna" : `${year} års lägstanivå`);

/** "har andelen gått från 54 % till 68 %", of `what`; null where one of the years has no share to show. */
function movementText(from: TrendValue, to: TrendValue, what: string): string | null {
  if (from.isWithheld || to.isWithheld || from.shareMeeting === null || to.shareMeeting === null) return null;
  const [then, now] = [percentText(from.shareMeeting), percentText(to.shareMeeting)];
  return then === now ? `är ${what} oförändrad, ${now}` : `har ${what} gått från ${then} till ${now}`;
}

function allText(first: TrendPoint, last: TrendPoint): string {
  const years = `Från ${first.year} till ${last.year}`;
  const movement = movementText(first.all, last.all, "andelen som når lägstanivån");
  if (movement) return `${years} ${movement}.`;
  return `${years} kan andelarna inte jämföras: ${first.year} ${valueText(first.all)}, ${last.year} ${valueText(last.all)}.`;
}

function valueText(value: TrendValue): string {
  if (value.isWithheld) return "visas inte, för få står bakom";
  return value.shareMeeting === null ? "finns ingen andel" : `når ${percentText(value.shareMeeting)}`;
}

function panelText(segment: TrendSegment, first: TrendPoint, last: TrendPoint): string {
  const everyYear = segment.points.length === 2 ? "båda åren" : "alla åren";
  const isWithheld = first.panel.isWithheld || last.panel.isWithheld;
  if (isWithheld)
    return " Den matchade panelen visas inte alla år: för få står bakom den eller skillnaden mot andra tal.";
  if (last.panel.isWithheld === false && last.panel.answered === 0)
    return ` Ingen aktör har svarat ${everyYear}, så det finns ingen matchad panel.`;
  const movement = movementText(first.panel, last.panel, "den");
  const { panelSize } = segment;
  const some = panelSize === 1 ? "den enda aktör" : `de ${panelSize} aktörer`;
  const who = `${panelSize === null ? "de" : some} som svarat ${everyYear}`;
  return movement ? ` I den matchade panelen, ${who}, ${movement}.` : "";
}

function changedText({ minimumChanges, minimumYear }: TrendSegment, first: TrendPoint, last: TrendPoint): string {
  if (minimumChanges.length === 0) return "";
  const years = [...new Set(minimumChanges.map(({ year }) => String(year)))].sort();
  const movement = movementText(first.allLatest, last.allLatest, "andelen");
  const against = movement ? ` Mot ${latestText(minimumYear)} ${movement}.` : "";
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
