import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { OutboxFilter } from "#components/mail/outbox-filter.tsx";
import { OutboxTable } from "#components/mail/outbox-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { outboxFilters, unclearAdvice } from "#text/mail.ts";
import { numberText } from "#text/results.ts";
import { viewOutbox } from "#usecases/view-outbox.ts";

export const meta: MetaFunction = () => [{ title: "Utkorg – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/outbox");
  const { db, settings } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const filter = outboxFilters.find(({ word }) => word === asked.get("visa")) ?? outboxFilters[0];
  return {
    ...viewOutbox(db, { states: filter.states, origin: settings.origin }),
    chosen: filter.word,
    isSending: settings.mail !== null,
    isDone: asked.get("nu") === "klart",
  };
}

export default function Outbox() {
  const { rows, total, counts, chosen, isSending, isDone } = useLoaderData<typeof loader>();
  const toDecide = (counts.failed ?? 0) + (counts.unclear ?? 0);
  return (
    <Page
      title="Utkorg"
      lead={
        isSending
          ? "Breven skickas av sig själva. Här ser du hur det går, och kan ta hand om dem som inte gick fram."
          : "Ingen e-postserver är inställd nu, så det som väntar skickas inte av sig självt. Öppna ett brev, skicka det från din egen e-post och markera det som skickat."
      }
    >
      {isDone && <Notice kind="saved">Brevet är markerat som skickat. Inga fler väntar.</Notice>}
      {isSending && toDecide > 0 && (
        <Notice kind="warning">
          {toDecide === 1 ? "Ett brev behöver" : `${toDecide} brev behöver`} dig: se under Misslyckades och Oklart om
          det gick fram.
        </Notice>
      )}
      <OutboxFilter chosen={chosen} counts={counts} />
      {chosen === "oklara" && rows.length > 0 && <p className="note">{unclearAdvice} Det gör du på brevets sida.</p>}
      <OutboxTable rows={rows} chosen={chosen} />
      {total > rows.length && (
        <p className="hint">
          De {rows.length} senaste av {numberText(total)} visas.
        </p>
      )}
    </Page>
  );
}
