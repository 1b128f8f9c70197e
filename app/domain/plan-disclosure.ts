// What a plan tells of the actors in it: an activity is for those that fall short, so its actors are answers of theirs. Council and actors
// get numbers alone, and only such as the rule of disclosure.ts lets out together. Source: method § 7, docs/decisions/0011.
import type { ActivityContent, ActivitySub } from "./activity.ts";
import { disclosable, fewestActors, type GroupValue } from "./disclosure.ts";

type Activity = { number: number; content: Pick<ActivityContent, "actors" | "subs"> };

/** Numbers of the activities whose number of actors may be told, and the keys (`effectKey`) of the expected effects that may. */
export type ToldOfPlan = { counts: ReadonlySet<number>; effects: ReadonlySet<string> };

export function effectKey(number: number, code: string): string {
  return `${number} ${code}`;
}

/**
 * What of a version may be told to a reader who knows the answers of `own`. `before`: the versions adopted earlier, oldest first:
 * what the reader has seen of them nothing takes back.
 */
export function toldOfPlan(
  activities: readonly Activity[],
  own: ReadonlySet<string>,
  before: readonly (readonly Activity[])[] = [],
): ToldOfPlan {
  const seen: GroupValue[] = [];
  const told: ToldBefore = { counts: [], effects: [] };
  let last: ToldOfPlan = { counts: new Set(), effects: new Set() };
  for (const version of [...before, activities]) {
    const values = valuesOf(version);
    const shown = disclosable(values, own, seen);
    seen.push(...values.filter(({ key }) => shown.has(key)));
    const counted = version.filter(({ number }) => shown.has(String(number)));
    told.counts.push(...counted.map(({ number, content }) => ({ number, of: content.actors.length })));
    const effects = effectsToTell(
      counted.flatMap((activity) => effectsOf(activity, own)),
      told,
    );
    told.effects.push(...effects);
    const keys = effects.map(({ number, code }) => effectKey(number, code));
    last = { counts: new Set(counted.map(({ number }) => number)), effects: new Set(keys) };
  }
  return last;
}

/** What both tell: less than what may be told may be told too. */
export function toldInBoth(one: ToldOfPlan, other: ToldOfPlan): ToldOfPlan {
  return {
    counts: new Set([...one.counts].filter((number) => other.counts.has(number))),
    effects: new Set([...one.effects].filter((key) => other.effects.has(key))),
  };
}

function valuesOf(activities: readonly Activity[]): GroupValue[] {
  return activities
    .filter(({ content }) => content.actors.length > 0)
    .map(({ number, content }) => ({ key: String(number), actors: new Set(content.actors) }));
}

/**
 * An expected effect beside the number of actors that it is among: `at` so many `of` them. `own`: how many of them the reader
 * knows; on which side they are nobody has said.
 */
type Effect = { number: number; code: string; at: number; of: number; own: number };

/** What was told of this and earlier versions: every number of actors, also while the effect's sub-capability was not there. */
type ToldBefore = { counts: { number: number; of: number }[]; effects: Effect[] };

function effectsOf({ number, content }: Activity, own: ReadonlySet<string>): Effect[] {
  const known = content.actors.filter((actor) => own.has(actor)).length;
  return content.subs.flatMap(({ code, effect }: ActivitySub) =>
    effect && effect.actors > 0 ? { number, code, at: effect.actors, of: content.actors.length, own: known } : [],
  );
}

/**
 * No set of actors stands behind an effect, so it is judged by its number: it, the rest and the number of actors are equal or at
 * least five apart, in one version and from one to the next, and so are effects on one sub-capability in several activities,
 * unless each is at all of its activity's actors: then it tells no more than their number, which is judged by who they are.
 * Those first. The number of actors stands against it whatever the sub-capability, and whether or not it was there then.
 */
function effectsToTell(effects: readonly Effect[], told: Readonly<ToldBefore>): Effect[] {
  const found: Effect[] = [];
  for (const effect of effects.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)))) {
    const beside = [...told.effects, ...found].filter(({ code }) => code === effect.code);
    const isApart = isOfEnough(effect) && isOffCounts(effect, told.counts);
    if (isApart && beside.every((other) => mayStandBeside(effect, other))) found.push(effect);
  }
  return found;
}

function isPart({ at, of }: Effect): boolean {
  return at < of;
}

/** Neither it nor the rest is of one to four others. */
function isOfEnough({ at, of, own }: Effect): boolean {
  return at - own >= fewestActors && areApart(at, of, own);
}

/** An effect at all is a number of actors itself, and judged as one, by who they are. */
function isOffCounts(effect: Effect, counts: ToldBefore["counts"]): boolean {
  if (!isPart(effect)) return true;
  return counts.every(({ number, of }) => number !== effect.number || areApart(effect.at, of, effect.own));
}

function mayStandBeside(effect: Effect, other: Effect): boolean {
  const { at, of, own } = effect;
  if (!isPart(effect) && !isPart(other)) return true;
  const isSame = effect.number === other.number;
  if (isSame && !areApart(at, other.of, own)) return false;
  return areApart(at, other.at, own) && (!isSame || areApart(of - at, other.of - other.at, own));
}

function areApart(a: number, b: number, own: number): boolean {
  return a === b || Math.abs(a - b) - own >= fewestActors;
}
