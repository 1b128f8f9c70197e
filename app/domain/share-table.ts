// The heatmap from further away: categories or years in rows, sub-capabilities in columns. A cell is what stands at the foot of the
// same column in the heatmap of that category or year, so that it says the same. Source: method § 5–6.
import { compareCategories } from "./actor-order.ts";
import { arrangeFeet, type HeatmapFoot, type HeatmapInput, type HeatmapQuery } from "./heatmap.ts";
import { reachOf } from "./overview.ts";
import { compareShares } from "./share.ts";
import type { Summary } from "./summary.ts";
import { areSameMinima, type GroupMinimum, type LevelDecision, minimaOf } from "./target.ts";
import type { Comparability, LineageStep } from "./version-map.ts";

/**
 * Nothing stands where a year cannot be compared; `breaks`: why. `isNewMinimum`: the share is of another minimum than that of the
 * year before, in a table of years.
 */
export type ShareCell = { code: string; foot: HeatmapFoot | null; breaks: LineageStep[]; isNewMinimum: boolean };
/** `key`: a category, or a year. `actors`: how many there are in it. */
export type ShareRow = { key: string; actors: number; cells: ShareCell[] };

/** How a share is to be read: nobody has it, nobody has answered, nobody of them has a level to reach, or how many reach it. */
export type ShareStatus = "not_applicable" | "missing" | "no_minimum" | "none" | "few" | "most" | "all";

/** What a share says in a word. */
export function shareStatus(summary: Summary): ShareStatus {
  if (summary.applicable === 0) return "not_applicable";
  if (summary.answered === 0) return "missing";
  const reach = reachOf(summary);
  if (reach === null) return "no_minimum";
  return reach === "few" && summary.meetsMinimum === 0 ? "none" : reach;
}

/** A row per category that has an actor; by category, or the lowest share in the chosen column first. */
export function categoryRows(input: HeatmapInput, query: HeatmapQuery): ShareRow[] {
  const categories = [...new Set(input.actors.map(({ category }) => category))].sort(compareCategories);
  const rows = categories
    .filter((category) => query.category === null || category === query.category)
    .map((category) => rowOf(category, input, { ...query, category }))
    .filter(({ actors }) => actors > 0);
  const chosen = rows[0]?.cells.findIndex(({ code }) => code === query.column) ?? -1;
  if (query.order !== "gap" || chosen === -1) return rows;
  return rows.toSorted((a, b) => compareFeet(a.cells[chosen]?.foot, b.cells[chosen]?.foot));
}

function rowOf(key: string, input: HeatmapInput, query: HeatmapQuery): ShareRow {
  const { bands, actorsBelow } = arrangeFeet(input, query);
  const columns = bands.flatMap((band) => band.columns);
  return {
    key,
    actors: actorsBelow,
    cells: columns.map(({ code, foot, breaks }) => ({ code, foot, breaks, isNewMinimum: false })),
  };
}

/** A round as it is compared: each code of the newest version with its own. */
export type ComparedRound = {
  year: number;
  input: HeatmapInput;
  levelDecisions: readonly LevelDecision[];
  comparabilityOf: (code: string) => Comparability;
};

/** A row per round, as given, newest first; each cell the foot of the column that the newest version's code is compared with. */
export function yearRows(rounds: readonly ComparedRound[], codes: readonly string[], query: HeatmapQuery): ShareRow[] {
  return rounds.map((round, at) => {
    const { year, input, comparabilityOf } = round;
    const own = rowOf(String(year), input, { ...query, capability: null });
    const byCode = new Map(own.cells.map((cell) => [cell.code, cell]));
    const cells = codes.map((code): ShareCell => {
      const comparability = comparabilityOf(code);
      if (!comparability.comparable) return { code, foot: null, breaks: comparability.breaks, isNewMinimum: false };
      const cell = byCode.get(comparability.from) ?? { code, foot: null, breaks: [], isNewMinimum: false };
      const hasShare = query.aim.by === "minimum" && cell.foot?.of === "levels" && cell.foot.answered > 0;
      return { ...cell, isNewMinimum: hasShare && isMinimumNew(round, rounds[at + 1], code) };
    });
    return { ...own, cells };
  });
}

/** Whether something else is asked than the year before, where the two can be compared. */
function isMinimumNew(round: ComparedRound, before: ComparedRound | undefined, code: string): boolean {
  const [now, then] = [round, before].map((each) => each && minimaIn(each, code));
  return now !== undefined && then !== undefined && !areSameMinima(now, then);
}

function minimaIn({ levelDecisions, comparabilityOf }: ComparedRound, code: string): GroupMinimum[] | undefined {
  const comparability = comparabilityOf(code);
  return comparability.comparable ? minimaOf(levelDecisions, comparability.from) : undefined;
}

/** Lowest share first; of changes, most lowered first. What has no share comes last. */
function compareFeet(a: HeatmapFoot | null | undefined, b: HeatmapFoot | null | undefined): number {
  if (a?.of === "changes" && b?.of === "changes") return b.down - a.down;
  const [left, right] = [shareIn(a), shareIn(b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareShares(left, right);
}

function shareIn(foot: HeatmapFoot | null | undefined): { part: number; whole: number } | null {
  if (foot?.of !== "levels" || reachOf(foot) === null) return null;
  return { part: foot.meetsMinimum, whole: foot.meetsMinimum + foot.notMeeting };
}
