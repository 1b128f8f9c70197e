import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { DecisionFacts } from "#components/levels/decision-facts.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActivityList } from "#components/plan/activity-list.tsx";
import { type FormErrors, formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { activitiesText, planProblems } from "#text/plan.ts";
import { listText } from "#text/results.ts";
import { type AdoptPlanResult, adoptPlan } from "#usecases/move-plan.ts";
import { viewPlan } from "#usecases/view-plan.ts";
import { planPath, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Anta planen ${params.year} – Förmågekollen` }];

export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/adopt");
  const year = planYear(args.params);
  const view = viewPlan(args.context.db, { year }, readAs(args, user));
  if (!view) throw notFound(`Det finns ingen plan för ${year}.`);
  return { view, isOffice: user.role === "office" };
}

const fieldOf: Partial<Record<keyof typeof planProblems, string>> = {
  decided_on_invalid: "decidedOn",
  decided_on_future: "decidedOn",
  meeting_missing: "meeting",
  meeting_long: "meeting",
  reference_missing: "reference",
  reference_long: "reference",
  registry_number_long: "registryNumber",
};

/** Records the chief group's adoption of the version that was read. */
export async function action(args: ActionFunctionArgs) {
  const { personId, role } = requireAccess(args, "routes/plan/adopt");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const form = await args.request.formData();
  const values = formValues(form);
  const facts = {
    decidedOn: textOf(values, "decidedOn"),
    meeting: textOf(values, "meeting"),
    reference: textOf(values, "reference"),
    registryNumber: textOf(values, "registryNumber"),
  };
  const asked = { version: Number(textOf(values, "version")), saves: Number(textOf(values, "saves", "-1")) };
  const by = { now: now(), personId, role: role === "office" ? "office" : "chief_group" } as const;
  const result = adoptPlan(db, { year, ...asked, facts }, by);
  if (result.ok) return redirectTo(`${planPath(year)}?nu=adopt`);
  // The plan as it is now is shown beneath: the next try is on that.
  form.delete("saves");
  return invalid(formFailure(form, errorsOf(result)));
}

function errorsOf(result: Extract<AdoptPlanResult, { ok: false }>): FormErrors {
  if (result.problem === "plan_adopted")
    return { "": `Versionen är redan antagen, den ${dayText(result.adoptedOn)}. Ingenting nytt är registrerat.` };
  if (result.problem === "incomplete") {
    const names = listText(result.numbers.map(String));
    return {
      "": `Planen är inte antagen. Fyll först i vem som håller i den, när den görs och hur den följs upp i aktivitet ${names}.`,
    };
  }
  return { [fieldOf[result.problem] ?? ""]: planProblems[result.problem] };
}

export default function Adopt() {
  const { view, isOffice } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, version, saves, areas } = view;
  const count = areas.reduce((sum, area) => sum + area.activities.length, 0);
  return (
    <Page
      title={`Anta verksamhetsplan ${year}`}
      lead={`Version ${version} med ${activitiesText(count)}. En antagen plan är låst: den ändras bara genom en revidering som också antas.`}
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
    >
      <ErrorPanel errors={failure?.errors} title="Planen är inte antagen" />
      {isOffice && (
        <p className="note screen-only">
          Du registrerar chefsgruppens beslut. Det syns att samordningskansliet har fört in det.
        </p>
      )}
      {view.may.adopt ? (
        <Form method="post" noValidate className="screen-only">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="saves" value={saves ?? ""} key={saves} />
          <DecisionFacts
            typed={(name, fallback) => textOf(failure?.values, name, fallback)}
            errors={failure?.errors ?? {}}
          />
          <div className="buttons">
            <button className="ds-button" type="submit">
              Anta planen
            </button>
            <Link to={planPath(year)}>Tillbaka till planen</Link>
          </div>
        </Form>
      ) : (
        <Notice kind="info">Det finns inget utkast att anta.</Notice>
      )}
      <ActivityList areas={areas} year={year} isDraft={view.adoption === null} />
    </Page>
  );
}
