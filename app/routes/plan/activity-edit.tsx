import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActivityFacts } from "#components/plan/activity-facts.tsx";
import { ActivityForm } from "#components/plan/activity-form.tsx";
import { textOf } from "#http/form.ts";
import { notFound } from "#http/responses.ts";
import { planProblems } from "#text/plan.ts";
import { standingOf } from "#usecases/read-plan.ts";
import { viewActivity } from "#usecases/view-plan.ts";
import { activityValues } from "./activity-form.ts";
import { activityChoices, requirePlan, saveActivityForm } from "./activity-page.ts";
import { activityNumber, planPath, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Ändra aktivitet ${params.number} – Förmågekollen` }];

/** What somebody else has saved must stand beside what came back. */
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/activity-edit");
  const { db, now } = args.context;
  const [year, number] = [planYear(args.params), activityNumber(args.params)];
  const read = requirePlan(db, year);
  const saved = standingOf(read, number);
  if (!saved) throw notFound("Aktiviteten finns inte.");
  return {
    year,
    number,
    isLocked: !read.draft,
    revision: saved.revision,
    values: activityValues(saved),
    shown: viewActivity(db, { year, number }, readAs(args, user))?.activity ?? null,
    choices: activityChoices(db, read, now()),
  };
}

export function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/activity-edit");
  return saveActivityForm(args, { year: planYear(args.params), number: activityNumber(args.params), personId });
}

type Loaded = ReturnType<typeof loader>;

function RemoveForm({ choices, revision }: Pick<Loaded, "choices" | "revision">) {
  return (
    <details className="discard">
      <summary>Ta bort aktiviteten</summary>
      <p>Det den sa sparas i historiken. I en antagen version står den kvar.</p>
      <Form method="post">
        <input type="hidden" name="saveId" value={`${choices.saveId}.remove`} />
        <input type="hidden" name="revision" value={revision} />
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="remove">
          Ta bort aktiviteten
        </button>
      </Form>
    </details>
  );
}

export default function EditActivity() {
  const { year, number, isLocked, revision, values, shown, choices } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const back = `${planPath(year)}/aktivitet/${number}`;
  // Somebody saved meanwhile: what came back starts from another revision than it was written on.
  const isStale = failure !== undefined && failure.errors[""] !== undefined && shown !== null;
  return (
    <Page
      title={`Ändra aktivitet ${number}`}
      crumbs={[
        { to: planPath(year), label: `Verksamhetsplan ${year}` },
        { to: back, label: `Aktivitet ${number}` },
      ]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {isLocked && !failure && <Notice kind="info">{planProblems.plan_locked}</Notice>}
      {isStale && (
        <section className="saved-now">
          <h2>Sparat nu</h2>
          <p className="typed">{shown.what}</p>
          <ActivityFacts activity={shown} isOwn={false} isDraft />
        </section>
      )}
      {(!isLocked || failure) && (
        <>
          <ActivityForm
            key={failure ? "typed" : revision}
            {...choices}
            revision={failure ? Number(textOf(failure.values, "revision", String(revision))) : revision}
            values={failure?.values ?? values}
            errors={failure?.errors ?? {}}
            back={back}
          />
          {!isLocked && <RemoveForm choices={choices} revision={revision} />}
        </>
      )}
    </Page>
  );
}
