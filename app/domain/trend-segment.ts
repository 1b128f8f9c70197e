// A segment (del av en utveckling) is what a trend shows of a stretch: its points and gaps, and where something else is asked.
// Of several sub-capabilities together: the years in which every one of them can be compared. Source: method § 5, 6.
import type { Cell } from "./gap.ts";
import { type Summary, summarize } from "./summary.ts";
import { type MinimumChange, type StretchCells, type StretchPoint, type TrendKind, trendKinds } from "./trend-cells.ts";
import type { RegionalReader } from "./trend-disclosure.ts";
import type { TrendBreak } from "./trend-stretch.ts";

export type TrendShare = Pick<
  Summary,
  "answered" | "applicable" | "meetsMinimum" | "notMeeting" | "shareMeeting" | "shareLow" | "shareHigh"
>;
/** `isWithheld`: too few stand behind it, or behind its difference to something else that is shown. */
export type TrendValue = ({ isWithheld: false } & TrendShare) | { isWithheld: true };
/** The year's values: of all actors and of the panel, and both against the latest minimum. */
export type TrendPoint = { year: number } & Record<TrendKind, TrendValue>;
export type TrendGap = { year: number; why: "no_round" | "no_answers" };

export type TrendSegment = {
  /** What its years are about, as in its latest version; null: several sub-capabilities together. */
  code: string | null;
  name: string;
  /** Oldest first, only years in which somebody has answered: may be empty. */
  points: TrendPoint[];
  gaps: TrendGap[];
  /** How many stand in the matched panel; null where it is withheld, and for several sub-capabilities, which have one each. */
  panelSize: number | null;
  /** Where the minimum changed; `code` as in the latest version. */
  minimumChanges: (MinimumChange & { code: string })[];
  /** The year of the latest minimum: what the values against it are held against. null: none, or not the same for all parts. */
  minimumYear: number | null;
  clarified: { year: number; code: string; reason: string }[];
  /** What breaks the line before the first year; null: nothing. */
  broken: TrendBreak[] | null;
};
/** Every calendar year from the first to the last, both included. */
export function yearsBetween(first: number, last: number): number[] {
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** What is shown of one sub-capability's stretch. */
export function segmentOfOne(
  { stretch, points, panel, changes, minimumYear }: StretchCells,
  mayShow: RegionalReader,
): TrendSegment {
  const { code, name, broken } = stretch;
  const answered = points.filter(({ isAnswered }) => isAnswered);
  return {
    code,
    name,
    points: answered.map((point) => pointOf(point.year, [point], mayShow)),
    gaps: gapsIn(points),
    panelSize: answered.every((point) => mayShow(point, "panel")) ? panel.size : null,
    minimumChanges: changes.map((change) => ({ ...change, code })),
    minimumYear,
    clarified: clarifiedIn(stretch),
    broken,
  };
}

/**
 * Several sub-capabilities as one, each with its own panel. Nothing is said of the years before the first that they share.
 * `members`: as they are in a sum, so that all have the same rounds.
 */
export function segmentOfMany(name: string, members: StretchCells[], mayShow: RegionalReader): TrendSegment {
  const broken = members.flatMap(({ stretch }) => stretch.broken ?? []);
  const minimumYears = new Set(members.map(({ minimumYear }) => minimumYear));
  const years = (members[0]?.points ?? []).map(({ year }, at) => {
    const parts = members.flatMap(({ points }) => points[at] ?? []);
    return { year, parts, isAnswered: parts.some(({ isAnswered }) => isAnswered) };
  });
  return {
    code: null,
    name,
    points: years.filter(({ isAnswered }) => isAnswered).map(({ year, parts }) => pointOf(year, parts, mayShow)),
    gaps: gapsIn(years),
    panelSize: null,
    minimumChanges: members.flatMap(({ stretch, changes }) =>
      changes.map((change) => ({ ...change, code: stretch.code })),
    ),
    minimumYear: minimumYears.size === 1 ? (members[0]?.minimumYear ?? null) : null,
    clarified: members.flatMap(({ stretch }) => clarifiedIn(stretch)),
    broken: members.some(({ stretch }) => stretch.broken) ? broken : null,
  };
}

function pointOf(year: number, parts: StretchPoint[], mayShow: RegionalReader): TrendPoint {
  const of = (kind: TrendKind): TrendValue =>
    parts.every((part) => mayShow(part, kind))
      ? { isWithheld: false, ...shareOver(parts.flatMap(({ cells }) => cells[kind])) }
      : { isWithheld: true };
  const values = Object.fromEntries(trendKinds.map((kind) => [kind, of(kind)]));
  return { year, ...(values as Record<TrendKind, TrendValue>) };
}

function shareOver(cells: Cell[]): TrendShare {
  const { answered, applicable, meetsMinimum, notMeeting, shareMeeting, shareLow, shareHigh } = summarize(cells);
  return { answered, applicable, meetsMinimum, notMeeting, shareMeeting, shareLow, shareHigh };
}

function gapsIn(rounds: { year: number; isAnswered: boolean }[]): TrendGap[] {
  const years = rounds.map(({ year }) => year);
  return yearsBetween(Math.min(...years), Math.max(...years)).flatMap((year): TrendGap[] => {
    const round = rounds.find((each) => each.year === year);
    if (round?.isAnswered) return [];
    return [{ year, why: round ? "no_answers" : "no_round" }];
  });
}

function clarifiedIn({ code, years }: StretchCells["stretch"]) {
  return years.flatMap(({ round, clarified }) => clarified.map((reason) => ({ year: round.year, code, reason })));
}
