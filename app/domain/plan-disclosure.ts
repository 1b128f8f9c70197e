// What a plan tells of the actors in it: an activity is for those that fall short, so its actors are answers of theirs. Council and actors
// get numbers alone, and only such as the rule of disclosure.ts lets out together. Source: method § 7, docs/decisions/0011.
import type { ActivityContent, ExpectedEffect } from "./activity.ts";
import { disclosable, fewestActors } from "./disclosure.ts";

type Activity = { number: number; content: Pick<ActivityContent, "actors"> };

/** Numbers of the activities whose number of actors may be shown to a reader who knows the answers of `own`. */
export function countsToShow(activities: readonly Activity[], own: ReadonlySet<string>): Set<number> {
  const values = activities
    .filter(({ content }) => content.actors.length > 0)
    .map(({ number, content }) => ({ key: String(number), actors: new Set(content.actors) }));
  return new Set([...disclosable(values, own)].map(Number));
}

/** Whether an expected effect may stand beside a number of actors that is shown: neither it nor the rest rests on one to four. */
export function mayShowEffect({ actors }: ExpectedEffect, ofActors: number): boolean {
  const rest = ofActors - actors;
  return actors >= fewestActors && (rest === 0 || rest >= fewestActors);
}
