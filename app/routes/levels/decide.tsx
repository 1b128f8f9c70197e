import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { LevelScale } from "#components/definition/level-scale.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { DecisionStartForm } from "#components/levels/decision-start-form.tsx";
import { DecisionTable } from "#components/levels/decision-table.tsx";
import { ProposalDecision } from "#components/levels/proposal-decision.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { decideProblems, groupHeading } from "#text/levels.ts";
import { type DecisionStart, prepareDecision } from "#usecases/prepare-decision.ts";
import type { action } from "./decide-action.ts";
import { proposalToDecide } from "./decide-proposal-form.ts";
import "../../styles/proposal.css";

export { action } from "./decide-action.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Registrera beslut ${params.year} – Förmågekollen` }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

/** `forra`: last year's levels; a digit: that minimum everywhere; anything else: what is in force. */
function startOf(text: string | null): DecisionStart {
  if (text === "forra") return "last_year";
  return text !== null && /^\d$/.test(text) ? Number(text) : "in_force";
}

export function loader(args: LoaderFunctionArgs) {
  const { role } = requireAccess(args, "routes/levels/decide");
  const { db, now } = args.context;
  const query = new URL(args.request.url).searchParams;
  const start = query.get("utga");
  const asked = { year: yearParam(args.params.year), group: query.get("grupp") ?? "all", start: startOf(start) };
  const form = prepareDecision(db, asked, now());
  if (!form) throw notFound(`Omgången ${args.params.year ?? ""} finns inte.`);
  const proposal = proposalToDecide(db, asked.year, now());
  return { form, proposal, start: start ?? "gallande", isOffice: role === "office" };
}

export default function Decide() {
  const { form, proposal, start, isOffice } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const typed = (name: string, fallback: string) => textOf(failure?.values, name, fallback);
  const { year, group, sequence, isReleased } = form;
  return (
    <Page
      title={`Registrera beslut om nivåer ${year}`}
      lead={
        isReleased
          ? undefined
          : `${proposal ? `Förslag ${proposal.number} blir` : "Blir"} beslut ${sequence + 1}. Ett beslut ändras aldrig, men ett senare ersätter det.`
      }
      crumbs={[{ to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` }]}
    >
      {isOffice && !isReleased && (
        <p className="note">Du registrerar chefsgruppens beslut. Det syns att samordningskansliet har fört in det.</p>
      )}
      {isReleased && !failure ? (
        <Notice kind="info">{decideProblems.round_released}</Notice>
      ) : proposal ? (
        <ProposalDecision
          {...proposal}
          year={year}
          names={new Map(proposal.names)}
          typed={typed}
          errors={failure?.errors ?? {}}
        />
      ) : (
        <>
          <ErrorPanel
            errors={failure?.values.proposal === undefined ? undefined : failure.errors}
            title="Beslutet är inte registrerat"
          />
          <DecisionStartForm key={`${group} ${start}`} form={form} start={start} />
          <details className="scale-details decide-scale">
            <summary>Vad nivåerna betyder</summary>
            <LevelScale levels={form.scale} />
          </details>
          <DecisionTable
            key={`${group} ${start} ${sequence}`}
            form={form}
            groupName={groupHeading(group)}
            typed={typed}
            errors={failure?.values.proposal === undefined ? (failure?.errors ?? {}) : {}}
          />
        </>
      )}
    </Page>
  );
}
