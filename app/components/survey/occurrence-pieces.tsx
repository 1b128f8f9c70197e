import { Link } from "@remix-run/react";
import type { Evidence } from "#domain/answer.ts";
import { evidenceLine } from "#text/answers.ts";
import { TakeButton } from "./earlier-pieces.tsx";

/** A recorded event or exercise as it would stand among the evidence. */
export type Usable = { evidence: Evidence & { occurrence: number }; isTaken: boolean };

/** The actor's recorded events and exercises, to point to as evidence one by one. `returnTo`: the page's own address. */
export function OccurrencePieces({ occurrences, returnTo }: { occurrences: Usable[]; returnTo: string }) {
  if (occurrences.length === 0)
    return (
      <p className="hint earlier-none">
        <Link to="/handelser">Registrera en händelse eller övning</Link> så kan ni ta med den som underlag.
      </p>
    );
  return (
    <details className="fold earlier" id="handelser" open>
      <summary>Era händelser och övningar ({occurrences.length})</summary>
      <ul>
        {occurrences.map(({ evidence, isTaken }) => (
          <li key={evidence.occurrence}>
            <span>{evidenceLine(evidence)}</span>
            <TakeButton
              value={`take.occurrence.${evidence.occurrence}`}
              isTaken={isTaken}
              what={evidence.what}
              returnTo={`${returnTo}#handelser`}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
