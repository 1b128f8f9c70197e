import type { Db } from "#db/client.server.ts";
import { compareCategories } from "#domain/actor-order.ts";
import type { Definition } from "#domain/definition.ts";
import { findPatterns, type Patterns } from "#domain/pattern.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { causeWords, type ParsedPatternQuery, type PatternQuery, parsePatternQuery } from "./pattern-query.ts";
import { type Names, namesIn, type ResultFacts, resultFacts } from "./result-facts.ts";

/** How many pairs of sub-capabilities the page names: there are hundreds. */
const MOST_PAIRS = 20;

export type PatternsView = ResultFacts &
  Omit<ParsedPatternQuery, "query"> & {
    patterns: Patterns;
    /** How many pairs there are; the commonest are in `patterns`. */
    pairCount: number;
    names: Names;
    categories: string[];
    capabilities: { number: number; name: string }[];
    causeWords: typeof causeWords;
  };

/** What several actors have in common, as the address asks for it; undefined for an unknown year. */
export function viewPatterns(
  db: Db,
  { year, search }: { year: number; search: URLSearchParams },
  { now }: { now: Date },
): PatternsView | undefined {
  const loaded = loadResults(db, year);
  if (!loaded) return undefined;
  const { definition, actors } = loaded;
  const categories = [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
  const capabilities = definition.capabilities.map(({ number, name }) => ({ number, name }));
  const known = { categories, capabilities: capabilities.map(({ number }) => number) };
  const { query, fields, errors } = parsePatternQuery(search, known);
  const patterns = asked(patternsOf(loaded, query.category), definition, query);
  return {
    ...resultFacts(loaded, now),
    fields,
    errors,
    patterns: { ...patterns, gapPairs: patterns.gapPairs.slice(0, MOST_PAIRS) },
    pairCount: patterns.gapPairs.length,
    names: namesIn(loaded),
    categories,
    capabilities,
    causeWords,
  };
}

/** Of one category or of all. Who could help is looked for among all actors, and categories are compared with each other. */
function patternsOf(loaded: RoundResults, category: string | null): Patterns {
  const all = findPatterns(loaded);
  if (category === null) return all;
  const actors = loaded.actors.filter((actor) => actor.category === category);
  const ids = new Set(actors.map(({ id }) => id));
  const cells = loaded.results.cells.filter(({ actor }) => ids.has(actor));
  const own = findPatterns({ ...loaded, actors, results: { ...loaded.results, cells } });
  const needing = all.help.map((each) => ({ ...each, needs: each.needs.filter((actor) => ids.has(actor)) }));
  return {
    ...own,
    help: needing.filter(({ needs }) => needs.length > 0).sort((a, b) => b.needs.length - a.needs.length),
    categories: all.categories.filter(({ higher, lower }) => [higher.category, lower.category].includes(category)),
  };
}

/** The patterns that are about the capability and cause asked for. */
function asked(patterns: Patterns, definition: Definition, { capability, cause }: PatternQuery): Patterns {
  const chosen = definition.capabilities.filter(({ number }) => capability === null || number === capability);
  const codes = new Set(chosen.flatMap(({ subCapabilities }) => subCapabilities.map(({ code }) => code)));
  const inside = ({ code }: { code: string }) => codes.has(code);
  return {
    causes: patterns.causes.filter((each) => inside(each) && (cause === null || each.cause === cause)),
    sharedGaps: patterns.sharedGaps.filter(inside),
    gapPairs: patterns.gapPairs.filter(({ codes: both }) => both.some((code) => codes.has(code))),
    help: patterns.help.filter(inside),
    doubtful: patterns.doubtful.filter(inside),
    categories: patterns.categories.filter(inside),
  };
}
