import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { OccurrenceForm } from "#components/occurrences/occurrence-form.tsx";
import { Page } from "#components/page.tsx";
import { stockholmDay } from "#domain/day.ts";
import { actorChoices } from "#usecases/view-occurrences.ts";
import { saveOccurrenceForm } from "./occurrence-action.ts";

export const meta: MetaFunction = () => [{ title: "Registrera händelse eller övning – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const { actorId } = requireAccess(args, "routes/occurrences/occurrence-new");
  const { db, now } = args.context;
  return { actors: actorChoices(db, stockholmDay(now())), own: actorId, saveId: randomUUID() };
}

export function action(args: ActionFunctionArgs) {
  return saveOccurrenceForm(args, "routes/occurrences/occurrence-new");
}

const nothing = { kind: "", name: "", day: "", participants: [] };

export default function NewOccurrence() {
  const { actors, own, saveId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title="Registrera en händelse eller övning"
      lead="Först vad det var och vilka som deltog. Därefter skriver ni vad som fungerade och inte, en delförmåga i taget."
      crumbs={[{ to: "/handelser", label: "Händelser och övningar" }]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      <OccurrenceForm
        intent="record"
        saveId={saveId}
        revision={0}
        values={nothing}
        actors={actors}
        own={own}
        failure={failure}
      />
    </Page>
  );
}
