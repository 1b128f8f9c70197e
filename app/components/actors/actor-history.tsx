import { Link } from "@remix-run/react";
import { attributeText, changeTexts } from "#text/actors.ts";
import { dayText, momentText } from "#text/dates.ts";

type Values = { name: string; shortName: string; category: string; designated: boolean };
type Recorded = { reason: string; recordedAt: string; recordedByName: string | null; sequence: number };
export type Change = Recorded & {
  actorId: string;
  actorName: string;
  kind: "joined" | "changed" | "left" | "merged";
  day: string;
  before: Values | null;
  after: Values | null;
  intoActorId: string | null;
};
export type RoundChange = Recorded & {
  year: number;
  actorId: string;
  kind: "added" | "corrected";
  before: Values | null;
  after: Values;
};

function Foot({ reason, recordedAt, recordedByName }: Recorded) {
  return (
    <>
      {reason && <span className="typed">”{reason}” </span>}
      <span className="under">
        Antecknat {momentText(recordedAt)}
        {recordedByName && ` av ${recordedByName}`}
      </span>
    </>
  );
}

function Lines({ before, after }: { before: Values; after: Values }) {
  return changeTexts(before, after).map((line) => <div key={line}>{line}</div>);
}

function What({ change, ownId, names }: { change: Change; ownId: string; names: Record<string, string> }) {
  const { kind, before, after, intoActorId, actorId, actorName } = change;
  if (kind === "joined") return <>Med i samverkan</>;
  if (kind === "left") return <>Lämnade samverkan</>;
  if (kind === "changed") return before && after && <Lines before={before} after={after} />;
  if (actorId === ownId)
    return (
      <>
        Gick upp i <Link to={`/aktorer/${intoActorId}`}>{names[intoActorId ?? ""]}</Link>
      </>
    );
  return (
    <>
      <Link to={`/aktorer/${actorId}`}>{actorName}</Link> gick upp i aktören
    </>
  );
}

type ActorHistoryProps = { ownId: string; changes: Change[]; names: Record<string, string> };

/** What became of the actor, newest first: from which day, what, why, and who recorded it. */
export function ActorHistory({ ownId, changes, names }: ActorHistoryProps) {
  if (changes.length === 0) return <p className="empty">Inget är ändrat sedan aktören lades in.</p>;
  return (
    <ol className="actor-history">
      {changes.map((change) => (
        <li key={`${change.actorId}-${change.sequence}`}>
          <b>{dayText(change.day)}</b>
          <div>
            <What change={change} ownId={ownId} names={names} />
          </div>
          <Foot {...change} />
        </li>
      ))}
    </ol>
  );
}

/** What was changed in frozen actors after a round's opening. `names`: where the list is of several actors. */
export function RoundChanges({ changes, showActor = false }: { changes: RoundChange[]; showActor?: boolean }) {
  return (
    <ol className="actor-history">
      {changes.map((change) => (
        <li key={`${change.year}-${change.actorId}-${change.sequence}`}>
          <b>
            {showActor ? <Link to={`/aktorer/${change.actorId}`}>{change.after.name}</Link> : `Omgången ${change.year}`}
          </b>
          <div>
            {change.before ? (
              <Lines before={change.before} after={change.after} />
            ) : (
              `Togs med efter öppningen (${attributeText(change.after, "category")}, utpekad: ${attributeText(change.after, "designated")})`
            )}
          </div>
          <Foot {...change} />
        </li>
      ))}
    </ol>
  );
}
