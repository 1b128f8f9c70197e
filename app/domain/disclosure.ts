// Disclosure (utlämnande): which values over groups of actors may be shown to a reader who knows its own actor's answers. Only over at
// least five others, and never where the difference to another shown value would rest on one to four. Source: method § 7.
import { type Cell, isAnswered } from "./gap.ts";
import { tellOfFew } from "./told-together.ts";

/** A value over others is shown only where at least so many of them have answered. */
export const fewestActors = 5;

/**
 * A value over a group; `actors`: those whose answers it rests on. `asked`: what is asked of each, where that differs between
 * the values: what changes for one to four actors alone tells of them too. `about`: the question that it answers (a
 * sub-capability in a year, say); values about different questions tell nothing of each other.
 */
export type GroupValue = {
  key: string;
  actors: ReadonlySet<string>;
  asked?: ReadonlyMap<string, number>;
  about?: string;
};

/**
 * Keys of the values that may be shown together, the largest group first. `own`: actors whose answers the reader knows;
 * `before`: what is shown already, which nothing takes back. A value is withheld where adding and subtracting it and those
 * shown would reach one that rests on one to four others. Two values over the same actors tell no more than one.
 */
export function disclosable(
  values: readonly GroupValue[],
  own: ReadonlySet<string>,
  before: readonly GroupValue[] = [],
): Set<string> {
  const shown: GroupValue[] = [];
  for (const value of values.toSorted((a, b) => b.actors.size - a.actors.size)) {
    const beside = [...before, ...shown].filter(({ about }) => about === value.about);
    if (mayJoin(value, beside, own)) shown.push(value);
  }
  return new Set(shown.map(({ key }) => key));
}

function mayJoin(value: GroupValue, beside: readonly GroupValue[], own: ReadonlySet<string>): boolean {
  if ([...value.actors].filter((actor) => !own.has(actor)).length < fewestActors) return false;
  return !tellOfFew([value, ...beside].map(sumOf), own, fewestActors);
}

const sums = new WeakMap<GroupValue, ReadonlyMap<string, string>>();

/** A value is held against many others: it is written as a sum once. */
function sumOf(value: GroupValue): ReadonlyMap<string, string> {
  const known = sums.get(value);
  if (known) return known;
  const sum = new Map([...value.actors].map((actor) => [actor, String(value.asked?.get(actor) ?? "")]));
  sums.set(value, sum);
  return sum;
}

/** How the others stand in one sub-capability: how many meet the minimum, of those who answered and have one to meet. */
export type Others = { shown: true; meeting: number; of: number } | { shown: false };

const meeting: readonly string[] = ["meets_minimum", "meets_ambition"];

/**
 * The only value that an actor sees of the others in a sub-capability: over the whole region but itself. One value, so that
 * there is none to take a difference to; the region's own value differs from it by the actor alone. `cells`: of that code; `own`:
 * the actors that the reader answers for. Who does so for two knows the other one too, and could take it away: five more must
 * stand behind the value, in either actor's report, which so differ by what the reader knows.
 */
export function othersIn(cells: readonly Cell[], actor: string, own: ReadonlySet<string> = new Set()): Others {
  const judged = cells.filter((cell) => isAnswered(cell) && cell.minimum !== null);
  const group = { key: "others", actors: new Set(judged.map((cell) => cell.actor).filter((each) => each !== actor)) };
  if (!disclosable([group], new Set([actor, ...own])).has("others")) return { shown: false };
  const met = judged.filter((cell) => cell.actor !== actor && meeting.includes(cell.status));
  return { shown: true, meeting: met.length, of: group.actors.size };
}
