import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { Page } from "#components/page.tsx";
import { GoalText } from "#components/plan/goal-text.tsx";
import { viewGoalAreas } from "#usecases/view-goal-areas.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = () => [{ title: "Målområden – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/plan/goal-areas");
  return { view: viewGoalAreas(args.context.db) ?? null };
}

export default function GoalAreas() {
  const { view } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Målområden"
      lead={view ? `${view.document.title}. Texterna är dokumentets egna.` : undefined}
      crumbs={[{ to: "/verksamhetsplan", label: "Verksamhetsplaner" }]}
    >
      {!view && <p className="empty">Inga målområden är inlästa.</p>}
      {view?.areas.map((area) => (
        <section key={area.key} className="goal-area">
          <h2>
            <Link to={`/verksamhetsplan/malomraden/${area.key}`}>{area.name}</Link>
          </h2>
          <p className="goal">{area.goal}</p>
          <details>
            <summary>
              Förtydligande<span className="sr-only"> av {area.name}</span>
            </summary>
            <GoalText text={area.text} />
          </details>
          <p className="activity-facts">
            {area.fedBy.length === 0
              ? "Ingen delförmåga bidrar till målområdet."
              : `Delförmågor som bidrar: ${area.fedBy.map(({ code }) => code).join(", ")}`}
          </p>
        </section>
      ))}
      {view && <p className="note">Källa: {view.document.source}.</p>}
    </Page>
  );
}
