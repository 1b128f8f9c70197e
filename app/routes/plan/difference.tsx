import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { Page } from "#components/page.tsx";
import { activityPath } from "#components/plan/activity-list.tsx";
import { PartDifference } from "#components/plan/part-difference.tsx";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { changeNames, planStateNames } from "#text/plan.ts";
import { comparePlanVersions, type PlanComparison } from "#usecases/compare-plan-versions.ts";
import { readPlan } from "#usecases/read-plan.ts";
import { planPath, planYear } from "./plan-params.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Skillnad i planen ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/plan/difference");
  const { db, now } = args.context;
  const year = planYear(args.params);
  if (!readPlan(db, year)) throw notFound(`Det finns ingen plan för ${year}.`);
  const query = new URL(args.request.url).searchParams;
  const asked = { from: Number(query.get("fran")) || undefined, to: Number(query.get("till")) || undefined };
  return { year, comparison: comparePlanVersions(db, year, asked, now()) ?? null };
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

function Differences({ year, rows, areaNames, actorNames }: PlanComparison) {
  if (rows.length === 0) return <p className="empty">Versionerna säger samma sak.</p>;
  return (
    <ul className="plan-differences">
      {rows.map(({ number, change, before, after, parts }) => (
        <li key={number}>
          <p className="typed activity-what">
            <span className="tag">{changeNames[change]}</span>{" "}
            {after ? <Link to={activityPath(year, number)}>{after.what}</Link> : before?.what}
          </p>
          {before && after && (
            <dl className="facts-list">
              {parts.map((part) => (
                <PartDifference key={part} part={part} {...{ before, after, areaNames, actorNames }} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

export default function Difference() {
  const { year, comparison } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Skillnad mellan versioner av planen ${year}`}
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
    >
      {!comparison && <p className="empty">Planen har bara en version, så det finns inget att jämföra.</p>}
      {comparison && (
        <>
          <Form method="get" className="filters">
            <Choice name="fran" label="Från" points={comparison.points} chosen={comparison.from} />
            <Choice name="till" label="Till" points={comparison.points} chosen={comparison.to} />
            <button className="ds-button" data-variant="secondary" type="submit">
              Jämför
            </button>
          </Form>
          <Differences {...comparison} />
        </>
      )}
    </Page>
  );
}
