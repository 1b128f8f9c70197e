// Raising or lowering many proposed levels at once, a step on the scale each. What comes out can always be decided: the ambition
// follows a minimum that passes it, and there is none below it. Source: method § 3.
import type { Target } from "./target.ts";

export const shifts = ["raise_minimum", "lower_minimum", "raise_ambition", "lower_ambition"] as const;
export type Shift = (typeof shifts)[number];

/** The levels one step up or down. `choices`: the levels that can be asked for, ascending; below the lowest of them is none. */
export function shifted({ minimum, ambition }: Target, shift: Shift, choices: readonly number[]): Target {
  if (shift === "raise_minimum") {
    const raised = up(minimum, choices);
    return { minimum: raised, ambition: raised !== null && ambition !== null && ambition < raised ? raised : ambition };
  }
  if (shift === "lower_minimum") return { minimum: down(minimum, choices), ambition };
  // An ambition where there was none begins at the minimum.
  if (shift === "raise_ambition") return { minimum, ambition: up(ambition ?? down(minimum, choices), choices) };
  const lowered = down(ambition, choices);
  // Under the minimum there is no ambition to have.
  return { minimum, ambition: lowered !== null && minimum !== null && lowered < minimum ? null : lowered };
}

function up(level: number | null, choices: readonly number[]): number | null {
  return choices.find((choice) => level === null || choice > level) ?? level;
}

function down(level: number | null, choices: readonly number[]): number | null {
  return level === null ? null : (choices.findLast((choice) => choice < level) ?? null);
}
