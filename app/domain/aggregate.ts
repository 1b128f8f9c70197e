// The results (resultat) of a round: every cell, and the summaries per sub-capability, base capability, actor and category.
// Nothing of it is stored: it is computed from the answers that count. Source: method § 4–5.
import { type Definition, indicatorsFor, listSubCapabilities, type SubCapability } from "./definition.ts";
import { type Cell, type CountedAnswer, cellOf } from "./gap.ts";
import { compareShares } from "./share.ts";
import {
  countCell,
  emptyTally,
  joinTallies,
  type LevelSpread,
  type Summary,
  spreadOf,
  summaryOf,
  type Tally,
} from "./summary.ts";
import { groupsOf, type LevelDecision, type RoundActor, type Target, targetsFor } from "./target.ts";

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
  /** Categories with an actor, by code point, each in definition order. */
  categories: CategoryRow[];
  /** Codes of sub-capabilities that someone does not meet, the most pressing first. */
  priority: string[];
};

/**
 * All results of a round. Linear in the number of cells, each of which is counted once, for its category; every other summary
 * is the sum of such counts.
 */
export function computeResults(input: ResultsInput): Results {
  const { definition, actors } = input;
  const subs = listSubCapabilities(definition);
  const rows = cellRows(input, subs);
  const levels = definition.levels.map(({ level }) => level);
  const columns = columnsOf(rows, subs);
  const byCategory = categoryTallies(subs, actors, rows);
  const tallies = subs.map((_sub, column) => joinTallies([...byCategory.values()].flatMap((own) => own[column] ?? [])));
  const regional = subs.map(({ code }, column) => ({
    code,
    ...summaryOf(tallies[column] ?? emptyTally()),
    ...spreadOf(columns[column] ?? [], levels),
  }));
  return {
    cells: rows.flat(),
    regional,
    capabilities: capabilityRows(definition, tallies),
    categories: [...byCategory]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .flatMap(([category, own]) =>
        subs.map(({ code }, column) => ({ category, code, ...summaryOf(own[column] ?? emptyTally()) })),
      ),
    priority: priorityOf(regional),
  };
}

/** The cells of the actor at a place in the input, in definition order. */
export function cellsOf({ cells, regional }: Pick<Results, "cells" | "regional">, place: number): Cell[] {
  return cells.slice(place * regional.length, (place + 1) * regional.length);
}

/** One row of cells per actor, in input order; the cells in the order of `subs`. */
export function cellRows({ actors, decisions, answers }: ResultsInput, subs: readonly SubCapability[]): Cell[][] {
  const targetsOf = targetsByGroups(decisions, subs);
  const answersByActor = new Map<string, Map<string, CountedAnswer>>();
  for (const answer of answers) {
    const own = answersByActor.get(answer.actor);
    if (own) own.set(answer.code, answer);
    else answersByActor.set(answer.actor, new Map([[answer.code, answer]]));
  }
  const directedToDesignated = directedCodes(subs, true);
  const directedToOthers = directedCodes(subs, false);
  return actors.map((actor) => {
    const directed = actor.designated ? directedToDesignated : directedToOthers;
    const own = answersByActor.get(actor.id);
    const targets = targetsOf(actor);
    return subs.map(({ code }, column) =>
      cellOf({
        actor: actor.id,
        code,
        isDirected: directed.has(code),
        answer: own?.get(code),
        target: targets[column] ?? noTarget,
      }),
    );
  });
}

const noTarget: Target = { minimum: null, ambition: null };

/** The levels in force for an actor, in the order of `subs`: looked up once for all actors of the same groups. */
function targetsByGroups(
  decisions: readonly LevelDecision[],
  subs: readonly SubCapability[],
): (actor: RoundActor) => Target[] {
  const targetOf = targetsFor(decisions);
  const known = new Map<string, Target[]>();
  return (actor) => {
    const key = JSON.stringify(groupsOf(actor));
    const targets = known.get(key) ?? subs.map(({ code }) => targetOf(actor, code));
    known.set(key, targets);
    return targets;
  };
}

function directedCodes(subs: readonly SubCapability[], designated: boolean): Set<string> {
  return new Set(subs.filter((sub) => indicatorsFor(sub, { designated }).length > 0).map(({ code }) => code));
}

/** The same cells, a column per sub-capability. */
function columnsOf(rows: readonly Cell[][], subs: readonly SubCapability[]): Cell[][] {
  const columns = subs.map((): Cell[] => []);
  for (const row of rows) for (const [column, cell] of row.entries()) columns[column]?.push(cell);
  return columns;
}

/** The sum of the tallies of each base capability's sub-capabilities. */
function capabilityRows({ capabilities }: Definition, tallies: readonly Tally[]): CapabilityRow[] {
  let from = 0;
  return capabilities.map(({ number, subCapabilities }) => {
    const own = tallies.slice(from, from + subCapabilities.length);
    from += subCapabilities.length;
    return { capability: number, ...summaryOf(joinTallies(own)) };
  });
}

/** The summaries of one actor's cells, which stand in definition order. Made for those who ask: a region has thousands. */
export function actorRow({ capabilities }: Definition, actor: string, row: readonly Cell[]): ActorRow {
  let column = 0;
  const tallies = capabilities.map(({ subCapabilities }) => {
    const tally = emptyTally();
    for (const cell of row.slice(column, column + subCapabilities.length)) countCell(tally, cell);
    column += subCapabilities.length;
    return tally;
  });
  const own = capabilities.map(({ number }, index) => ({
    capability: number,
    ...summaryOf(tallies[index] ?? emptyTally()),
  }));
  return { actor, total: summaryOf(joinTallies(tallies)), capabilities: own };
}

/** Category → a tally per sub-capability; only of categories with an actor. */
function categoryTallies(
  subs: readonly SubCapability[],
  actors: readonly RoundActor[],
  rows: readonly Cell[][],
): Map<string, Tally[]> {
  const byCategory = new Map<string, Tally[]>();
  for (const [index, row] of rows.entries()) {
    const category = actors[index]?.category ?? "";
    const own = byCategory.get(category) ?? subs.map(emptyTally);
    byCategory.set(category, own);
    for (const [column, tally] of own.entries()) {
      const cell = row[column];
      if (cell) countCell(tally, cell);
    }
  }
  return byCategory;
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

/** JavaScript compares UTF-16 units, which puts some signs outside the basic plane in the wrong place. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
