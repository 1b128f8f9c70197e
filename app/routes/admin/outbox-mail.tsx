import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Letter } from "#components/mail/letter.tsx";
import { LetterMoves } from "#components/mail/letter-moves.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { formFailure } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { mailProblems } from "#text/mail.ts";
import { markMailSent, retryMail } from "#usecases/handle-mail.ts";
import { findNextWaiting, viewOutboxMail } from "#usecases/view-outbox.ts";

export const meta: MetaFunction = () => [{ title: "Brev – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/outbox-mail");
  const { db, settings } = args.context;
  const mail = viewOutboxMail(db, { id: args.params.mail ?? "", origin: settings.origin });
  if (!mail) throw notFound(mailProblems.unknown);
  const done = new URL(args.request.url).searchParams.get("nu");
  return { mail, isSending: settings.mail !== null, isNext: done === "nasta", isQueued: done === "igen" };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/outbox-mail");
  const { db, settings, now } = args.context;
  const id = args.params.mail ?? "";
  const form = await args.request.formData();
  const move = form.get("move");
  if (move !== "sent" && move !== "retry") return invalid(formFailure(form, { "": mailProblems.move_missing }));
  const isRetry = move === "retry";
  const result = isRetry
    ? retryMail(db, { id }, { now: now() })
    : markMailSent(db, { id }, { now: now(), personId, origin: settings.origin });
  if (result.ok) return redirectTo(isRetry ? `/utkorg/${id}?nu=igen` : afterMarked(findNextWaiting(db)));
  if (result.problem === "unknown") throw notFound(mailProblems.unknown);
  return invalid(formFailure(form, { "": mailProblems[result.problem] }));
}

/** Whoever copies one copies them all: the next one that waits, or the list when none does. */
function afterMarked(next: string | undefined): string {
  return next ? `/utkorg/${next}?nu=nasta` : "/utkorg?nu=klart";
}

export default function OutboxMail() {
  const { mail, isSending, isNext, isQueued } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page title={mail.subject} crumbs={[{ to: "/utkorg", label: "Utkorg" }]} narrow>
      {isNext && !failure && <Notice kind="saved">Markerat som skickat. Här är nästa brev.</Notice>}
      {isQueued && !failure && <Notice kind="saved">Brevet är tillbaka i kön.</Notice>}
      <ErrorPanel errors={failure?.errors} title="Det gick inte" />
      <Letter mail={mail} isSending={isSending} />
      <LetterMoves mail={mail} />
    </Page>
  );
}
