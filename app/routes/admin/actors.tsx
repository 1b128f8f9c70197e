import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Page } from "#components/page.tsx";
import { dayText } from "#text/dates.ts";
import { categoryName } from "#text/results.ts";
import { viewActors } from "#usecases/view-actor.ts";

export const meta: MetaFunction = () => [{ title: "Aktörer – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actors");
  return viewActors(args.context.db, args.context.now());
}

type Listed = ReturnType<typeof loader>["members"][number];

const name = {
  key: "name",
  head: "Namn",
  cell: ({ id, name: text }: Listed) => <Link to={`/aktorer/${id}`}>{text}</Link>,
};
const category = {
  key: "category",
  head: "Kategori",
  label: "",
  cell: (actor: Listed) => categoryName(actor.category),
};

function Members({ members }: { members: Listed[] }) {
  return (
    <DataTable
      asList
      caption={<span className="sr-only">Aktörer efter kategori och namn</span>}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        name,
        { key: "short", head: "Kort namn", cell: (actor) => (actor.shortName === actor.name ? "" : actor.shortName) },
        category,
        { key: "designated", head: "Utpekad", cell: (actor) => (actor.designated ? "Ja" : "") },
        {
          key: "until",
          head: "Lämnar",
          cell: ({ memberUntil, intoName }) =>
            memberUntil ? `${dayText(memberUntil)}${intoName ? `, går upp i ${intoName}` : ""}` : "",
        },
      ]}
    />
  );
}

function Coming({ coming }: { coming: Listed[] }) {
  if (coming.length === 0) return null;
  return (
    <DataTable
      asList
      caption="Kommer med"
      rows={coming}
      rowKey={({ id }) => id}
      columns={[name, category, { key: "from", head: "Från", cell: (actor) => dayText(actor.memberFrom ?? "") }]}
    />
  );
}

function Left({ left }: { left: Listed[] }) {
  if (left.length === 0) return null;
  return (
    <DataTable
      asList
      caption="Har lämnat"
      rows={left}
      rowKey={({ id }) => id}
      columns={[
        name,
        { key: "until", head: "Lämnade", cell: ({ memberUntil }) => memberUntil && dayText(memberUntil) },
        { key: "into", head: "Gick upp i", cell: ({ intoName }) => intoName },
      ]}
    />
  );
}

export default function Actors() {
  const { members, coming, left } = useLoaderData<typeof loader>();
  const designated = members.filter((actor) => actor.designated).length;
  return (
    <Page
      title="Aktörer"
      lead={`${members.length} aktörer, varav ${designated} utpekade. En omgång som redan är öppnad behåller dem som de var då.`}
      actions={
        <>
          <Link className="ds-button" data-variant="secondary" to="/aktorer/sammanslagning">
            Slå ihop två aktörer
          </Link>
          <Link className="ds-button" to="/aktorer/ny">
            Lägg till aktör
          </Link>
        </>
      }
    >
      <Members members={members} />
      <Coming coming={coming} />
      <Left left={left} />
    </Page>
  );
}
