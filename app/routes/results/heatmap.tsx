import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { CapabilityShares } from "#components/capability-shares.tsx";
import { Heatmap } from "#components/heatmap.tsx";
import { HeatmapFilters } from "#components/heatmap-filters.tsx";
import { HeatmapLegend } from "#components/heatmap-legend.tsx";
import { OtherYears } from "#components/other-years.tsx";
import { Page } from "#components/page.tsx";
import { PriorityList } from "#components/priority-list.tsx";
import { ResultState } from "#components/result-state.tsx";
import { listRounds } from "#db/queries/rounds.ts";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { categoryName, listText } from "#text/results.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/results/heatmap");
  const year = yearParam(params.year);
  const search = new URL(request.url).searchParams;
  const view = viewHeatmap(context.db, { year, search }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  const years = listRounds(context.db).flatMap((round) => (round.openedAt === null ? [] : [round.year]));
  return { ...view, years };
}

type View = ReturnType<typeof loader>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Regionen ${data?.year} – Förmågekollen` }];

function leadOf({ actorCount, submittedCount, latestDecision }: View): string {
  const submitted = `${submittedCount} av ${actorCount} aktörer har lämnat in.`;
  if (!latestDecision) return submitted;
  return `${submitted} Lägstanivå enligt beslut ${latestDecision.sequence}, ${dayText(latestDecision.decidedOn)}.`;
}

function listedText({ kategori, ordning, delformaga }: View["fields"]): string {
  const who = kategori === "" ? "Alla" : categoryName(kategori);
  if (ordning === "brist" && delformaga) return `${who}, efter brist i ${delformaga}`;
  if (ordning === "niva" && delformaga) return `${who}, efter nivå i ${delformaga}`;
  return `${who}, efter namn`;
}

function Downloads({ year }: { year: number }) {
  return (
    <>
      <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/oversikt`}>
        Översikt på en sida
      </Link>
      <Link className="ds-button" data-variant="secondary" reloadDocument to={`/resultat/${year}/regional.csv`}>
        Hämta per delförmåga (CSV)
      </Link>
      <Link className="ds-button" reloadDocument to={`/resultat/${year}/celler.csv`}>
        Hämta alla svar (CSV)
      </Link>
    </>
  );
}

/** How the columns' feet are to be read. */
function HeatmapNote({ view: { year, withoutMinimum, latestDecision, fields } }: { view: View }) {
  return (
    <p className="note heat-note">
      {fields.kategori && `Raderna under kolumnerna gäller kategorin ${categoryName(fields.kategori).toLowerCase()}. `}
      Andelen räknas på de aktörer som svarat och har en lägstanivå. Den som svarat att förmågan inte kan bedömas når
      den inte. Under andelen står vad den blir om allt okänt inte når, respektive når.{" "}
      {latestDecision && withoutMinimum.length > 0 && (
        <>
          Ingen lägstanivå gäller för {listText(withoutMinimum)}: där visas nivåer men ingen andel.{" "}
          <Link to={`/lagstanivaer/${year}`}>Till lägstanivåerna</Link>
        </>
      )}
    </p>
  );
}

function Summaries({ view, codeHref }: { view: View; codeHref: (code: string) => string }) {
  return (
    <div className="two">
      <section>
        <h2>Här faller flest under lägstanivån{view.fields.kategori && " i hela regionen"}</h2>
        {view.priority.length > 0 ? (
          <PriorityList items={view.priority} href={codeHref} />
        ) : (
          <p className="empty">
            {view.submittedCount === 0 || !view.latestDecision
              ? "Här visas bristerna när det finns både svar och lägstanivåer."
              : "Ingen aktör som svarat ligger under någon lägstanivå."}
          </p>
        )}
      </section>
      <section>
        <h2>Grundförmågorna i hela regionen</h2>
        <CapabilityShares rows={view.capabilities} />
      </section>
    </div>
  );
}

export default function HeatmapRoute() {
  const view = useLoaderData<typeof loader>();
  const base = useHref(`/resultat/${view.year}`);
  const codeHref = (code: string) => {
    const search = new URLSearchParams({ ordning: "brist", delformaga: code });
    if (view.fields.kategori) search.set("kategori", view.fields.kategori);
    return `${base}?${search}`;
  };
  const title = `Regionen ${view.year}`;
  if (view.actorCount === 0) {
    return (
      <Page title={title}>
        <ResultState view={view} />
      </Page>
    );
  }
  return (
    <Page title={title} lead={leadOf(view)} actions={<Downloads year={view.year} />}>
      <ResultState view={view} />
      <HeatmapFilters view={view} />
      <HeatmapLegend />
      <Heatmap
        heatmap={view.heatmap}
        caption={`Aktörernas nivåer ${view.year} och bristen mot lägstanivån, per delförmåga`}
        listed={listedText(view.fields)}
        actorHref={(actor) => `${base}/aktor/${actor}`}
        cellHref={(actor, code) => `${base}/aktor/${actor}/${code}${view.search}`}
        codeHref={codeHref}
      />
      <HeatmapNote view={view} />
      <Summaries view={view} codeHref={codeHref} />
      <OtherYears years={view.years} year={view.year} href={(other) => `/resultat/${other}`} />
    </Page>
  );
}
