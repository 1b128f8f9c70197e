import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { MeetingSteps } from "#components/levels/meeting-steps.tsx";
import { MeetingSub } from "#components/levels/meeting-sub.tsx";
import { MeetingWhole } from "#components/levels/meeting-whole.tsx";
import { RemarkForm, RemarkList } from "#components/levels/remarks.tsx";
import { Page } from "#components/page.tsx";
import { findRound } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { proposalProblems } from "#text/proposal.ts";
import { noteRemark } from "#usecases/note-remark.ts";
import { type ProposalSub, viewProposal } from "#usecases/view-proposal.ts";
import "../../styles/proposal.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Nivåer ${params.year} på mötet – Förmågekollen` }];

const isChanged = ({ lines }: ProposalSub) => lines.some(({ change }) => change !== "same");

/** Where the meeting is: one sub-capability among those gone through, or the whole. */
function placeOf(subs: ProposalSub[], query: URLSearchParams) {
  const changed = subs.filter(isChanged);
  const all = query.has("alla") || changed.length === 0;
  const order = (all ? subs : changed).map(({ code }) => code);
  const code = subs.find((sub) => sub.code === query.get("del"))?.code ?? null;
  const hasOther = changed.length > 0 && changed.length < subs.length;
  return { order, code, all, hasOther, changed: changed.length };
}

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/levels/meeting");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  if (!findRound(db, year)) throw notFound(`Omgången ${year} finns inte.`);
  const query = new URL(args.request.url).searchParams;
  const view = viewProposal(db, year, { basis: Number(query.get("svar")) || undefined }, now()) ?? null;
  const subs = view?.capabilities.flatMap((capability) => capability.subs) ?? [];
  return { year, view, place: placeOf(subs, query), today: stockholmDay(now()), isNoted: query.has("antecknat") };
}

/** Notes what is said, on the sub-capability shown or on the whole. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/levels/meeting");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const form = await args.request.formData();
  const values = formValues(form);
  const code = textOf(values, "code") || null;
  const input = { year, number: Number(textOf(values, "number")), code, text: textOf(values, "text") };
  const result = noteRemark(db, input, { now: now(), personId });
  if (!result.ok) {
    const field = result.problem.startsWith("remark") ? "text" : "";
    return invalid(formFailure(form, { [field]: proposalProblems[result.problem] }));
  }
  const where = new URLSearchParams({ ...(code && { del: code }), ...(values.all && { alla: "1" }), antecknat: "1" });
  return redirectTo(`/lagstanivaer/${year}/mote?${where}`);
}

export default function Meeting() {
  const { year, view, place, today, isNoted } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const crumbs = [{ to: `/lagstanivaer/${year}/forslag`, label: `Förslag ${year}` }];
  if (!view) {
    return (
      <Page title={`Nivåer ${year} på mötet`} crumbs={[{ to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` }]}>
        <p>
          Det finns inget öppet förslag för {year}. Samordningskansliet påbörjar det under{" "}
          <Link to={`/lagstanivaer/${year}/forslag`}>Förslag</Link>.
        </p>
      </Page>
    );
  }
  const subs = view.capabilities.flatMap((capability) => capability.subs);
  const shown = subs.find(({ code }) => code === place.code);
  const remarks = view.remarks.filter(({ code }) => !shown || code === shown.code);
  return (
    <div className="meeting">
      <Page
        title={
          shown ? (
            <>
              <span className="codeh">{shown.code}</span> {shown.name}
            </>
          ) : (
            `Förslag till lägstanivåer och ambitionsnivåer ${year}`
          )
        }
        lead={shown ? undefined : `Underlag till Regionala chefsgruppen, ${dayText(today)}. Förslag ${view.number}.`}
        crumbs={crumbs}
        actions={
          !shown && (
            <a className="ds-button" data-variant="secondary" href={`/lagstanivaer/${year}/underlag.docx`}>
              Hämta som Word
            </a>
          )
        }
      >
        <MeetingSteps year={year} place={place} />
        {shown ? <MeetingSub sub={shown} view={view} /> : <MeetingWhole view={view} />}
        <RemarkList remarks={remarks} isNew={isNoted} withCode={!shown} />
        {!view.isReleased && (
          <RemarkForm
            key={`${shown?.code} ${view.remarks.length}`}
            year={year}
            number={view.number}
            code={shown?.code ?? null}
            all={place.all}
            failure={failure ?? null}
          />
        )}
      </Page>
    </div>
  );
}
