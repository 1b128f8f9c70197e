import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Observations } from "#components/occurrences/observations.tsx";
import { OccurrenceFacts } from "#components/occurrences/occurrence-facts.tsx";
import { OccurrenceForm } from "#components/occurrences/occurrence-form.tsx";
import { RemoveForm, RestoreForm } from "#components/occurrences/remove-form.tsx";
import { Page } from "#components/page.tsx";
import { PrintButton } from "#components/print-button.tsx";
import { stockholmDay } from "#domain/day.ts";
import { namedIn } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { accessSentences } from "#text/access.ts";
import { occurrenceKindNames } from "#text/occurrences.ts";
import { viewOccurrence } from "#usecases/view-occurrences.ts";
import { occurrenceParam, saveOccurrenceForm } from "./occurrence-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.occurrence.name} – Förmågekollen` : "Förmågekollen" },
];

/** After a refusal Remix reads nothing anew, but what somebody else has saved must stand beside what came back. */
export const shouldRevalidate = () => true;

const savedTexts: Record<string, string> = {
  record: "Registrerad. Skriv nu vad som fungerade och inte, en delförmåga i taget.",
  edit: "Uppgifterna är sparade.",
  remove: "Registreringen är borttagen. Den står kvar under Borttagna.",
  restore: "Registreringen är tillbaka.",
  note: "Iakttagelsen är sparad.",
  edit_observation: "Iakttagelsen är sparad.",
  remove_observation: "Iakttagelsen är borttagen.",
};

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const user = requireAccess(args, "routes/occurrences/occurrence");
  const today = stockholmDay(context.now());
  const view = viewOccurrence(context.db, occurrenceParam(params.occurrence), { ...user, today });
  if (!view) throw notFound(accessSentences.notFound);
  const saved = namedIn(savedTexts, new URL(request.url).searchParams.get("nu")) ?? null;
  return { view, saved, saveId: randomUUID(), isOffice: user.role === "office" };
}

export function action(args: ActionFunctionArgs) {
  return saveOccurrenceForm(args, "routes/occurrences/occurrence");
}

type Loaded = ReturnType<typeof loader>;

function OwnForms({ view, saveId, failure }: Loaded & { failure: ReturnType<typeof useActionData<typeof action>> }) {
  const { occurrence, actors } = view;
  const { revision, isRemoved, actorId, kind, name, day } = occurrence;
  const participants = occurrence.participants.map(({ id }) => id);
  if (isRemoved) return <RestoreForm saveId={saveId} revision={revision} />;
  return (
    <section className="measure-section" key={revision}>
      <details open={failure?.form === "edit"}>
        <summary>Ändra uppgifterna</summary>
        <OccurrenceForm
          intent="edit"
          saveId={saveId}
          revision={revision}
          values={{ kind, name, day, participants }}
          actors={actors}
          own={actorId}
          failure={failure}
        />
      </details>
      <details open={failure?.form === "remove"}>
        <summary>Ta bort registreringen</summary>
        <RemoveForm saveId={saveId} revision={revision} failure={failure} />
      </details>
    </section>
  );
}

export default function OccurrenceRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { view, saved, saveId, isOffice } = loaded;
  const failure = useActionData<typeof action>();
  const { occurrence, canNote, subs } = view;
  return (
    <Page
      title={<span className="typed">{occurrence.name}</span>}
      lead={occurrenceKindNames[occurrence.kind]}
      crumbs={[{ to: "/handelser", label: "Händelser och övningar" }]}
      actions={<PrintButton label="Skriv ut" />}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {saved && !failure && <Notice kind="saved">{saved}</Notice>}
      <OccurrenceFacts occurrence={occurrence} />
      <Observations
        observations={occurrence.observations}
        place={canNote ? { saveId, subs, failure, isOffice } : null}
      />
      {occurrence.isOwn && <OwnForms {...loaded} failure={failure} />}
    </Page>
  );
}
