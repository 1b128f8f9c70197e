// Patterns (mönster) that lead to joint action: what several actors have in common, found in the cells and nothing beyond them.
// Sub-capabilities and causes are ordered by how many they concern; actors always stand by category and name, and get no rank.
// Source: method § 4–5, docs/decisions/0009-patterns.md.
import { compareActors } from "./actor-order.ts";
import type { Results } from "./aggregate.ts";
import { type Cause, type Confidence, causes } from "./answer.ts";
import { type CategoryDifference, categoryDifferences } from "./category-difference.ts";
import { type Definition, listSubCapabilities } from "./definition.ts";
import type { Cell } from "./gap.ts";
import type { RoundActor } from "./target.ts";

/** What one actor has is no pattern: it takes so many together. */
export const fewestTogether = 2;

/** "14 aktörer anger utbildning i 2:5." `of`: how many are below the minimum or unknown there, and were asked for causes. */
export type CausePattern = { code: string; cause: Cause; actors: string[]; of: number };

/** Several actors with the same gap: those below their minimum, and those that do not know though a minimum is in force. */
export type SharedGap = { code: string; below: string[]; unknown: string[] };

/** The same actors below the minimum in both. `ofFirst`, `ofSecond`: how many are below in each. */
export type GapPair = { codes: [string, string]; actors: string[]; ofFirst: number; ofSecond: number };

/** Who falls short in a sub-capability, and who is strong there and could help: a list, not a ranking. */
export type HelpPattern = { code: string; needs: string[]; couldHelp: string[] };

/** A high level, all indicators met or more, that the actor itself has low confidence in. */
export type DoubtfulLevel = { code: string; actors: string[] };

export type Patterns = {
  causes: CausePattern[];
  sharedGaps: SharedGap[];
  gapPairs: GapPair[];
  help: HelpPattern[];
  doubtful: DoubtfulLevel[];
  categories: CategoryDifference[];
};

/** `answers`: the counted ones, of which only the confidence is read. Actor ids in every list are those of `actors`. */
export type PatternInput = {
  definition: Definition;
  actors: readonly (RoundActor & { name: string })[];
  results: Pick<Results, "cells" | "categories">;
  answers: readonly { actor: string; code: string; confidence: Confidence | null }[];
};

/** All patterns of a round. Linear in the number of cells, but for the pairs of sub-capabilities. */
export function findPatterns(input: PatternInput): Patterns {
  const byCode = cellsByCode(input);
  const rows = listSubCapabilities(input.definition).map(({ code }) => ({ code, cells: byCode.get(code) ?? [] }));
  const isUnsure = unsureAnswers(input.answers);
  const highLevel = input.definition.proposal.all;
  const isShared = ({ actors }: { actors: string[] }) => actors.length >= fewestTogether;
  const gaps = rows.map(gapsIn);
  return {
    causes: byCount(rows.flatMap(causesIn).filter(isShared), ({ actors }) => actors.length),
    sharedGaps: byCount(
      gaps.filter((gap) => sizeOf(gap) >= fewestTogether),
      sizeOf,
    ),
    gapPairs: byCount(pairsOf(gaps).filter(isShared), ({ actors }) => actors.length),
    help: byCount(
      rows
        .map((row) => helpIn(row, isUnsure))
        .filter(({ needs, couldHelp }) => needs.length > 0 && couldHelp.length > 0),
      ({ needs }) => needs.length,
    ),
    doubtful: byCount(
      rows.map((row) => doubtfulIn(row, highLevel, isUnsure)).filter(({ actors }) => actors.length > 0),
      ({ actors }) => actors.length,
    ),
    categories: categoryDifferences(input.results.categories),
  };
}

function sizeOf({ below, unknown }: SharedGap): number {
  return below.length + unknown.length;
}

type Row = { code: string; cells: Cell[] };

/** The cells of each sub-capability, by the actors' category and name. */
function cellsByCode({ actors, results }: PatternInput): Map<string, Cell[]> {
  const place = new Map(actors.toSorted(compareActors).map(({ id }, index) => [id, index]));
  const byCode = new Map<string, Cell[]>();
  for (const cell of results.cells) {
    const cells = byCode.get(cell.code);
    if (cells) cells.push(cell);
    else byCode.set(cell.code, [cell]);
  }
  for (const cells of byCode.values()) cells.sort((a, b) => (place.get(a.actor) ?? 0) - (place.get(b.actor) ?? 0));
  return byCode;
}

function unsureAnswers(answers: PatternInput["answers"]): (cell: Cell) => boolean {
  const unsure = new Set(
    answers.flatMap(({ actor, code, confidence }) => (confidence === "low" ? [`${code} ${actor}`] : [])),
  );
  return ({ actor, code }) => unsure.has(`${code} ${actor}`);
}

/** The most concerned first; sorting is stable, so ties keep definition order. */
function byCount<Item>(items: Item[], countOf: (item: Item) => number): Item[] {
  return items.sort((a, b) => countOf(b) - countOf(a));
}

function actorsOf(cells: readonly Cell[]): string[] {
  return cells.map(({ actor }) => actor);
}

const isBelow = ({ status }: Cell) => status === "below_minimum";
const isUnknown = ({ status }: Cell) => status === "unknown";

function causesIn({ code, cells }: Row): CausePattern[] {
  const asked = cells.filter((cell) => isBelow(cell) || isUnknown(cell));
  return causes.map((cause) => ({
    code,
    cause,
    actors: actorsOf(asked.filter((cell) => cell.causes.includes(cause))),
    of: asked.length,
  }));
}

/** Falls short: below the minimum, or unknown though one is in force (method § 5, `notMeeting`). */
const isShort = (cell: Cell) => isBelow(cell) || (isUnknown(cell) && cell.minimum !== null);

function gapsIn({ code, cells }: Row): SharedGap {
  const unknown = cells.filter((cell) => isShort(cell) && isUnknown(cell));
  return { code, below: actorsOf(cells.filter(isBelow)), unknown: actorsOf(unknown) };
}

function pairsOf(gaps: SharedGap[]): GapPair[] {
  const sets = gaps.map(({ below }) => new Set(below));
  return gaps.flatMap((first, at) =>
    gaps.slice(at + 1).flatMap((second, offset): GapPair[] => {
      const actors = first.below.filter((actor) => sets[at + 1 + offset]?.has(actor));
      return [{ codes: [first.code, second.code], actors, ofFirst: first.below.length, ofSecond: second.below.length }];
    }),
  );
}

function helpIn({ code, cells }: Row, isUnsure: (cell: Cell) => boolean): HelpPattern {
  return {
    code,
    needs: actorsOf(cells.filter(isShort)),
    couldHelp: actorsOf(cells.filter((cell) => isStrong(cell) && !isUnsure(cell))),
  };
}

function doubtfulIn({ code, cells }: Row, highLevel: number, isUnsure: (cell: Cell) => boolean): DoubtfulLevel {
  return { code, actors: actorsOf(cells.filter((cell) => (cell.level ?? -1) >= highLevel && isUnsure(cell))) };
}

/** Strong: reaches the ambition in force, or, where none is, lies a step or more over the minimum. */
function isStrong({ status, level, minimum, ambition }: Cell): boolean {
  if (status === "meets_ambition") return true;
  return status === "meets_minimum" && ambition === null && (level ?? 0) > (minimum ?? 0);
}
