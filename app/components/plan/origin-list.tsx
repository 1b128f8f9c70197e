import type { Cause } from "#domain/answer.ts";
import type { ProposalNumbers } from "#domain/plan-proposal.ts";
import { groundText, numbersText, proposalText } from "#text/plan.ts";

type Origin = { key: string; code: string; cause: Cause | null; numbers: ProposalNumbers; actors: number };

/** Which proposals an activity came from, and the numbers behind them as they were when it was made. */
export function OriginList({ origins, basisYear }: { origins: Origin[]; basisYear: number }) {
  return (
    <section>
      <h2>Ursprung</h2>
      {origins.length === 0 && <p className="empty">Aktiviteten kommer inte ur något förslag.</p>}
      {origins.length > 0 && (
        <>
          <p className="note">Talen är ur resultatet {basisYear}, som det var när förslaget togs in i planen.</p>
          <ul className="origins">
            {origins.map(({ key, code, cause, numbers, actors }) => (
              <li key={key}>
                <b>
                  <span className="code">{code}</span> {proposalText(cause, actors)}.
                </b>{" "}
                {groundText(cause, actors, numbers)} {numbersText(numbers)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
