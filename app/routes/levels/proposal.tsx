import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ProposalForm } from "#components/levels/proposal-form.tsx";
import { ProposalStart } from "#components/levels/proposal-start.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { findRound } from "#db/queries/rounds.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { momentText } from "#text/dates.ts";
import { viewProposal } from "#usecases/view-proposal.ts";
import type { action } from "./proposal-action.ts";
import "../../styles/proposal.css";

export { action } from "./proposal-action.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Förslag till nivåer ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const { role } = requireAccess(args, "routes/levels/proposal");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const round = findRound(db, year);
  if (!round) throw notFound(`Omgången ${year} finns inte.`);
  const query = new URL(args.request.url).searchParams;
  const basis = Number(query.get("svar")) || undefined;
  return {
    year,
    isReleased: !mayMoveRound(roundState(round, now()), "decide_levels"),
    view: viewProposal(db, year, { basis }, now()) ?? null,
    isOffice: role === "office",
    saved: query.get("sparat"),
    isDiscarded: query.has("kastat"),
  };
}

/** Trying levels changes nothing that is stored, so nothing needs to be read again. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  if (!formData) return defaultShouldRevalidate;
  // Also after a refused save: the rows nobody touched show what is saved now.
  return formData.get("intent") !== "preview";
}

function savedText(saved: string): string {
  if (saved === "0") return "Inget var ändrat, så inget nytt är sparat.";
  return saved === "1" ? "En rad är sparad." : `${saved} rader är sparade.`;
}

export default function ProposalRoute() {
  const { year, isReleased, view, isOffice, saved, isDiscarded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` }];
  if (!view) {
    return (
      <Page title={`Förslag till nivåer ${year}`} crumbs={crumbs} narrow>
        {isDiscarded && <Notice kind="saved">Förslaget är kastat.</Notice>}
        <ProposalStart year={year} isReleased={isReleased} mayStart={isOffice} errors={answer?.errors} />
      </Page>
    );
  }
  return (
    <Page
      title={`Förslag till nivåer ${year}`}
      lead={`Förslag ${view.number}. Sparat ${momentText(view.savedAt)}${view.savedByName ? ` av ${view.savedByName}` : ""}. Det syns bara för kansliet och chefsgruppen.`}
      crumbs={crumbs}
      actions={
        <>
          <a className="ds-button" data-variant="secondary" href={`/lagstanivaer/${year}/underlag.docx`}>
            Hämta som Word
          </a>
          <Link className="ds-button" data-variant="secondary" to={`/lagstanivaer/${year}/mote`}>
            Visa på mötet
          </Link>
        </>
      }
    >
      {saved !== null && !answer && <Notice kind="saved">{savedText(saved)}</Notice>}
      {isReleased && (
        <Notice kind="info">Omgångens resultat är släppt. Förslaget kan inte ändras eller beslutas längre.</Notice>
      )}
      <ProposalForm
        key={`${view.number} ${view.revision}`}
        view={view}
        answer={answer ?? null}
        readOnly={!isOffice || isReleased}
      />
    </Page>
  );
}
