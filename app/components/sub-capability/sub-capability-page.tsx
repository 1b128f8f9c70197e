import { Link } from "@remix-run/react";
import type { Cause } from "#domain/answer.ts";
import type { LevelsRow } from "#domain/category-levels.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { EvidenceCount, ProvenClaims } from "#domain/evidence-age.ts";
import type { CellStatus } from "#domain/gap.ts";
import type { IndicatorCount } from "#domain/indicator-count.ts";
import type { RoundState } from "#domain/round.ts";
import type { Summary } from "#domain/summary.ts";
import type { GroupMinimum } from "#domain/target.ts";
import type { Trend } from "#domain/trend.ts";
import { chartSource } from "#text/charts.ts";
import { dayText } from "#text/dates.ts";
import { statusNames } from "#text/results.ts";
import { minimaText, standingText } from "#text/sub-capability.ts";
import { LoopSection } from "../loop/loop-section.tsx";
import type { LoopRowProps } from "../loop/loop-table.tsx";
import { Page } from "../page.tsx";
import { type Names, NamesLine } from "../patterns/names-line.tsx";
import { PrintButton } from "../print-button.tsx";
import { ResultState } from "../result-state.tsx";
import { ResultTitle } from "../result-title.tsx";
import { StackedBar, StackedBarKey } from "../stacked-bar.tsx";
import { TrendChart } from "../trends/trend-chart.tsx";
import { CauseSection } from "./cause-section.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { IndicatorSection } from "./indicator-section.tsx";
import { LevelSection } from "./level-section.tsx";
import { type RegionMeasure, RegionMeasures } from "./region-measures.tsx";

type View = {
  year: number;
  state: RoundState;
  closingDay: string;
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
  sub: { code: string; name: string };
  neighbours: { before: string | null; after: string | null };
  scale: LevelAnchor[];
  summary: Summary;
  minima: GroupMinimum[];
  actors: Record<CellStatus, string[]>;
  levels: LevelsRow[];
  indicators: IndicatorCount[];
  causes: { cause: Cause; actors: string[] }[];
  evidence: EvidenceCount[];
  proven: ProvenClaims;
  evidenceDay: string;
  measures: RegionMeasure[];
  loop: { since: number | null; rows: LoopRowProps[] };
  trend: Trend;
  trendYears: number[];
  names: Names;
};

/** What somebody would call first stands first. */
const listed: CellStatus[] = [
  "below_minimum",
  "unknown",
  "missing",
  "meets_ambition",
  "meets_minimum",
  "no_minimum",
  "not_applicable",
];

function Who({ view: { year, sub, actors, names } }: { view: View }) {
  return (
    <section className="who">
      <h2>Aktörerna</h2>
      {listed.map((status) => (
        <NamesLine
          key={status}
          year={year}
          code={sub.code}
          actors={actors[status]}
          names={names}
          label={`${statusNames[status]} (${actors[status].length}):`}
        />
      ))}
    </section>
  );
}

function Trends({ view: { year, sub, trend, trendYears }, source }: { view: View; source: string }) {
  return (
    <section>
      <h2>Över åren</h2>
      <TrendChart
        trend={trend}
        years={trendYears}
        title={`${sub.code} ${sub.name}: andel som når lägstanivån`}
        source={source}
      />
      <p className="note screen-only">
        <Link to={`/resultat/${year}/utveckling?${new URLSearchParams({ visa: sub.code })}`}>
          Utvecklingen i alla delförmågor
        </Link>
      </p>
    </section>
  );
}

function Neighbours({ view: { year, neighbours } }: { view: View }) {
  const link = (code: string | null, label: string) =>
    code && <Link to={`/resultat/${year}/delformaga/${code}`}>{`${label} ${code}`}</Link>;
  return (
    <nav className="note other-years" aria-label="Andra delförmågor">
      {link(neighbours.before, "Föregående:")} {link(neighbours.after, "Nästa:")}
    </nav>
  );
}

/** One sub-capability over all actors: how it stands, why, and what is done about it. */
export function SubCapabilityPage({ view }: { view: View }) {
  const { year, state, day, sub, summary, actors, names, levels, scale } = view;
  const crumbs = [{ to: `/resultat/${year}`, label: `Regionen ${year}` }];
  const name = (
    <>
      <span className="codeh">{sub.code}</span> {sub.name}
    </>
  );
  const title = <ResultTitle title={name} state={state} />;
  if (view.actorCount === 0) {
    return (
      <Page title={title} crumbs={crumbs}>
        <ResultState view={view} />
      </Page>
    );
  }
  const place = { year, code: sub.code, names };
  const source = chartSource({ ...view, isRunning: state === "open" });
  return (
    <Page
      title={title}
      lead={`Hela regionen ${year}. Läget ${dayText(day)}.`}
      crumbs={crumbs}
      actions={<PrintButton label="Skriv ut" />}
    >
      <ResultState view={view} />
      <p className="verdict">
        {standingText(summary)} {minimaText(view.minima)}
      </p>
      {summary.expected > 0 && (
        <>
          <StackedBar row={summary} />
          <StackedBarKey />
        </>
      )}
      <div className="sub-capability">
        <div className="two">
          <LevelSection
            rows={levels}
            scale={scale}
            title={`${sub.code} ${sub.name}: nivåer per kategori ${year}`}
            source={source}
            fileName={`nivaer-${sub.code.replace(":", "-")}-${year}`}
          />
          <div>
            <CauseSection
              {...place}
              causes={view.causes}
              asked={actors.below_minimum.length + actors.unknown.length}
              answered={summary.answered}
            />
            <Who view={view} />
          </div>
        </div>
        <IndicatorSection indicators={view.indicators} answered={summary.answered} />
        <RegionMeasures {...place} day={day} measures={view.measures} />
        <EvidenceSection
          {...place}
          evidence={view.evidence}
          proven={view.proven}
          scale={scale}
          evidenceDay={view.evidenceDay}
        />
        <LoopSection loop={view.loop} year={year} />
        <Trends view={view} source={source} />
      </div>
      <Neighbours view={view} />
    </Page>
  );
}
