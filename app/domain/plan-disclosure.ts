// What a plan tells of the actors in it: an activity is for those that fall short, so its actors are answers of theirs. Council and actors
// get numbers alone, and only such as the rule of disclosure.ts lets out together. Source: method § 7, docs/decisions/0011.
import type { ActivityContent, ExpectedEffect } from "./activity.ts";
import { disclosable, fewestActors, type GroupValue } from "./disclosure.ts";

type Activity = { number: number; content: Pick<ActivityContent, "actors"> };

/**
 * Numbers of the activities whose number of actors may be shown to a reader who knows the answers of `own`. `before`: the versions
 * adopted earlier, oldest first: what the reader has seen of them nothing takes back.
 */
export function countsToShow(
  activities: readonly Activity[],
  own: ReadonlySet<string>,
  before: readonly (readonly Activity[])[] = [],
): Set<number> {
  const seen: GroupValue[] = [];
  for (const version of before) {
    const values = valuesOf(version);
    const shown = disclosable(values, own, seen);
    seen.push(...values.filter(({ key }) => shown.has(key)));
  }
  return new Set([...disclosable(valuesOf(activities), own, seen)].map(Number));
}

function valuesOf(activities: readonly Activity[]): GroupValue[] {
  return activities
    .filter(({ content }) => content.actors.length > 0)
    .map(({ number, content }) => ({ key: String(number), actors: new Set(content.actors) }));
}

/**
 * Whether an expected effect may stand beside a number of actors that is shown: neither it nor the rest is of one to four others.
 * `own`: how many of the activity's actors the reader knows; which side they are on nobody has said.
 */
export function mayShowEffect({ actors }: ExpectedEffect, ofActors: number, own = 0): boolean {
  const rest = ofActors - actors;
  return actors - own >= fewestActors && (rest === 0 || rest - own >= fewestActors);
}
