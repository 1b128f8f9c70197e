import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Page } from "#components/page.tsx";
import { listDefinitions } from "#db/queries/definitions.ts";
import { momentText } from "#text/dates.ts";

const HASH_SHOWN = 12;

export const meta: MetaFunction = () => [{ title: "Definitioner – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/definitions");
  const stored = listDefinitions(args.context.db).reverse();
  return { versions: stored.map(({ sha256, ...version }) => ({ ...version, hash: sha256.slice(0, HASH_SHOWN) })) };
}

export default function Definitions() {
  const { versions } = useLoaderData<typeof loader>();
  return (
    <Page title="Definitioner" lead="Vad som skattas, i versioner. En publicerad version ändras aldrig." narrow>
      <DataTable
        asList
        caption={<span className="sr-only">Definitionens versioner, den senaste först</span>}
        rows={versions}
        rowKey={({ version }) => version}
        empty="Det finns ingen definition."
        columns={[
          {
            key: "version",
            head: "Version",
            cell: ({ version }) => <Link to={`/definitioner/${version}`}>{version}</Link>,
          },
          {
            key: "state",
            head: "Läge",
            cell: ({ publishedAt }) => (publishedAt ? `Publicerad ${momentText(publishedAt)}` : "Utkast"),
          },
          { key: "hash", head: "Innehållets kontrollsumma", cell: ({ hash }) => <code>{hash}</code> },
        ]}
      />
      <p className="note">Två versioner med samma kontrollsumma har samma innehåll, ord för ord.</p>
    </Page>
  );
}
