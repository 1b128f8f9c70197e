import type { ActivityState } from "#domain/activity.ts";
import { plannedStateNames } from "#text/activity-states.ts";

type Planned = { year: number; number: number; what: string; state: ActivityState; isYours: boolean };

/**
 * What the region's plan holds for the sub-capability since the year before, to have in mind; no level of any year. `isOwn`: the
 * reader is one of the actor's people.
 */
export function PlannedSection({ planned, isOwn }: { planned: Planned[]; isOwn: boolean }) {
  const [first] = planned;
  if (!first) return null;
  const mine = isOwn ? "gäller er" : "gäller aktören";
  return (
    <section className="measure-section">
      <h2>I verksamhetsplanen {first.year}</h2>
      <ul className="measures">
        {planned.map(({ number, what, state, isYours }) => (
          <li key={number}>
            <p className="typed measure-what">{what}</p>
            <p className="measure-facts">
              {plannedStateNames[state]} · {isYours ? mine : "gäller andra aktörer"}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
