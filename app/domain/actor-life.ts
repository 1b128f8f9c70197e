// An actor over time: it joins and leaves the cooperation by day, its attributes change, and it can be merged into
// another. A round takes the actors that are members on the day it opens, and keeps them as they were.
// Source: docs/the-year.md.

/** What of an actor can change, in the order in which it is shown. */
export const actorAttributes = ["name", "shortName", "category", "designated"] as const;
export type ActorAttribute = (typeof actorAttributes)[number];
export type ActorValues = { name: string; shortName: string; category: string; designated: boolean };

/** `memberFrom`: the first day as a member; `memberUntil`: the first day no longer one. Null: without such an end. */
export type MemberDays = { memberFrom: string | null; memberUntil: string | null };

/** Whether an actor is a member on a day (YYYY-MM-DD). */
export function isMemberOn({ memberFrom, memberUntil }: MemberDays, day: string): boolean {
  return (memberFrom === null || memberFrom <= day) && (memberUntil === null || day < memberUntil);
}

/** The four attributes, without whatever else the actor carries. */
export function valuesOf({ name, shortName, category, designated }: ActorValues): ActorValues {
  return { name, shortName, category, designated };
}

/** The attributes that differ, in their order. */
export function changedAttributes(before: ActorValues, after: ActorValues): ActorAttribute[] {
  return actorAttributes.filter((attribute) => before[attribute] !== after[attribute]);
}

/** Words of the addresses under /aktorer that no actor may take. */
const reservedIds = ["ny", "sammanslagning"];

/** "Österåkers kommun" → "osterakers-kommun": stable, and plain ASCII for addresses and files. */
export function actorIdOf(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The id of a new actor: from its name, with a number where another has that id already ("solna-stad-2"). */
export function freeActorId(name: string, taken: readonly string[]): string {
  const wanted = actorIdOf(name) || "aktor";
  const isFree = (id: string) => !taken.includes(id) && !reservedIds.includes(id);
  if (isFree(wanted)) return wanted;
  let number = 2;
  while (!isFree(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** The same word as others already use, spelled as they spell it: "Kommun" beside "kommun" would split a category in two. */
export function spelledAs(known: readonly string[], word: string): string {
  return known.find((other) => isSameText(other, word)) ?? word;
}

/** Whether two names are the same to a reader. */
export function isSameText(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase("sv") === b.trim().toLocaleLowerCase("sv");
}
