// How the levels of one sub-capability are spread (fördelning), per category: counted, never averaged. Unknown, missing and not
// applicable stand beside the levels, as none of them is a level. Source: method § 5.
import { compareCategories } from "./actor-order.ts";
import type { Cell } from "./gap.ts";
import { type Summary, spreadOf, summarize } from "./summary.ts";
import type { RoundActor } from "./target.ts";

/** `category` null: the whole region. `distribution`: number of actors per level, in the order of the scale. */
export type LevelsRow = { category: string | null; distribution: number[]; notApplicable: number } & Summary;

/** The whole region first, then each category. `cells`: of one sub-capability; `levels`: the scale, in its order. */
export function levelsPerCategory(
  cells: readonly Cell[],
  actors: readonly RoundActor[],
  levels: readonly number[],
): LevelsRow[] {
  const categoryOf = new Map(actors.map(({ id, category }) => [id, category]));
  const rowOf = (category: string | null): LevelsRow => {
    const own = category === null ? cells : cells.filter(({ actor }) => categoryOf.get(actor) === category);
    const summary = summarize(own);
    const { distribution } = spreadOf(own, levels);
    return { category, distribution, notApplicable: own.length - summary.applicable, ...summary };
  };
  const categories = [...new Set(categoryOf.values())].sort(compareCategories);
  return [null, ...categories].map(rowOf);
}
