import { Link } from "@remix-run/react";
import { stockholmDay } from "#domain/day.ts";
import { dayText } from "#text/dates.ts";
import { categoryName } from "#text/results.ts";
import { DataTable } from "../data-table.tsx";

type Actor = {
  actorId: string;
  name: string;
  category: string;
  designated: boolean;
  begun: number;
  submittedAt: string | null;
  approvedAt: string | null;
  sentBackAt: string | null;
  reopenedUntil: string | null;
};

function dayOf(moment: string): string {
  return dayText(stockholmDay(new Date(moment)));
}

function Standing({ actor, total }: { actor: Actor; total: number }) {
  if (actor.reopenedUntil !== null) {
    return <span className="standing begun">Återöppnad till och med {dayText(actor.reopenedUntil)}</span>;
  }
  if (actor.approvedAt !== null) return <span className="standing sent">Fastställd {dayOf(actor.approvedAt)}</span>;
  if (actor.submittedAt !== null) return <span className="standing sent">Inlämnad {dayOf(actor.submittedAt)}</span>;
  if (actor.sentBackAt !== null) {
    return <span className="standing begun">Skickad tillbaka av fastställaren {dayOf(actor.sentBackAt)}</span>;
  }
  if (actor.begun > 0) {
    return (
      <span className="standing begun">
        Påbörjad, {actor.begun} av {total}
      </span>
    );
  }
  return <span className="standing">Inte börjat</span>;
}

type ActorProgressTableProps = {
  year: number;
  total: number;
  actors: Actor[];
  /** Whether the round is in a state in which an assessment can be reopened. */
  mayReopen: boolean;
};

/** How far each actor has come in a round, with the way to its survey and to reopening it. */
export function ActorProgressTable({ year, total, actors, mayReopen }: ActorProgressTableProps) {
  const reopening = {
    key: "reopen",
    head: "Ändra",
    cell: ({ actorId, name }: Actor) => (
      <Link to={`/omgangar/${year}?ateroppna=${encodeURIComponent(actorId)}#ateroppna`}>
        Återöppna<span className="sr-only"> för {name}</span>
      </Link>
    ),
  };
  return (
    <div className="rows-stack">
      <DataTable
        caption={`Aktörerna i omgången, ${actors.length}`}
        rows={actors}
        rowKey={({ actorId }) => actorId}
        columns={[
          {
            key: "name",
            head: "Aktör",
            cell: ({ actorId, name }) => <Link to={`/skattning/${year}/${actorId}`}>{name}</Link>,
          },
          {
            key: "category",
            head: "Kategori",
            cell: ({ category, designated }) => `${categoryName(category)}${designated ? ", utpekad" : ""}`,
          },
          { key: "standing", head: "Skattning", cell: (actor) => <Standing actor={actor} total={total} /> },
          ...(mayReopen ? [reopening] : []),
        ]}
      />
    </div>
  );
}
