import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { CellAnswer } from "#components/cell-answer.tsx";
import { CellFacts } from "#components/cell-facts.tsx";
import { CellIndicators } from "#components/cell-indicators.tsx";
import { CellYears } from "#components/cell-years.tsx";
import { MeasureTexts } from "#components/measures/measure-list.tsx";
import { Page } from "#components/page.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { momentText } from "#text/dates.ts";
import { readHeatmapSearch } from "#usecases/heatmap-query.ts";
import { viewCell } from "#usecases/view-cell.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { role } = requireActorAccess(args, "routes/results/cell", params.actor);
  const year = yearParam(params.year);
  const { actor: actorId = "", code = "" } = params;
  const view = viewCell(context.db, { year, actorId, code }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} har ingen delförmåga ${code} för den aktören.`);
  const seesRegion = role === "office" || role === "chief_group";
  return {
    ...view,
    // The heatmap's cell has the end of this page's own address as its name: the way back leads to it.
    back: seesRegion
      ? `/resultat/${year}${readHeatmapSearch(new URL(request.url).searchParams)}#${actorId}/${code}`
      : null,
    versions:
      role === "chief_group" || view.directed.length === 0 ? null : `/skattning/${year}/${actorId}/${code}/historik`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sub.code ?? ""} ${data?.actor.shortName ?? ""} ${data?.year ?? ""} – Förmågekollen` },
];

export default function CellRoute() {
  const view = useLoaderData<typeof loader>();
  const { year, actor, sub, back, submission, content } = view;
  const crumbs = [{ to: `/resultat/${year}/aktor/${actor.id}`, label: `${actor.name} ${year}` }];
  if (back) crumbs.unshift({ to: back, label: `Regionen ${year}` });
  const by = submission?.submittedByName ? ` av ${submission.submittedByName}` : "";
  const lead = submission
    ? `${actor.name}. Svaret som räknas: inlämning ${submission.number}, ${momentText(submission.submittedAt)}${by}.`
    : `${actor.name} har inte lämnat in, så inget svar räknas.`;
  return (
    <Page
      title={
        <>
          <span className="codeh">{sub.code}</span> {sub.name}
        </>
      }
      lead={lead}
      crumbs={crumbs}
      narrow
    >
      <CellFacts view={view} />
      {content && <CellAnswer content={content} linked={view.linked} />}
      {view.measures.length > 0 && (
        <section>
          <h2>Åtgärder</h2>
          <MeasureTexts measures={view.measures} year={year} />
        </section>
      )}
      {content && <CellIndicators sub={sub} directed={view.directed} content={content} />}
      {submission && !content && view.cell.status === "missing" && (
        <p className="empty">Inlämningen har inget svar på den här delförmågan.</p>
      )}
      <CellYears years={view.earlierYears} actorId={actor.id} versions={view.versions} />
    </Page>
  );
}
