import type { GroupConsequence } from "#domain/consequences.ts";
import { belowText, tooFewText } from "#text/proposal.ts";
import { BelowNames, type ShownActor } from "./below-names.tsx";

type LineEffectProps = {
  minimum: number | null;
  tried: GroupConsequence | null;
  actors: ShownActor[];
  /** Why the answers cannot say anything here; null: they can. */
  broken: string | null;
};

/** How many of a group's actors would be below with the proposed minimum, who they are, and what other minimums would mean. */
export function LineEffect({ minimum, tried, actors, broken }: LineEffectProps) {
  if (!tried) return <span className="quiet">Ingen har svarat än</span>;
  if (broken) return <span className="quiet">{broken}</span>;
  if (tried.isTooFew) return <span className="quiet">{tooFewText(tried)}</span>;
  const chosen = tried.candidates.find((candidate) => candidate.minimum === minimum);
  return (
    <details>
      <summary>
        {chosen ? belowText(chosen.below.length) : "Ingen lägstanivå"}{" "}
        <small>
          {tried.answered} av {tried.applicable} svar
        </small>
      </summary>
      <dl className="candidates">
        {tried.candidates.map((candidate) => (
          <div key={candidate.minimum} className={candidate.minimum === minimum ? "chosen" : undefined}>
            <dt>
              Lägstanivå {candidate.minimum}: {belowText(candidate.below.length).toLowerCase()}
            </dt>
            <dd>{candidate.below.length > 0 && <BelowNames ids={candidate.below} actors={actors} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
