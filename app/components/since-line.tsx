import type { countChanges } from "#domain/cell-change.ts";
import { changesSentence } from "#text/changes.ts";
import { listText } from "#text/results.ts";

type Since = { year: number; counts: ReturnType<typeof countChanges>; merged: string[] };

/** How the actor's levels have moved since its last year, and what the comparison does not see. */
export function SinceLine({ since: { year, counts, merged } }: { since: Since }) {
  return (
    <p className="note">
      {changesSentence(year, counts)}
      {merged.length > 0 &&
        ` ${listText(merged)} har gått upp i aktören sedan dess: jämförelsen gäller bara aktörens egna svar ${year}.`}
    </p>
  );
}
