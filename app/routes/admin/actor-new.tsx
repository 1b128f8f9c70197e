import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ActorFields } from "#components/actors/actor-fields.tsx";
import { Reason } from "#components/actors/actor-forms.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { stockholmDay } from "#domain/day.ts";
import { formValues, textOf } from "#http/form.ts";
import { redirectTo } from "#http/responses.ts";
import { joinActor } from "#usecases/join-actor.ts";
import { viewActors } from "#usecases/view-actor.ts";
import { actorValuesIn, refusedActor } from "./actor-form.ts";

export const meta: MetaFunction = () => [{ title: "Ny aktör – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actor-new");
  const now = args.context.now();
  return { categories: viewActors(args.context.db, now).categories, today: stockholmDay(now) };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/actor-new");
  const form = await args.request.formData();
  const values = formValues(form);
  const given = { ...actorValuesIn(values), day: textOf(values, "day"), reason: textOf(values, "reason") };
  const result = joinActor(args.context.db, given, { now: args.context.now(), personId });
  return result.ok ? redirectTo(`/aktorer/${result.actorId}?nu=tillagd`) : refusedActor(form, result.problem);
}

const nothing = { name: "", shortName: "", category: "", designated: false };

export default function NewActor() {
  const { categories, today } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title="Lägg till aktör"
      lead="Aktören kommer med i omgångar som öppnas från och med dagen. En omgång som redan är öppen tar du med den i på aktörens sida."
      crumbs={[{ to: "/aktorer", label: "Aktörer" }]}
      narrow
    >
      <Form method="post" className="stack">
        <ErrorPanel errors={failure?.errors} />
        <ActorFields values={nothing} categories={categories} failure={failure} />
        <TextField
          name="day"
          type="date"
          short
          label="Med från och med"
          value={failure ? textOf(failure.values, "day") : today}
          error={failure?.errors.day}
        />
        <Reason label="Varför? (frivilligt)" failure={failure} />
        <div className="buttons">
          <button className="ds-button" type="submit">
            Lägg till
          </button>
          <Link to="/aktorer">Avbryt</Link>
        </div>
      </Form>
    </Page>
  );
}
