import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { listActors } from "#db/queries/actors.ts";
import { compareActors } from "#domain/actor-order.ts";
import { categoryName } from "#text/results.ts";

export const meta: MetaFunction = () => [{ title: "Aktörer – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actors");
  const isChanged = new URL(args.request.url).searchParams.get("nu") === "sparad";
  return { actors: listActors(args.context.db).sort(compareActors), isChanged };
}

export default function Actors() {
  const { actors, isChanged } = useLoaderData<typeof loader>();
  const designated = actors.filter((actor) => actor.designated).length;
  return (
    <Page
      title="Aktörer"
      lead={`${actors.length} aktörer, varav ${designated} utpekade. En omgång som redan är öppnad behåller dem som de var då.`}
    >
      {isChanged && <Notice kind="saved">Ändringen är sparad.</Notice>}
      <DataTable
        caption={<span className="sr-only">Aktörer efter kategori och namn</span>}
        rows={actors}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", head: "Namn", cell: ({ id, name }) => <Link to={`/aktorer/${id}`}>{name}</Link> },
          { key: "short", head: "Kort namn", cell: ({ shortName }) => shortName },
          { key: "category", head: "Kategori", cell: ({ category }) => categoryName(category) },
          { key: "designated", head: "Utpekad", cell: (actor) => (actor.designated ? "Ja" : "") },
        ]}
      />
    </Page>
  );
}
