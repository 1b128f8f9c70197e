import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ActorFields } from "#components/actors/actor-fields.tsx";
import { PeopleChoice, Reason } from "#components/actors/actor-forms.tsx";
import { RadioField } from "#components/choice-field.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { SelectField, TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { stockholmDay } from "#domain/day.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { mergeActors } from "#usecases/merge-actors.ts";
import { viewActors } from "#usecases/view-actor.ts";
import { actorValuesIn, refusedActor } from "./actor-form.ts";

export const meta: MetaFunction = () => [{ title: "Slå ihop två aktörer – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actor-merge");
  const now = args.context.now();
  const { members, categories } = viewActors(args.context.db, now);
  const staying = members.filter(({ memberUntil }) => memberUntil === null);
  return { actors: staying.map(({ id, name }) => ({ id, name })), categories, today: stockholmDay(now) };
}

const peopleOptions: [string, string][] = [
  ["move", "Får samma roller hos den aktör som blir kvar"],
  ["end", "Avslutas samma dag"],
  ["keep", "Är kvar, till exempel för att svara klart i en omgång som pågår"],
];

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/actor-merge");
  const form = await args.request.formData();
  const values = formValues(form);
  const text = (name: string) => textOf(values, name);
  const into = text("into");
  if (into !== "first" && into !== "second" && into !== "new") {
    return invalid(formFailure(form, { into: "Välj vilken aktör de två blir." }));
  }
  const people = text("people");
  const given: Parameters<typeof mergeActors>[1] = {
    ...{ first: text("first"), second: text("second"), day: text("day"), reason: text("reason") },
    into: into === "new" ? actorValuesIn(values) : into,
    people: people === "move" || people === "keep" ? people : "end",
  };
  const result = mergeActors(args.context.db, given, { now: args.context.now(), personId });
  if (result.ok) return redirectTo(`/aktorer/${result.actorId}?nu=ihop`);
  const isAboutOne = result.problem === "actor_unknown" || result.problem === "already_left";
  return refusedActor(form, result.problem, isAboutOne ? result.which : undefined);
}

const nothing = { name: "", shortName: "", category: "", designated: false };

export default function MergeActors() {
  const { actors, categories, today } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const typed = (name: string, fallback = "") => textOf(failure?.values, name, fallback);
  const options = [{ value: "", label: "Välj aktör" }, ...actors.map(({ id, name }) => ({ value: id, label: name }))];
  const select = (name: string, label: string) => (
    <SelectField name={name} label={label} options={options} value={typed(name)} error={failure?.errors[name]} />
  );
  return (
    <Page
      title="Slå ihop två aktörer"
      lead="Den eller de som går upp i en annan lämnar den dagen. Vad som blev vad står kvar, och tidigare omgångar behåller båda. En omgång som är öppen gör det också."
      crumbs={[{ to: "/aktorer", label: "Aktörer" }]}
      narrow
    >
      <Form method="post" className="stack">
        <ErrorPanel errors={failure?.errors} />
        {select("first", "Den ena aktören")}
        {select("second", "Den andra aktören")}
        <RadioField
          name="into"
          legend="De två blir"
          options={[
            { value: "first", label: "Den ena, som är kvar" },
            { value: "second", label: "Den andra, som är kvar" },
            { value: "new", label: "En ny aktör", hint: "Fyll i fälten nedan." },
          ]}
          value={typed("into")}
          error={failure?.errors.into}
        />
        <fieldset className="choices">
          <legend>Bara för en ny aktör</legend>
          <div className="fields">
            <ActorFields values={nothing} categories={categories} failure={failure} />
          </div>
        </fieldset>
        <TextField
          name="day"
          type="date"
          short
          label="Från och med"
          value={typed("day", today)}
          error={failure?.errors.day}
        />
        <Reason label="Varför?" failure={failure} />
        <PeopleChoice options={peopleOptions} failure={failure} />
        <div className="buttons">
          <button className="ds-button" type="submit">
            Slå ihop
          </button>
          <Link to="/aktorer">Avbryt</Link>
        </div>
      </Form>
    </Page>
  );
}
