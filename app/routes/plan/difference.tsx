import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { Page } from "#components/page.tsx";
import { activityFactsText, activityPath } from "#components/plan/activity-list.tsx";
import { PartDifference } from "#components/plan/part-difference.tsx";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { changeNames, ownChangeNames, planStateNames } from "#text/plan.ts";
import { comparePlanVersions, type PlanComparison } from "#usecases/compare-plan-versions.ts";
import { isPlanner } from "#usecases/show-activities.ts";
import { planPath, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Skillnad i planen ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/difference");
  const year = planYear(args.params);
  const query = new URL(args.request.url).searchParams;
  const asked = { from: Number(query.get("fran")) || undefined, to: Number(query.get("till")) || undefined };
  const comparison = comparePlanVersions(args.context.db, year, asked, readAs(args, user));
  if (comparison === undefined) throw notFound(`Det finns ingen plan för ${year}.`);
  return { year, comparison, isPlanner: isPlanner(user), hasActor: user.actorId !== null };
}

type Point = PlanComparison["from"];

function pointText({ version, state, adoptedOn }: Point): string {
  return `Version ${version}, ${adoptedOn === null ? planStateNames[state].toLowerCase() : `antagen ${dayText(adoptedOn)}`}`;
}

function Choice({ name, label, points, chosen }: { name: string; label: string; points: Point[]; chosen: Point }) {
  return (
    <label>
      {label}
      <select className="ds-input" name={name} defaultValue={chosen.version}>
        {points.map((point) => (
          <option key={point.version} value={point.version}>
            {pointText(point)}
          </option>
        ))}
      </select>
    </label>
  );
}

type Reader = { isPlanner: boolean; hasActor: boolean };

function Differences({ year, rows, points, to, areaNames, isPlanner: plans, hasActor }: PlanComparison & Reader) {
  const names = hasActor ? ownChangeNames : changeNames;
  const isShown = plans || to.version === points.at(-1)?.version;
  if (rows.length === 0)
    return (
      <p className="empty">
        {hasActor ? "I det som rör er säger versionerna samma sak." : "Versionerna säger samma sak."}
      </p>
    );
  return (
    <ul className="plan-differences">
      {rows.map(({ number, change, before, after, parts }) => {
        const only = after ?? before;
        return (
          <li key={number}>
            <p className="typed activity-what">
              <span className="tag">{names[change]}</span>{" "}
              {after && isShown ? (
                <Link to={activityPath(year, number, plans ? to.version : undefined)}>{after.what}</Link>
              ) : (
                only?.what
              )}
            </p>
            {change !== "changed" && only && <p className="activity-facts">{activityFactsText(only)}</p>}
            {before && after && (
              <dl className="facts-list">
                {parts.map((part) => (
                  <PartDifference key={part} part={part} {...{ before, after, areaNames }} />
                ))}
              </dl>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export default function Difference() {
  const { year, comparison, ...reader } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Skillnad mellan versioner av planen ${year}`}
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
    >
      {!comparison && (
        <p className="empty">
          Planen har bara en {reader.isPlanner ? "" : "antagen "}version, så det finns inget att jämföra.
        </p>
      )}
      {comparison && (
        <>
          <p className="print-only">
            {pointText(comparison.from)}, jämfört med {pointText(comparison.to).toLowerCase()}
          </p>
          <Form method="get" className="filters">
            <Choice name="fran" label="Från" points={comparison.points} chosen={comparison.from} />
            <Choice name="till" label="Till" points={comparison.points} chosen={comparison.to} />
            <button className="ds-button" data-variant="secondary" type="submit">
              Jämför
            </button>
          </Form>
          {reader.hasActor && <p>Av planen visas det som er aktör är eller var med i.</p>}
          {!reader.isPlanner && (
            <p>
              Hur många aktörer det gäller visas bara när minst fem står bakom talet och bakom skillnaden mot andra tal.
            </p>
          )}
          <Differences {...comparison} {...reader} />
        </>
      )}
    </Page>
  );
}
