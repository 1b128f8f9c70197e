// What a decision on levels must hold, and what it should be warned of: a minimum above the scale's lowest level, an ambition
// not below it; a group's minimum below that of all has no effect. Lägstanivå, ambitionsnivå. Source: method § 3.
import type { Definition } from "./definition.ts";
import { decisionsInForce, type Group, groupsOf, type LevelDecision, type RoundActor } from "./target.ts";

/** The levels that a decision gives one sub-capability and group; null, null: the group has none any more. */
export type DecidedLevel = { code: string; group: Group; minimum: number | null; ambition: number | null };

export type LevelProblem = {
  code: string;
  field: "minimum" | "ambition";
  problem: "outside_scale" | "lowest_level" | "below_minimum";
};

export type LevelWarning =
  | { kind: "below_all"; code: string; group: Group; minimum: number; minimumOfAll: number }
  | { kind: "no_actors"; group: Group };

/** What is wrong with decided levels on the definition's scale; empty when they can be stored. */
export function levelProblems(definition: Definition, levels: readonly DecidedLevel[]): LevelProblem[] {
  const scale = definition.levels.map(({ level }) => level);
  const lowest = Math.min(...scale);
  return levels.flatMap(({ code, minimum, ambition }) => {
    const problems: LevelProblem[] = [];
    for (const [field, level] of Object.entries({ minimum, ambition }) as ["minimum" | "ambition", number | null][]) {
      if (level === null) continue;
      if (!scale.includes(level)) problems.push({ code, field, problem: "outside_scale" });
      else if (level === lowest) problems.push({ code, field, problem: "lowest_level" });
    }
    const isBelow = minimum !== null && ambition !== null && ambition < minimum;
    if (problems.length === 0 && isBelow) problems.push({ code, field: "ambition", problem: "below_minimum" });
    return problems;
  });
}

/** What the decision with this sequence should be warned of, given all the year's decisions and its actors. */
export function levelWarnings(
  decisions: readonly LevelDecision[],
  sequence: number,
  actors: readonly Pick<RoundActor, "category" | "designated">[],
): LevelWarning[] {
  const known = decisions.filter((decision) => decision.sequence <= sequence);
  const decided = known.filter((decision) => decision.sequence === sequence);
  const withActors = new Set(actors.flatMap(groupsOf));
  const groups = [
    ...new Set(
      decided.filter(({ minimum, ambition }) => minimum !== null || ambition !== null).map(({ group }) => group),
    ),
  ];
  const empty = groups.filter((group) => group !== "all" && !withActors.has(group));
  const inForce = decisionsInForce(known);
  const codes = new Set(decided.map(({ code }) => code));
  return [
    ...empty.map((group) => ({ kind: "no_actors" as const, group })),
    ...[...codes].flatMap((code) => belowAll([...(inForce.get(code)?.values() ?? [])])),
  ];
}

function belowAll(ofOneCode: LevelDecision[]): LevelWarning[] {
  const minimumOfAll = ofOneCode.find(({ group }) => group === "all")?.minimum ?? null;
  if (minimumOfAll === null) return [];
  return ofOneCode.flatMap(({ code, group, minimum }) =>
    minimum !== null && minimum < minimumOfAll
      ? [{ kind: "below_all" as const, code, group, minimum, minimumOfAll }]
      : [],
  );
}
