// One actor's profile (profil): how it stands against its minimum and beside the others of its category, over the years as far as they can
// be compared, and how sure it is. Counts and shares, no mean of levels and no rank. Source: method § 4–6.
import type { Results } from "./aggregate.ts";
import type { Confidence } from "./answer.ts";
import type { Definition } from "./definition.ts";
import { listSubCapabilities } from "./definition.ts";
import type { Cell } from "./gap.ts";
import { type Summary, summarize } from "./summary.ts";
import type { RoundActor } from "./target.ts";
import { comparabilityOf, type Lineage, type LineageStep } from "./version-map.ts";

/** What a year says of a sub-capability: the cell, or what breaks the line to it; `breaks` empty: no map leads there. */
export type YearCell =
  | { year: number; cell: Pick<Cell, "status" | "level" | "gap" | "minimum"> }
  | { year: number; breaks: LineageStep[] };
export type ProfileRow = {
  code: string;
  name: string;
  minimum: number | null;
  ambition: number | null;
  confidence: Confidence | null;
  /** Oldest year first; the last is the year of the profile. */
  years: YearCell[];
  /** The other actors of the category. */
  others: Summary;
};
export type ProfileCapability = { capability: number; name: string; own: Summary; others: Summary };
export type ActorProfile = {
  category: string;
  /** How many others there are in the category. */
  otherCount: number;
  years: number[];
  capabilities: ProfileCapability[];
  rows: ProfileRow[];
  confidence: Record<Confidence, number>;
  /** Sub-capabilities with all indicators met or more, and low confidence, in the order of the definition. */
  doubtful: string[];
};

/** An earlier year's cells of the actor, and where this year's sub-capabilities come from in it. */
export type EarlierYear = { year: number; cells: readonly Cell[]; lineage: Lineage | undefined };

export type ProfileInput = {
  year: number;
  definition: Definition;
  actors: readonly RoundActor[];
  results: Pick<Results, "cells">;
  answers: readonly { actor: string; code: string; confidence: Confidence | null }[];
  /** Oldest first. */
  earlier: readonly EarlierYear[];
};

/** The profile of an actor of the round; undefined where it is not in it. */
export function profileOf(input: ProfileInput, actorId: string): ActorProfile | undefined {
  const { definition, actors, results, year, earlier } = input;
  const category = actors.find(({ id }) => id === actorId)?.category;
  if (category === undefined) return undefined;
  const otherIds = new Set(actors.filter((each) => each.category === category).map(({ id }) => id));
  otherIds.delete(actorId);
  const own = results.cells.filter(({ actor }) => actor === actorId);
  const others = results.cells.filter(({ actor }) => otherIds.has(actor));
  const inside = (cells: Cell[], codes: string[]) => summarize(cells.filter(({ code }) => codes.includes(code)));
  const then = earlier.map((each) => ({ ...each, byCode: new Map(each.cells.map((cell) => [cell.code, cell])) }));
  const sureness = new Map(
    input.answers.flatMap(({ actor, code, confidence }) => (actor === actorId ? [[code, confidence] as const] : [])),
  );
  const now = new Map(own.map((cell) => [cell.code, cell]));
  return {
    category,
    otherCount: otherIds.size,
    years: [...earlier.map((each) => each.year), year],
    capabilities: definition.capabilities.map(({ number, name, subCapabilities }) => {
      const codes = subCapabilities.map(({ code }) => code);
      return { capability: number, name, own: inside(own, codes), others: inside(others, codes) };
    }),
    rows: listSubCapabilities(definition).map(({ code, name }) => ({
      code,
      name,
      minimum: now.get(code)?.minimum ?? null,
      ambition: now.get(code)?.ambition ?? null,
      confidence: sureness.get(code) ?? null,
      years: [...then.map((each) => yearCell(each, code)), shown(year, now.get(code))],
      others: inside(others, [code]),
    })),
    ...surenessOf(input, sureness, now),
  };
}

function yearCell({ year, byCode, lineage }: EarlierYear & { byCode: Map<string, Cell> }, code: string): YearCell {
  const comparability = comparabilityOf(lineage, code);
  return comparability.comparable
    ? shown(year, byCode.get(comparability.from))
    : { year, breaks: comparability.breaks };
}

function shown(year: number, cell: Cell | undefined): YearCell {
  if (!cell) return { year, breaks: [] };
  const { status, level, gap, minimum } = cell;
  return { year, cell: { status, level, gap, minimum } };
}

/** `sureness`: by code. In the order of the definition. */
function surenessOf(
  { definition }: ProfileInput,
  sureness: ReadonlyMap<string, Confidence | null>,
  now: ReadonlyMap<string, Cell>,
) {
  const confidence: Record<Confidence, number> = { low: 0, medium: 0, high: 0 };
  const doubtful: string[] = [];
  for (const { code } of listSubCapabilities(definition)) {
    const [cell, sure] = [now.get(code), sureness.get(code) ?? null];
    if (!cell || sure === null || cell.status === "not_applicable") continue;
    confidence[sure] += 1;
    if (sure === "low" && (cell.level ?? -1) >= definition.proposal.all) doubtful.push(code);
  }
  return { confidence, doubtful };
}
