import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Page } from "#components/page.tsx";
import { stateText } from "#components/plan/plan-standing.tsx";
import { dayText } from "#text/dates.ts";
import { viewPlans } from "#usecases/view-plans.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = () => [{ title: "Verksamhetsplaner – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/plans");
  const { rows, next } = viewPlans(args.context.db, readAs(args, user));
  return { rows, next: user.role === "office" ? next : null, isActor: user.actorId !== null };
}

type Row = ReturnType<typeof loader>["rows"][number];

function standing({ adoption, presentation }: Row): string {
  if (!adoption) return "inte antagen än";
  const presented = presentation ? `, presenterad ${dayText(presentation.presentedOn)}` : "";
  return `${dayText(adoption.adoptedOn)}${presented}`;
}

export default function Plans() {
  const { rows, next, isActor } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Verksamhetsplaner"
      lead={
        isActor
          ? "Vad regionen ska göra tillsammans, år för år. Här ser ni de aktiviteter som er aktör är med i."
          : "Vad regionen ska göra tillsammans, år för år: aktiviteter mot varje målområde, och hur de går."
      }
      actions={
        <Link className="ds-button" data-variant="secondary" to="/verksamhetsplan/malomraden">
          Målområden
        </Link>
      }
    >
      {next !== null && (
        <p className="notice info">
          Det finns ingen plan för {next} än. <Link to={`/verksamhetsplan/${next}`}>Gå till planen för {next}</Link>
        </p>
      )}
      <DataTable
        caption="Planer"
        rows={rows}
        rowKey={({ year }) => String(year)}
        empty="Ingen verksamhetsplan är antagen än."
        asList
        columns={[
          { key: "year", head: "År", cell: ({ year }) => <Link to={`/verksamhetsplan/${year}`}>{year}</Link> },
          {
            key: "state",
            head: "Läge",
            cell: (row) => `${stateText(row)}${row.isRevised ? ", revideras" : ""}`,
          },
          { key: "adopted", head: "Antagen", cell: standing },
          { key: "basis", head: "Bygger på", cell: ({ basisYear }) => `resultatet ${basisYear}` },
          { key: "activities", head: "Aktiviteter", number: true, cell: ({ activities }) => activities },
          { key: "done", head: "Klara", number: true, cell: ({ done }) => done },
          { key: "overdue", head: "Med något försenat", number: true, cell: ({ overdue }) => overdue },
        ]}
      />
    </Page>
  );
}
