import { Link } from "@remix-run/react";
import { Notice } from "#components/notice.tsx";
import { type BasisFacts, basisText, onBehalfText } from "#text/on-behalf.ts";

type Basis = BasisFacts & { sequence: number };
type OnBehalfNoticeProps = {
  /** What the office fills in from now; null where it does not. */
  active: Basis | null;
  /** What the answers that it saved come from. */
  filledInFrom: Basis[];
  /** Where the office begins and ends it; null for the actor's own people. */
  manage: string | null;
};

/** That the office fills in, or has filled in, for the actor, and from what. Shows nothing where it never did. */
export function OnBehalfNotice({ active, filledInFrom, manage }: OnBehalfNoticeProps) {
  const earlier = filledInFrom.filter(({ sequence }) => sequence !== active?.sequence);
  const hasSaved = filledInFrom.length > earlier.length;
  if (!active && earlier.length === 0) return null;
  return (
    <Notice kind="info">
      {earlier.map((basis) => (
        <p key={basis.sequence}>Ifyllt av {onBehalfText(basis)}.</p>
      ))}
      {active && (
        <p>
          {hasSaved ? `Ifyllt av ${onBehalfText(active)}. ` : ""}
          {manage
            ? `Du fyller i åt aktören${hasSaved ? "" : ` (${basisText(active)})`}. `
            : `Samordningskansliet fyller i åt er${hasSaved ? "" : ` (${basisText(active)})`}. Ni kan också själva ändra och lämna in.`}
          {manage && <Link to={manage}>Sluta fylla i åt aktören</Link>}
        </p>
      )}
      {active?.note && active.basis !== "other" && <p className="typed">{active.note}</p>}
    </Notice>
  );
}
