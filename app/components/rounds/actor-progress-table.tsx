import { Form, Link } from "@remix-run/react";
import { stockholmDay } from "#domain/day.ts";
import type { Unusual } from "#domain/unusual.ts";
import { dayText, momentText } from "#text/dates.ts";
import { categoryName } from "#text/results.ts";
import { activityNames, progressNames, unusualText } from "#text/rounds.ts";
import { DataTable } from "../data-table.tsx";

export type FollowedActor = {
  actorId: string;
  name: string;
  category: string;
  designated: boolean;
  progress: string;
  ready: number;
  halfway: number;
  total: number;
  submittedAt: string | null;
  approvedAt: string | null;
  sentBackAt: string | null;
  reopenedUntil: string | null;
  coordinators: { name: string }[];
  delegates: { name: string; capability: number }[];
  lastActivity: { at: string; kind: keyof typeof activityNames; byName: string | null } | null;
  unusual: Unusual[];
};

function dayOf(moment: string): string {
  return dayText(stockholmDay(new Date(moment)));
}

/** The state of one actor's assessment, in words that do not need the colour. */
export function Standing({ actor }: { actor: FollowedActor }) {
  const { reopenedUntil, approvedAt, submittedAt, sentBackAt, progress } = actor;
  if (reopenedUntil !== null) {
    const again = submittedAt === null ? "Egen sista dag" : "Återöppnad till och med";
    return (
      <span className="standing begun">
        {again} {dayText(reopenedUntil)}
      </span>
    );
  }
  if (approvedAt !== null) return <span className="standing sent">Fastställd {dayOf(approvedAt)}</span>;
  if (submittedAt !== null) return <span className="standing sent">Inlämnad {dayOf(submittedAt)}</span>;
  if (sentBackAt !== null) return <span className="standing begun">Skickad tillbaka {dayOf(sentBackAt)}</span>;
  return progress === "begun" ? (
    <span className="standing begun">{progressNames.begun}</span>
  ) : (
    <span className="standing">{progressNames.not_begun}</span>
  );
}

/** How much is ready, in the words of the actor's own task list. */
export function ReadyShare({ actor: { ready, halfway, total } }: { actor: FollowedActor }) {
  return (
    <>
      <b>
        {ready} av {total}
      </b>{" "}
      klara
      {halfway > 0 && <small className="under">{halfway === 1 ? "1 påbörjad" : `${halfway} påbörjade`}</small>}
    </>
  );
}

/** Who holds the assessment: its coordinators, and the colleagues that base capabilities are delegated to. */
export function Holders({ actor: { coordinators, delegates } }: { actor: FollowedActor }) {
  if (coordinators.length === 0 && delegates.length === 0) return <span className="empty">ingen</span>;
  return (
    <>
      {coordinators.map(({ name }) => name).join(", ")}
      {delegates.map(({ name, capability }) => (
        <small key={`${capability} ${name}`} className="under">
          {capability}: {name}
        </small>
      ))}
    </>
  );
}

/** The last thing that happened, when and by whom. */
export function LastActivity({ actor: { lastActivity } }: { actor: FollowedActor }) {
  if (!lastActivity) return <span className="empty">inget</span>;
  const { at, kind, byName } = lastActivity;
  return (
    <>
      {momentText(at)}
      <small className="under">
        {activityNames[kind]}
        {byName && `: ${byName}`}
      </small>
    </>
  );
}

/** What is unusual, a sentence each. */
export function UnusualList({ unusual }: { unusual: Unusual[] }) {
  if (unusual.length === 0) return <span className="empty">–</span>;
  return (
    <ul className="unusual">
      {unusual.map((each) => (
        <li key={each.kind}>{unusualText(each)}</li>
      ))}
    </ul>
  );
}

type ActorProgressTableProps = {
  year: number;
  actors: FollowedActor[];
  /** All actors of the round, whichever are listed. */
  total: number;
  /** Whether actors can be reminded, and an assessment reopened. */
  may: { remind: boolean; reopen: boolean };
  hasUnusual: boolean;
};

const unusualColumn = {
  key: "unusual",
  head: "Sticker ut",
  cell: ({ unusual }: FollowedActor) => <UnusualList unusual={unusual} />,
};

/** How far each actor has come in a round, who holds it and what is unusual, with the way to what can be done about it. */
export function ActorProgressTable({ year, actors, total, may, hasUnusual }: ActorProgressTableProps) {
  const path = (actorId: string) => `/omgangar/${year}/${encodeURIComponent(actorId)}`;
  const acts = {
    key: "acts",
    head: "Gör",
    label: "",
    cell: ({ actorId, name, progress }: FollowedActor) => (
      <div className="row-acts">
        {may.remind && progress !== "approved" && (
          <Form method="post" action={path(actorId)}>
            <input type="hidden" name="from" value="round" />
            <button className="link-button" type="submit" name="intent" value="remind">
              Påminn<span className="sr-only"> {name}</span>
            </button>
          </Form>
        )}
        {may.reopen && (
          <Link to={`${path(actorId)}#ateroppna`}>
            {progress === "submitted" || progress === "approved" ? "Återöppna" : "Ge mer tid"}
            <span className="sr-only"> för {name}</span>
          </Link>
        )}
      </div>
    ),
  };
  return (
    <div className="rows-stack actor-progress">
      <DataTable
        caption={actors.length === total ? `Aktörerna i omgången, ${total}` : `${actors.length} av ${total} aktörer`}
        rows={actors}
        rowKey={({ actorId }) => actorId}
        empty="Ingen aktör passar det du har valt. Välj något annat, eller visa alla."
        columns={[
          {
            key: "name",
            head: "Aktör",
            cell: ({ actorId, name, category, designated }) => (
              <>
                <Link to={path(actorId)}>{name}</Link>
                <small className="under">
                  {categoryName(category)}
                  {designated && ", utpekad"}
                </small>
              </>
            ),
          },
          { key: "standing", head: "Skattning", cell: (actor) => <Standing actor={actor} /> },
          { key: "share", head: "Delförmågor", cell: (actor) => <ReadyShare actor={actor} /> },
          { key: "holders", head: "Håller i den", cell: (actor) => <Holders actor={actor} /> },
          { key: "activity", head: "Senast", cell: (actor) => <LastActivity actor={actor} /> },
          ...(hasUnusual ? [unusualColumn] : []),
          ...(may.remind || may.reopen ? [acts] : []),
        ]}
      />
    </div>
  );
}
