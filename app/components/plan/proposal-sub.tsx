import { Form, Link } from "@remix-run/react";
import type { Cause } from "#domain/answer.ts";
import { dayOfMoment } from "#domain/day.ts";
import type { ProposalNumbers } from "#domain/plan-proposal.ts";
import { dayText } from "#text/dates.ts";
import { observedShortText } from "#text/occurrences.ts";
import { actorsText, groundText, numbersText, proposalText } from "#text/plan.ts";
import { listText } from "#text/results.ts";

type Named = { id: string; shortName: string };
export type Proposal = {
  key: string;
  cause: Cause | null;
  actors: Named[];
  handled: { act: "taken" | "rejected"; number: number | null; reason: string; savedAt: string } | null;
};
export type Sub = {
  code: string;
  name: string;
  goalAreas: string[];
  numbers: ProposalNumbers;
  sameIn: { code: string; actors: number }[];
  couldHelp: Named[];
  observed: { occurrences: number; actors: number } | null;
  proposals: Proposal[];
};
type Props = { year: number; basisYear: number; definition: string; mayEdit: boolean; chosen: string[] };

const names = (actors: Named[]) => actors.map(({ shortName }) => shortName).join(", ");

/** What was done with a proposal. */
function Handled({ handled, year }: { handled: NonNullable<Proposal["handled"]>; year: number }) {
  if (handled.act === "taken")
    return (
      <>
        Taget i <Link to={`/verksamhetsplan/${year}/aktivitet/${handled.number}`}>aktivitet {handled.number}</Link>.
      </>
    );
  return (
    <>
      Avvisat {dayText(dayOfMoment(handled.savedAt))}: <span className="typed">{handled.reason}</span>
    </>
  );
}

function Row({ proposal, numbers, year, mayEdit, chosen }: Props & { proposal: Proposal; numbers: ProposalNumbers }) {
  const { key, cause, actors, handled } = proposal;
  const text = proposalText(cause, actors.length);
  return (
    <li className={handled ? "handled" : undefined}>
      {mayEdit && !handled ? (
        <label className="proposal-choice">
          <input type="checkbox" name="key" value={key} form="plan-forslag" defaultChecked={chosen.includes(key)} />
          <span>{text}</span>
        </label>
      ) : (
        <b>{text}</b>
      )}
      <p className="activity-facts">
        {groundText(cause, actors.length, numbers)} {names(actors)}.
      </p>
      {handled && (
        <p className="activity-facts">
          <Handled handled={handled} year={year} />
        </p>
      )}
      {mayEdit && handled?.act === "rejected" && (
        <Form method="post">
          <input type="hidden" name="restore" value={key} />
          <button className="ds-button small" data-variant="tertiary" type="submit" name="intent" value="restore">
            Ta tillbaka<span className="sr-only"> förslaget {text}</span>
          </button>
        </Form>
      )}
    </li>
  );
}

/** "14 når inte lägstanivån, 3 förslag, 1 taget eller avvisat". */
function summaryText({ numbers, proposals }: Sub): string {
  const handled = proposals.filter((each) => each.handled !== null).length;
  const dealt = handled === 0 ? "" : `, ${handled} ${handled === 1 ? "taget eller avvisat" : "tagna eller avvisade"}`;
  return `${numbers.notMeeting} når inte lägstanivån, ${proposals.length} förslag${dealt}`;
}

/** The proposals of one sub-capability, with what the numbers and the patterns say of it. `isOpen`: not folded at first. */
export function ProposalSub({ sub, isOpen, ...props }: Props & { sub: Sub; isOpen: boolean }) {
  const { code, name, goalAreas, numbers, sameIn, couldHelp, observed, proposals } = sub;
  const same = sameIn.map((other) => `${other.code} (${other.actors})`);
  return (
    <details className="proposal-sub" open={isOpen || proposals.some(({ key }) => props.chosen.includes(key))}>
      <summary>
        <h2>
          <span className="codeh">{code}</span> {name}
        </h2>
        <span className="activity-facts">{summaryText(sub)}</span>
      </summary>
      <p>{numbersText(numbers)}</p>
      <p className="activity-facts">
        {goalAreas.length > 0 && `${goalAreas.length === 1 ? "Målområde" : "Målområden"}: ${goalAreas.join(", ")}. `}
        {same.length > 0 && `Flera av samma aktörer brister också i ${listText(same)}. `}
        {couldHelp.length > 0 &&
          `${actorsText(couldHelp.length)} är ${couldHelp.length === 1 ? "stark" : "starka"} här och kan hjälpa till: ${names(couldHelp)}.`}
      </p>
      {observed && (
        <p className="activity-facts">
          {observedShortText(observed)}{" "}
          <Link className="screen-only" to={`/handelser?delformaga=${code}&definition=${props.definition}`}>
            Läs vad som noterats
          </Link>
        </p>
      )}
      <ul className="plan-proposals">
        {proposals.map((proposal) => (
          <Row key={proposal.key} proposal={proposal} numbers={numbers} {...props} />
        ))}
      </ul>
    </details>
  );
}
