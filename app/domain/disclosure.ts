// Disclosure (utlämnande): which values over groups of actors may be shown to a reader who knows its own actor's answers. Only over at
// least five others, and never where the difference to another shown value would rest on one to four. Source: method § 7.
import type { Cell } from "./gap.ts";

/** A value over others is shown only where at least so many of them have answered. */
export const fewestActors = 5;

/**
 * A value over a group; `actors`: those whose answers it rests on. `asked`: what is asked of each, where that differs between
 * the values: what changes for one to four actors alone tells of them too.
 */
export type GroupValue = { key: string; actors: ReadonlySet<string>; asked?: ReadonlyMap<string, number> };

/**
 * Keys of the values that may be shown together, the largest group first. `own`: actors whose answers the reader knows;
 * `before`: what is shown already, which nothing takes back. Two values over the same actors tell no more than one, and may
 * both be shown.
 */
export function disclosable(
  values: readonly GroupValue[],
  own: ReadonlySet<string>,
  before: readonly GroupValue[] = [],
): Set<string> {
  const shown: GroupValue[] = [];
  const bySize = values.toSorted((a, b) => b.actors.size - a.actors.size);
  for (const value of bySize) {
    const isEnough = others(value.actors, own) >= fewestActors;
    if (isEnough && [...before, ...shown].every((each) => isApart(each, value, own))) shown.push(value);
  }
  return new Set(shown.map(({ key }) => key));
}

function isApart(a: GroupValue, b: GroupValue, own: ReadonlySet<string>): boolean {
  const between = [...a.actors].filter((each) => !b.actors.has(each));
  const andBack = [...b.actors].filter((each) => !a.actors.has(each));
  const otherwise = [...a.actors].filter((each) => b.actors.has(each) && a.asked?.get(each) !== b.asked?.get(each));
  const apart = others(new Set([...between, ...andBack, ...otherwise]), own);
  return apart === 0 || apart >= fewestActors;
}

function others(actors: ReadonlySet<string>, own: ReadonlySet<string>): number {
  return [...actors].filter((each) => !own.has(each)).length;
}

/** How the others stand in one sub-capability: how many meet the minimum, of those who answered and have one to meet. */
export type Others = { shown: true; meeting: number; of: number } | { shown: false };

const meeting: readonly string[] = ["meets_minimum", "meets_ambition"];

/**
 * The only value that an actor sees of the others in a sub-capability: over the whole region but itself. One value, so that
 * there is none to take a difference to; the region's own value differs from it by the actor alone. `cells`: of that code.
 */
export function othersIn(cells: readonly Cell[], actor: string): Others {
  const judged = cells.filter(({ status, minimum }) => {
    const isAnswered = status === "below_minimum" || status === "unknown" || meeting.includes(status);
    return isAnswered && minimum !== null;
  });
  const group = { key: "others", actors: new Set(judged.map((cell) => cell.actor).filter((each) => each !== actor)) };
  if (!disclosable([group], new Set([actor])).has("others")) return { shown: false };
  const met = judged.filter((cell) => cell.actor !== actor && meeting.includes(cell.status));
  return { shown: true, meeting: met.length, of: group.actors.size };
}
