import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Feeders, GoalChanges, GoalFeedForm } from "#components/plan/goal-feed.tsx";
import { GoalText } from "#components/plan/goal-text.tsx";
import { formFailure, formValues, listOf, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { planProblems } from "#text/plan.ts";
import { changeGoalArea } from "#usecases/change-goal-area.ts";
import { viewGoalArea } from "#usecases/view-goal-areas.ts";
import "../../styles/plan.css";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.area.name} – Förmågekollen` : "Förmågekollen" },
];

export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { role } = requireAccess(args, "routes/plan/goal-area");
  const view = viewGoalArea(args.context.db, args.params.area ?? "");
  if (!view) throw notFound("Målområdet finns inte.");
  const mayEdit = role === "office";
  // Who changed what is for those who plan; others read what feeds the area now.
  const isPlanner = mayEdit || role === "chief_group";
  const isSaved = new URL(args.request.url).searchParams.has("sparat");
  return { view: isPlanner ? view : { ...view, changes: [] }, mayEdit, isPlanner, isSaved };
}

/** Changes what feeds the area. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/goal-area");
  const { db, now } = args.context;
  const area = args.params.area ?? "";
  const form = await args.request.formData();
  const values = formValues(form);
  if (values.version === undefined)
    return invalid(formFailure(form, { "": "Formuläret kom inte fram helt. Försök en gång till." }));
  const result = changeGoalArea(
    db,
    {
      area,
      document: textOf(values, "document"),
      version: textOf(values, "version"),
      codes: listOf(values, "code"),
      reason: textOf(values, "reason"),
      sequence: Number(textOf(values, "sequence", "-1")),
    },
    { now: now(), personId },
  );
  if (result.ok) return redirectTo(`/verksamhetsplan/malomraden/${area}?sparat=1`);
  const field = result.problem.startsWith("reason") ? "reason" : "";
  return invalid(formFailure(form, { [field]: planProblems[result.problem] }));
}

export default function GoalAreaRoute() {
  const { view, mayEdit, isPlanner, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { area, document, changes, sequence } = view;
  return (
    <Page
      title={area.name}
      lead={document.title}
      crumbs={[
        { to: "/verksamhetsplan", label: "Verksamhetsplaner" },
        { to: "/verksamhetsplan/malomraden", label: "Målområden" },
      ]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {isSaved && !failure && <Notice kind="saved">Sparat.</Notice>}
      <p className="goal">{area.goal}</p>
      <GoalText text={area.text} />
      <h2>Delförmågor som bidrar</h2>
      <p className="note">
        Målbilden säger inte vilka delförmågor som hör till målområdet. Det är föreslaget här, och kansliet kan ändra
        det.
      </p>
      <Feeders fedBy={area.fedBy} />
      {mayEdit && (
        <GoalFeedForm
          key={failure ? "typed" : sequence}
          view={view}
          isOpen={failure !== undefined}
          chosen={failure ? listOf(failure.values, "code") : area.fedBy.map(({ code }) => code)}
          reason={textOf(failure?.values, "reason")}
          error={failure?.errors.reason}
        />
      )}
      {isPlanner && changes.length > 0 && <GoalChanges changes={changes} />}
    </Page>
  );
}
