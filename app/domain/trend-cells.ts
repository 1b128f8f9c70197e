// The cells that a point of a trend rests on: those of all actors, and of the matched panel (matchad panel), who have a counted answer
// in every year of the stretch; each against the year's own minimum and against the latest one. Source: method § 6.
import { cellRows } from "./aggregate.ts";
import { findSubCapability } from "./definition.ts";
import { type Cell, isAnswered } from "./gap.ts";
import { areSameMinima, decisionsInForce, type GroupMinimum, type LevelDecision, minimaOf } from "./target.ts";
import type { Stretch, StretchYear, TrendRound } from "./trend-stretch.ts";

/** What is drawn: all actors or the panel, against the minimum of the year or the latest. */
export const trendKinds = ["all", "panel", "allLatest", "panelLatest"] as const;
export type TrendKind = (typeof trendKinds)[number];

/** One round. `isAnswered`: by anybody; `span`: of which rounds and years the panel and the latest minimum are, as a name. */
export type StretchPoint = {
  year: number;
  code: string;
  isAnswered: boolean;
  span: string;
  cells: Record<TrendKind, Cell[]>;
};
/** From `year` on something else is asked than in the round before; empty: nothing is. */
export type MinimumChange = { year: number; before: GroupMinimum[]; after: GroupMinimum[] };
export type StretchCells = {
  stretch: Stretch;
  /** Every round of it, oldest first. */
  points: StretchPoint[];
  /** Ids of the matched panel. */
  panel: ReadonlySet<string>;
  changes: MinimumChange[];
  /** The newest year with a minimum; null: there never was one. */
  minimumYear: number | null;
};

/** The cells of each year of a stretch. `shown`: the years that its panel answered in, unless those in which anybody did. */
export function cellsOfStretch(stretch: Stretch, shown?: ReadonlySet<number>): StretchCells {
  const years = stretch.years.map((each) => ({ ...each, all: cellsIn(each), minima: minimaIn(each) }));
  const ofPanelYears = years.filter(({ round, all }) => shown?.has(round.year) ?? all.some(isAnswered));
  const panel = panelOf(ofPanelYears.map(({ all }) => all));
  const span = [years[0]?.round.year, ...ofPanelYears.map(({ round }) => round.year)].join(" ");
  const latest = years.findLast(({ minima }) => minima.length > 0);
  const points = years.map((each) => {
    const isOther = latest !== undefined && !areSameMinima(each.minima, latest.minima);
    const again = isOther ? cellsUnder(each, levelsFor(latest, each.code)) : each.all;
    const ofPanel = (cells: Cell[]) => cells.filter(({ actor }) => panel.has(actor));
    const cells = { all: each.all, panel: ofPanel(each.all), allLatest: again, panelLatest: ofPanel(again) };
    return { year: each.round.year, code: each.code, isAnswered: each.all.some(isAnswered), span, cells };
  });
  // A planned round in which nothing is decided has not changed anything yet.
  const speaking = years.filter(({ all, minima }) => minima.length > 0 || all.some(isAnswered));
  return { stretch, points, panel, changes: changesIn(speaking), minimumYear: latest?.round.year ?? null };
}

/**
 * Stretches as they are in a sum: over the rounds that all of them have, each with the panel of the years in which any of them is
 * answered. What breaks one that goes further back is of no moment there, nor how its words or its minimum changed before.
 */
export function cellsTogether(members: readonly StretchCells[]): StretchCells[] {
  const first = Math.max(...members.map(({ points }) => points[0]?.year ?? 0));
  const answered = members.flatMap(({ points }) => points.filter(({ isAnswered }) => isAnswered));
  const shown = new Set(answered.map(({ year }) => year));
  return members.map((member) => {
    const { stretch, points } = member;
    const isLonger = points[0]?.year !== first;
    if (!isLonger && points.every(({ year, isAnswered }) => isAnswered === shown.has(year))) return member;
    const [oldest, ...later] = stretch.years.filter(({ round }) => round.year >= first);
    const years = oldest ? [isLonger ? { ...oldest, clarified: [] } : oldest, ...later] : [];
    return cellsOfStretch({ ...stretch, years, broken: isLonger ? null : stretch.broken }, shown);
  });
}

const cellsByCode = new WeakMap<TrendRound, Map<string, Cell[]>>();

function cellsIn({ round, code }: StretchYear): Cell[] {
  const known = cellsByCode.get(round);
  if (known) return known.get(code) ?? [];
  const byCode = new Map<string, Cell[]>();
  for (const cell of round.cells) {
    const cells = byCode.get(cell.code);
    if (cells) cells.push(cell);
    else byCode.set(cell.code, [cell]);
  }
  cellsByCode.set(round, byCode);
  return byCode.get(code) ?? [];
}

function minimaIn({ round, code }: StretchYear): GroupMinimum[] {
  return minimaOf(round.decisions, code);
}

function panelOf(years: Cell[][]): Set<string> {
  const [first = [], ...others] = years.map((cells) => cells.filter(isAnswered).map(({ actor }) => actor));
  const sets = others.map((actors) => new Set(actors));
  return new Set(first.filter((actor) => sets.every((answered) => answered.has(actor))));
}

/** The levels in force in a year, as if they were decided for the same sub-capability under another code. */
function levelsFor({ round, code }: StretchYear, as: string): LevelDecision[] {
  const inForce = decisionsInForce(round.decisions).get(code)?.values() ?? [];
  return [...inForce].map((decision) => ({ ...decision, code: as }));
}

function cellsUnder({ round, code }: StretchYear, decisions: LevelDecision[]): Cell[] {
  const sub = findSubCapability(round.definition, code);
  const answers = round.answers.filter((answer) => answer.code === code);
  return sub ? cellRows({ ...round, decisions, answers }, [sub]).flat() : [];
}

function changesIn(years: { round: TrendRound; minima: GroupMinimum[] }[]): MinimumChange[] {
  return years.flatMap(({ round, minima }, at) => {
    const before = years[at - 1]?.minima;
    return !before || areSameMinima(before, minima) ? [] : [{ year: round.year, before, after: minima }];
  });
}
