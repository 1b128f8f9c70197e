import { Link } from "@remix-run/react";
import type { CapabilityPoint, Reach, ShareChange } from "#domain/overview.ts";
import type { RoundState } from "#domain/round.ts";
import { chartSource } from "#text/charts.ts";
import { dayText } from "#text/dates.ts";
import { sinceText, subsText } from "#text/overview.ts";
import { Page } from "../page.tsx";
import { PrintButton } from "../print-button.tsx";
import { type PriorityItem, PriorityList } from "../priority-list.tsx";
import { ResultState } from "../result-state.tsx";
import { ResultTitle } from "../result-title.tsx";
import { CapabilityRadar } from "./capability-radar.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { ShareChanges } from "./share-changes.tsx";

type View = {
  year: number;
  state: RoundState;
  closingDay: string;
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
  coverage: { answered: number; applicable: number };
  reach: Record<Reach, number> & { unjudged: number; withheld: number };
  priority: (PriorityItem & { change: ShareChange | null })[];
  capabilities: CapabilityPoint[];
  since: { year: number; changes: (ShareChange & { name: string })[] } | null;
};
type OverviewPageProps = { view: View; isCouncil: boolean; codeHref: ((code: string) => string) | null };

function leadOf({ latestDecision, day }: View): string {
  const against = latestDecision
    ? `Självskattning mot lägstanivåerna i beslut ${latestDecision.sequence}, ${dayText(latestDecision.decidedOn)}.`
    : "Aktörernas självskattning.";
  return `${against} Läget ${dayText(day)}.`;
}

function LeftOut({ reach: { unjudged, withheld } }: Pick<View, "reach">) {
  if (unjudged + withheld === 0) return null;
  return (
    <p className="note left-out">
      {unjudged > 0 && `${subsText(unjudged)} räknas inte: svar eller lägstanivå saknas. `}
      {withheld > 0 && `${subsText(withheld)} visas inte: färre än fem aktörer står bakom.`}
    </p>
  );
}

function Pressing({ view, codeHref }: { view: View; codeHref: OverviewPageProps["codeHref"] }) {
  const { priority, since, submittedCount, latestDecision, reach } = view;
  const items = priority.map((item) => ({
    ...item,
    since: since && item.change ? sinceText(item.change, since.year) : "",
  }));
  const why =
    submittedCount === 0 || !latestDecision
      ? "Här visas bristerna när det finns både svar och lägstanivåer."
      : reach.withheld > 0
        ? "Inget som får visas ligger under lägstanivån."
        : "Ingen aktör som svarat ligger under någon lägstanivå.";
  return (
    <section>
      <h2>Här faller flest under lägstanivån</h2>
      {items.length > 0 ? <PriorityList items={items} href={codeHref} /> : <p className="empty">{why}</p>}
    </section>
  );
}

function Changes({ view: { since, year, state } }: { view: View }) {
  if (!since) {
    return (
      <p className="empty">
        Det finns inget tidigare släppt resultat att jämföra med. När {year} är släppt jämförs nästa år med det.
      </p>
    );
  }
  return (
    <>
      <p className="note">
        Andel aktörer som når lägstanivån {since.year} → {year}.
        {state !== "released" && ` ${year} räknas på dem som hunnit lämna in.`}
      </p>
      <ShareChanges changes={since.changes} />
    </>
  );
}

/** The region on one page, which prints on one A4. */
export function OverviewPage({ view, isCouncil, codeHref }: OverviewPageProps) {
  const { year, state, capabilities, since, actorCount } = view;
  const title = <ResultTitle title={`Regionens förmåga ${year}`} state={state} />;
  const back = isCouncil
    ? { to: `/resultat/${year}/regionen`, label: `Hela regionen ${year}` }
    : { to: `/resultat/${year}`, label: `Regionen ${year}` };
  if (actorCount === 0) {
    return (
      <Page title={title} crumbs={[back]}>
        <ResultState view={view} />
      </Page>
    );
  }
  return (
    <Page
      title={title}
      lead={leadOf(view)}
      crumbs={[back]}
      actions={
        <>
          <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/utveckling`}>
            Utveckling över åren
          </Link>
          <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/uppfoljning`}>
            Uppföljning av planen
          </Link>
          {!isCouncil && (
            <Link className="ds-button" data-variant="secondary" to={`/resultat/${year}/monster`}>
              Mönster och vilka kan hjälpa
            </Link>
          )}
          <PrintButton label="Skriv ut en sida" />
        </>
      }
    >
      <div className="overview">
        <ResultState view={view} />
        <OverviewFacts {...view} since={state === "open" ? null : since} />
        <LeftOut reach={view.reach} />
        <div className="two">
          <Pressing view={view} codeHref={codeHref} />
          <section>
            <h2>Grundförmågorna</h2>
            <CapabilityRadar
              points={capabilities}
              year={year}
              sinceYear={since?.year ?? null}
              source={chartSource({ ...view, isRunning: state === "open" })}
            />
          </section>
        </div>
        <section className="overview-changes">
          <h2>{since ? `Sedan ${since.year}` : "Sedan förra året"}</h2>
          <Changes view={view} />
        </section>
        {isCouncil && (
          <p className="note">
            En andel visas bara när den vilar på minst fem aktörer, så att ingen enskild aktörs svar kan utläsas.{" "}
            <Link to={`/resultat/${year}/regionen`}>Hela regionen {year}</Link>, delförmåga för delförmåga.
          </p>
        )}
      </div>
    </Page>
  );
}
