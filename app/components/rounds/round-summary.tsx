import { Link } from "@remix-run/react";
import { type ProgressState, progressStates } from "#domain/progress.ts";
import { progressNames } from "#text/rounds.ts";

type RoundSummaryProps = {
  year: number;
  counts: Record<ProgressState, number>;
  total: number;
  daysLeft: number | null;
};

/** What a chief should know in ten seconds: how many actors have come how far, and how long there is left. */
export function RoundSummary({ year, counts, total, daysLeft }: RoundSummaryProps) {
  return (
    <ul className="round-summary" aria-label={`${total} aktörer`}>
      {progressStates.map((state) => (
        <li key={state} className={`summary-${state}`}>
          <Link to={`/omgangar/${year}?lage=${state}#aktorer`}>
            <b>{counts[state]}</b> {progressNames[state].toLowerCase()}
          </Link>
        </li>
      ))}
      {daysLeft !== null && (
        <li className="summary-days">
          <b>{daysLeft}</b> {daysLeft === 1 ? "dag kvar" : "dagar kvar"}
        </li>
      )}
    </ul>
  );
}
