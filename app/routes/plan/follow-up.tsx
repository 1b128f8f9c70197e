import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { DataTable } from "#components/data-table.tsx";
import { Page } from "#components/page.tsx";
import { activityPath } from "#components/plan/activity-list.tsx";
import { PrintButton } from "#components/print-button.tsx";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { activitiesText, activityStateNames, overdueTexts, whenText } from "#text/plan.ts";
import { readPlan } from "#usecases/read-plan.ts";
import { viewPlan } from "#usecases/view-plan.ts";
import { planPath, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Uppföljning av planen ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/follow-up");
  const { db } = args.context;
  const year = planYear(args.params);
  const read = readPlan(db, year);
  if (!read) throw notFound(`Det finns ingen plan för ${year}.`);
  const version = read.inForce?.version;
  const view = version === undefined ? undefined : viewPlan(db, { year, version }, readAs(args, user));
  return {
    year,
    // A revision may be drafted: what is followed up is what holds.
    version,
    rows: view?.areas.flatMap(({ name, activities }) => activities.map((each) => ({ ...each, area: name }))) ?? null,
  };
}

type Row = NonNullable<ReturnType<typeof loader>["rows"]>[number];

const isOverdue = ({ overdue }: Row) => overdue.isLate || overdue.checks.length > 0;

/** The next check that is not noted; null: none is left, or the activity is at its end. */
function nextCheck({ checkDays, notes, state }: Row): string | null {
  if (state === "done" || state === "cancelled") return null;
  const noted = new Set(notes.map(({ checkDay }) => checkDay));
  return checkDays.find((day) => !noted.has(day)) ?? null;
}

function byNext(a: Row, b: Row): number {
  const last = "9999";
  const [first, second] = [nextCheck(a) ?? last, nextCheck(b) ?? last];
  return Number(isOverdue(b)) - Number(isOverdue(a)) || (first < second ? -1 : first > second ? 1 : 0);
}

export default function FollowUp() {
  const { year, version, rows } = useLoaderData<typeof loader>();
  const late = rows?.filter(isOverdue).length ?? 0;
  return (
    <Page
      title={`Uppföljning av verksamhetsplan ${year}`}
      lead={
        rows === null
          ? "Planen är inte antagen än. När den är antagen följs aktiviteterna upp här."
          : late === 0
            ? `${activitiesText(rows.length)}. Ingenting är försenat.`
            : `${activitiesText(rows.length)}, ${late} med något försenat. Försenade står först, sedan efter nästa avstämning.`
      }
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
      actions={<PrintButton label="Skriv ut" />}
    >
      {rows && (
        <div className="plan-follow-up">
          <DataTable
            caption="Aktiviteter"
            rows={rows.toSorted(byNext)}
            rowKey={({ number }) => String(number)}
            asList
            columns={[
              {
                key: "what",
                head: "Aktivitet",
                cell: ({ number, what }) => (
                  <Link className="typed" to={activityPath(year, number, version)}>
                    {what}
                  </Link>
                ),
              },
              { key: "area", head: "Målområde", cell: ({ area }) => area },
              { key: "holder", head: "Håller i", cell: ({ holder }) => <span className="typed">{holder}</span> },
              { key: "when", head: "När", cell: ({ when }) => whenText(when) },
              { key: "state", head: "Läge", cell: ({ state }) => activityStateNames[state] },
              {
                key: "check",
                head: "Nästa avstämning",
                cell: (row) => {
                  const day = nextCheck(row);
                  return day === null ? "–" : dayText(day);
                },
              },
              {
                key: "overdue",
                head: "Försenat",
                cell: ({ overdue }) =>
                  overdueTexts(overdue).map((text) => (
                    <p key={text} className="activity-lacks">
                      {text}
                    </p>
                  )),
              },
              {
                key: "note",
                head: "Senast noterat",
                cell: ({ notes }) => <span className="typed">{notes[0]?.text ?? "–"}</span>,
              },
            ]}
          />
        </div>
      )}
    </Page>
  );
}
