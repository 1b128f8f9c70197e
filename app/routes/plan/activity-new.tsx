import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActivityForm } from "#components/plan/activity-form.tsx";
import { planProblems } from "#text/plan.ts";
import { activityChoices, requirePlan, saveActivityForm } from "./activity-page.ts";
import { planPath, planYear } from "./plan-params.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Ny aktivitet ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/plan/activity-new");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const read = requirePlan(db, year);
  return { year, isLocked: !read.draft, choices: activityChoices(db, read, now()) };
}

export function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/activity-new");
  return saveActivityForm(args, { year: planYear(args.params), number: null, personId });
}

export default function NewActivity() {
  const { year, isLocked, choices } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title="Ny aktivitet"
      lead="Målområde och vad som ska göras räcker för att spara. Det andra behövs innan planen kan antas."
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {isLocked && !failure ? (
        <Notice kind="info">{planProblems.plan_locked}</Notice>
      ) : (
        <ActivityForm
          {...choices}
          revision={0}
          values={failure?.values ?? {}}
          errors={failure?.errors ?? {}}
          back={planPath(year)}
        />
      )}
    </Page>
  );
}
