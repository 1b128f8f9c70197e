import { Link } from "@remix-run/react";
import { dayText, momentText } from "#text/dates.ts";

type Round = {
  year: number;
  definitionVersion: string;
  closingDay: string;
  originalClosingDay: string;
  openedAt: string | null;
  closedAt: string | null;
  releasedAt: string | null;
  subCapabilities: number;
  levels: { latest: { sequence: number; decidedOn: string } | null; withMinimum: number };
  withdrawals: { withdrawnAt: string; withdrawnByName: string | null; reason: string }[];
};

/** What the round rests on, and when it changed state. */
export function RoundFacts({ round }: { round: Round }) {
  const { latest, withMinimum } = round.levels;
  return (
    <dl className="facts-list">
      <dt>Definition</dt>
      <dd>
        <Link to={`/definitioner/${round.definitionVersion}`}>{round.definitionVersion}</Link>
      </dd>
      <dt>Lägstanivåer</dt>
      <dd>
        <Link to={`/lagstanivaer/${round.year}`}>
          {latest ? `Beslut ${latest.sequence}, ${dayText(latest.decidedOn)}` : "Inga beslutade"}
        </Link>
        {latest && `: ${withMinimum} av ${round.subCapabilities} delförmågor har en lägstanivå`}
      </dd>
      <dt>Stängningsdag</dt>
      <dd>
        {dayText(round.closingDay)}
        {round.closingDay !== round.originalClosingDay && ` (från början ${dayText(round.originalClosingDay)})`}
      </dd>
      {round.openedAt && <dt>Öppnades</dt>}
      {round.openedAt && <dd>{momentText(round.openedAt)}</dd>}
      {round.closedAt && <dt>Stängdes av kansliet</dt>}
      {round.closedAt && <dd>{momentText(round.closedAt)}</dd>}
      {round.releasedAt && <dt>Släpptes</dt>}
      {round.releasedAt && <dd>{momentText(round.releasedAt)}</dd>}
      {round.withdrawals.length > 0 && <dt>Tillbakatagen</dt>}
      {round.withdrawals.map(({ withdrawnAt, withdrawnByName, reason }) => (
        <dd key={withdrawnAt}>
          {momentText(withdrawnAt)}
          {withdrawnByName && ` av ${withdrawnByName}`}: <span className="typed">{reason}</span>
        </dd>
      ))}
    </dl>
  );
}
