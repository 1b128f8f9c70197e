import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { CapabilityShares } from "#components/capability-shares.tsx";
import { Heatmap } from "#components/heatmap/heatmap.tsx";
import { heatmapChoices } from "#components/heatmap/heatmap-choices.ts";
import { HeatmapLegend } from "#components/heatmap/heatmap-legend.tsx";
import { HeatmapNotes } from "#components/heatmap/heatmap-notes.tsx";
import { ResultLinks } from "#components/heatmap/result-links.tsx";
import { Selection } from "#components/heatmap/selection.tsx";
import { ViewFilters } from "#components/heatmap/view-filters.tsx";
import { OtherYears } from "#components/other-years.tsx";
import { Page } from "#components/page.tsx";
import { PriorityList } from "#components/priority-list.tsx";
import { ResultState } from "#components/result-state.tsx";
import { ResultTitle, resultLead } from "#components/result-title.tsx";
import { yearParam } from "#http/params.ts";
import { overText, selectionText } from "#text/heatmap.ts";
import { categoryName } from "#text/results.ts";
import { aimWord, heatmapSearch, statusWord } from "#usecases/heatmap-query.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";
import { unknownRound } from "./unknown-round.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/results/heatmap");
  const year = yearParam(params.year);
  const search = new URL(request.url).searchParams;
  const view = viewHeatmap(context.db, { year, search }, { now: context.now() });
  if (!view) throw unknownRound(context.db, year);
  const { capabilities, categories, earlierYears, ...shown } = view;
  const known = { capabilities, categories, earlierYears };
  return { ...shown, choices: heatmapChoices(known, view.query, { aimWord, statusWord }) };
}

type View = ReturnType<typeof loader>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Regionen ${data?.year} – Förmågekollen` }];

function listedText({ category, order, column }: View["query"]): string {
  const who = category === null ? "Alla" : categoryName(category);
  if (order === "gap" && column) return `${who}, efter ${column}, det som brister mest först`;
  if (order === "level" && column) return `${who}, efter nivå i ${column}, lägst först`;
  return `${who}, efter namn`;
}

function Actions({ year }: { year: number }) {
  return (
    <>
      <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/oversikt`}>
        Regionens förmåga på en sida
      </Link>
      <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/monster`}>
        Mönster
      </Link>
      <Link className="ds-button" to={`/resultat/${year}/underlag`}>
        Underlag och filer
      </Link>
    </>
  );
}

function Summaries({ view, codeHref }: { view: View; codeHref: (code: string) => string }) {
  const { category, designated, capability } = view.query;
  const isNarrow = category !== null || designated !== null || capability !== null;
  return (
    <div className="two">
      <section>
        <h2>Här faller flest under lägstanivån{isNarrow && " i hela regionen"}</h2>
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
        <CapabilityShares rows={view.shares} />
      </section>
    </div>
  );
}

/** The table, or what to do where no actor matches. */
function Table({ view, base, codeHref }: { view: View; base: string; codeHref: (code: string) => string }) {
  const { heatmap, query, search, year } = view;
  const { order, column, aim } = query;
  if (heatmap.actorsShown === 0) {
    return (
      <p className="empty nothing">
        Ingen aktör stämmer med det du har valt.{" "}
        <span className="screen-only">
          Ändra något av valen ovan, eller <Link to={`/resultat/${year}`}>visa alla aktörer</Link>.
        </span>
      </p>
    );
  }
  return (
    <>
      <HeatmapLegend aim={aim} />
      <Heatmap
        heatmap={heatmap}
        aim={aim}
        year={year}
        listed={listedText(query)}
        over={overText(heatmap.actorsBelow, query)}
        base={base}
        search={search}
        codeHref={codeHref}
        sorted={order === "gap" || order === "level" ? column : null}
      />
      <HeatmapNotes view={view} />
    </>
  );
}

export default function HeatmapRoute() {
  const view = useLoaderData<typeof loader>();
  const { year, query, fields, heatmap } = view;
  const base = useHref(`/resultat/${year}`);
  const codeHref = (code: string) => {
    // Once more on the same column: by level instead. A column of another base capability takes that choice away.
    const ordning = query.column === code && query.order === "gap" ? "niva" : "brist";
    const grundformaga = heatmap.bands.some(({ columns }) => columns.some((each) => each.code === code))
      ? fields.grundformaga
      : "";
    return `${base}${heatmapSearch({ ...fields, grundformaga, ordning, delformaga: code })}`;
  };
  if (view.actorCount === 0) {
    return (
      <Page title={`Regionen ${year}`}>
        <ResultState view={view} />
        <OtherYears years={view.years} year={year} href={(other) => `/resultat/${other}`} />
      </Page>
    );
  }
  return (
    <Page
      title={<ResultTitle title={`Regionen ${year}`} state={view.state} />}
      lead={resultLead(view)}
      actions={<Actions year={year} />}
    >
      <ResultState view={view} />
      <ResultLinks year={year} current="aktorer" />
      <ViewFilters choices={view.choices} fields={fields} errors={view.errors} />
      <Selection text={selectionText(query)} shown={heatmap} fields={fields} base={`/resultat/${year}`} />
      <Table view={view} base={base} codeHref={codeHref} />
      <Summaries view={view} codeHref={(code) => `${base}/delformaga/${code}`} />
      <OtherYears years={view.years} year={year} href={(other) => `/resultat/${other}`} />
    </Page>
  );
}
