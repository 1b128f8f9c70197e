// The results (resultat) of a round: every cell, and the summaries per sub-capability, base capability, actor and category.
// Nothing of it is stored: it is computed from the answers that count. Source: method § 4–5.
import { type Definition, indicatorsFor, listSubCapabilities, type SubCapability } from "./definition.ts";
import { type Cell, type CountedAnswer, cellOf } from "./gap.ts";
import { compareShares } from "./share.ts";
import { type LevelSpread, type Summary, spreadOf, summarize } from "./summary.ts";
import { type LevelDecision, type RoundActor, targetsFor } from "./target.ts";

export type { LevelSpread, Summary } from "./summary.ts";

/** One round: the actors frozen at its opening, all its decisions, and at most one counted answer per actor and code. */
export type ResultsInput = {
  definition: Definition;
  actors: readonly RoundActor[];
  decisions: readonly LevelDecision[];
  answers: readonly CountedAnswer[];
};

export type RegionalRow = { code: string } & Summary & LevelSpread;
export type CapabilityRow = { capability: number } & Summary;
export type ActorRow = { actor: string; total: Summary; capabilities: CapabilityRow[] };
export type CategoryRow = { category: string; code: string } & Summary;

export type Results = {
  /** By actor in input order, then definition order. */
  cells: Cell[];
  /** One row per sub-capability, in definition order. */
  regional: RegionalRow[];
  capabilities: CapabilityRow[];
  actors: ActorRow[];
  /** Categories with an actor, by code point, each in definition order. */
  categories: CategoryRow[];
  /** Codes of sub-capabilities that someone does not meet, the most pressing first. */
  priority: string[];
};

/** All results of a round. Linear in the number of cells. */
export function computeResults(input: ResultsInput): Results {
  const { definition, actors } = input;
  const subs = listSubCapabilities(definition);
  const rows = cellRows(input, subs);
  const cells = rows.flat();
  const byCode = groupBy(cells, ({ code }) => code);
  const cellsOf = (code: string) => byCode.get(code) ?? [];
  const levels = definition.levels.map(({ level }) => level);

  const regional = subs.map(({ code }) => ({ code, ...summarize(cellsOf(code)), ...spreadOf(cellsOf(code), levels) }));
  return {
    cells,
    regional,
    capabilities: definition.capabilities.map(({ number, subCapabilities }) => ({
      capability: number,
      ...summarize(subCapabilities.flatMap(({ code }) => cellsOf(code))),
    })),
    actors: actors.map(({ id }, index) => actorRow(definition, id, rows[index] ?? [])),
    categories: categoryRows(subs, actors, rows),
    priority: priorityOf(regional),
  };
}

/** One row of cells per actor, in input order; the cells in the order of `subs`. */
export function cellRows({ actors, decisions, answers }: ResultsInput, subs: readonly SubCapability[]): Cell[][] {
  const targetOf = targetsFor(decisions);
  const answersByActor = groupBy(answers, ({ actor }) => actor);
  const directedToDesignated = directedCodes(subs, true);
  const directedToOthers = directedCodes(subs, false);
  return actors.map((actor) => {
    const directed = actor.designated ? directedToDesignated : directedToOthers;
    const byCode = new Map((answersByActor.get(actor.id) ?? []).map((answer) => [answer.code, answer]));
    return subs.map(({ code }) =>
      cellOf({
        actor: actor.id,
        code,
        isDirected: directed.has(code),
        answer: byCode.get(code),
        target: targetOf(actor, code),
      }),
    );
  });
}

function directedCodes(subs: readonly SubCapability[], designated: boolean): Set<string> {
  return new Set(subs.filter((sub) => indicatorsFor(sub, { designated }).length > 0).map(({ code }) => code));
}

function actorRow(definition: Definition, actor: string, row: readonly Cell[]): ActorRow {
  let from = 0;
  const capabilities = definition.capabilities.map(({ number, subCapabilities }) => {
    const cells = row.slice(from, from + subCapabilities.length);
    from += subCapabilities.length;
    return { capability: number, ...summarize(cells) };
  });
  return { actor, total: summarize(row), capabilities };
}

function categoryRows(subs: readonly SubCapability[], actors: readonly RoundActor[], rows: Cell[][]): CategoryRow[] {
  const rowsByCategory = groupBy(
    rows.map((row, index) => ({ row, category: actors[index]?.category ?? "" })),
    ({ category }) => category,
  );
  return [...rowsByCategory]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([category, members]) =>
      subs.map(({ code }, index) => ({
        category,
        code,
        ...summarize(members.flatMap(({ row }) => row[index] ?? [])),
      })),
    );
}

/** By number not meeting, then share not meeting (exact), then gap steps, all descending; sorting is stable, so ties keep definition order. */
function priorityOf(regional: readonly RegionalRow[]): string[] {
  const shareNotMeeting = ({ notMeeting, meetsMinimum }: Summary) => ({
    part: notMeeting,
    whole: meetsMinimum + notMeeting,
  });
  return regional
    .filter(({ notMeeting }) => notMeeting > 0)
    .sort(
      (a, b) =>
        b.notMeeting - a.notMeeting || compareShares(shareNotMeeting(b), shareNotMeeting(a)) || b.gapSteps - a.gapSteps,
    )
    .map(({ code }) => code);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** JavaScript compares UTF-16 units, which puts some signs outside the basic plane in the wrong place. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
