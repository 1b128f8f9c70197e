import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextareaField, TextField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { planProblems } from "#text/plan.ts";
import { presentPlan } from "#usecases/move-plan.ts";
import { readPlan } from "#usecases/read-plan.ts";
import { planPath, planYear } from "./plan-params.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Planen ${params.year} vid rådet – Förmågekollen` }];

export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/plan/present");
  const year = planYear(args.params);
  const read = readPlan(args.context.db, year);
  if (!read) throw notFound(`Det finns ingen plan för ${year}.`);
  const { inForce } = read;
  const { version, adoption, presentation } = inForce ?? { version: null, adoption: null, presentation: null };
  return {
    year,
    version,
    adoptedOn: adoption?.adoptedOn ?? null,
    presentedOn: presentation?.presentedOn ?? null,
  };
}

/** Notes that the plan in force was presented to the council. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/present");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const form = await args.request.formData();
  const values = formValues(form);
  const said = { presentedOn: textOf(values, "presentedOn").trim(), note: textOf(values, "note") };
  const input = { year, version: Number(textOf(values, "version")), ...said };
  const result = presentPlan(db, input, { now: now(), personId });
  if (result.ok) return redirectTo(`${planPath(year)}?nu=present`);
  const isDay = result.problem.startsWith("presented_");
  const field = isDay ? "presentedOn" : result.problem === "note_long" ? "note" : "";
  return invalid(formFailure(form, { [field]: planProblems[result.problem] }));
}

export default function Present() {
  const { year, version, adoptedOn, presentedOn } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const typed = (name: string) => textOf(failure?.values, name);
  return (
    <Page
      title={`Verksamhetsplan ${year} vid regionala rådet`}
      lead={adoptedOn && `När version ${version}, antagen ${dayText(adoptedOn)}, presenterades för rådet.`}
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {version === null && <Notice kind="info">{planProblems.not_adopted}</Notice>}
      {presentedOn !== null && !failure && (
        <Notice kind="info">
          Det är redan noterat att version {version} presenterades {dayText(presentedOn)}.
        </Notice>
      )}
      {version !== null && presentedOn === null && (
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="version" value={version} />
          <TextField
            name="presentedOn"
            type="date"
            label="Presenterades"
            value={typed("presentedOn")}
            error={failure?.errors.presentedOn}
            short
          />
          <TextareaField
            name="note"
            label="Anteckning (frivillig)"
            hint="Till exempel vad rådet skickade med. Läses av alla som läser planen."
            value={typed("note")}
            error={failure?.errors.note}
            rows={2}
          />
          <div className="buttons">
            <button className="ds-button" type="submit">
              Spara
            </button>
          </div>
        </Form>
      )}
    </Page>
  );
}
