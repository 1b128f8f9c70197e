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
};

function Standing({ actor, total }: { actor: Actor; total: number }) {
  if (actor.submittedAt !== null) {
    return <span className="standing sent">Inlämnad {dayText(stockholmDay(new Date(actor.submittedAt)))}</span>;
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

/** How far each actor has come in a round, with the way to its survey. */
export function ActorProgressTable({ year, total, actors }: { year: number; total: number; actors: Actor[] }) {
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
        ]}
      />
    </div>
  );
}
