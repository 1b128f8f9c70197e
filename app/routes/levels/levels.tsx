import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { LevelScale } from "#components/definition/level-scale.tsx";
import { DecisionContent } from "#components/levels/decision-content.tsx";
import { DecisionList } from "#components/levels/decision-list.tsx";
import { LevelLinks } from "#components/levels/level-links.tsx";
import { LevelTable } from "#components/levels/level-table.tsx";
import { OwnLevels } from "#components/levels/own-levels.tsx";
import { Notice } from "#components/notice.tsx";
import { OtherYears } from "#components/other-years.tsx";
import { Page } from "#components/page.tsx";
import { findOpenProposal } from "#db/queries/proposals.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { accessTo } from "#domain/access.ts";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { viewLevels } from "#usecases/view-levels.ts";
import "../../styles/proposal.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Lägstanivåer ${params.year} – Förmågekollen` }];

export function loader(args: LoaderFunctionArgs) {
  const reader = requireAccess(args, "routes/levels/levels");
  const { db, now } = args.context;
  const levels = viewLevels(db, yearParam(args.params.year), { reader, now: now() });
  if (!levels) throw notFound(`Omgången ${args.params.year ?? ""} finns inte.`);
  const query = new URL(args.request.url).searchParams;
  const shown = levels.decisions.find(({ sequence }) => String(sequence) === query.get("beslut")) ?? null;
  const years = listRounds(db).map(({ year }) => year);
  const seesProposal = accessTo("routes/levels/proposal", reader.role, "read") === "allowed";
  const hasProposal = seesProposal && findOpenProposal(db, levels.year) !== undefined;
  return {
    seesProposal,
    hasProposal,
    levels,
    shown,
    isNew: shown !== null && query.get("nu") === "registrerat",
    years,
  };
}

type Data = ReturnType<typeof loader>;

function leadOf({ decisions }: Data["levels"]): string {
  const [latest] = decisions;
  if (!latest) return "Regionala chefsgruppen har inte beslutat några nivåer ännu.";
  return `Regionala chefsgruppens beslut. Det senaste är beslut ${latest.sequence}, ${dayText(latest.decidedOn)}.`;
}

export default function Levels() {
  const { levels, shown, isNew, years, seesProposal, hasProposal } = useLoaderData<typeof loader>();
  const { year, mayDecide, state, decisions, own, scale } = levels;
  const names = new Map(levels.capabilities.flatMap(({ rows }) => rows.map(({ code, name }) => [code, name])));
  return (
    <Page
      title={`Lägstanivåer och ambitionsnivåer ${year}`}
      lead={leadOf(levels)}
      actions={
        mayDecide && (
          <Link className="ds-button" to={`/lagstanivaer/${year}/beslut`}>
            Registrera beslut
          </Link>
        )
      }
    >
      {isNew && shown && <Notice kind="saved">Beslut {shown.sequence} är registrerat.</Notice>}
      {shown && <DecisionContent year={year} decision={shown} names={names} />}
      {state === "released" && <p className="note">Resultatet är släppt. Nivåerna kan inte ändras längre.</p>}
      <LevelLinks
        year={year}
        seesProposal={seesProposal}
        hasProposal={hasProposal}
        hasDecisions={decisions.length > 0}
      />
      {own && decisions.length > 0 && <OwnLevels year={year} name={own.name} capabilities={levels.capabilities} />}
      {own && decisions.length > 0 && <h2>Nivåerna per grupp</h2>}
      {(levels.groups.length > 0 || decisions.length > 0) && <LevelTable levels={levels} />}
      <details className="scale-details">
        <summary>Vad nivåerna betyder</summary>
        <LevelScale levels={scale} />
      </details>
      {decisions.length > 0 && <DecisionList year={year} decisions={decisions} />}
      <OtherYears years={years} year={year} href={(other) => `/lagstanivaer/${other}`} />
    </Page>
  );
}
