// What a decision changes: it holds only the levels that differ from those in force for its group, so that what nobody touched
// keeps the decision it comes from. Lägstanivå, ambitionsnivå. Source: method § 3.
import type { DecidedLevel } from "./level-check.ts";
import { decisionsInForce, type Group, type LevelDecision, type Target } from "./target.ts";

/** The levels in force for one group by code; what is not in it has none. */
export function levelsInForce(decisions: readonly LevelDecision[], group: Group): Map<string, Target> {
  const levels = new Map<string, Target>();
  for (const [code, byGroup] of decisionsInForce(decisions)) {
    const decision = byGroup.get(group);
    if (decision) levels.set(code, { minimum: decision.minimum, ambition: decision.ambition });
  }
  return levels;
}

/** Of the levels wanted for a group, those that are not in force already. */
export function changedLevels(wanted: readonly DecidedLevel[], inForce: ReadonlyMap<string, Target>): DecidedLevel[] {
  return wanted.filter(({ code, minimum, ambition }) => {
    const current = inForce.get(code) ?? { minimum: null, ambition: null };
    return current.minimum !== minimum || current.ambition !== ambition;
  });
}
