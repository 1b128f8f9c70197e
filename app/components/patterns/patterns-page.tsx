import { Link } from "@remix-run/react";
import { causes } from "#domain/answer.ts";
import type { Patterns } from "#domain/pattern.ts";
import type { RoundState } from "#domain/round.ts";
import { dayText } from "#text/dates.ts";
import { patternsText } from "#text/patterns.ts";
import { categoryName, causesText } from "#text/results.ts";
import { Page } from "../page.tsx";
import { PrintButton } from "../print-button.tsx";
import { ResultState } from "../result-state.tsx";
import { ResultTitle } from "../result-title.tsx";
import { CategorySection } from "./category-section.tsx";
import type { Names } from "./names-line.tsx";
import { PatternFilters, type PatternFiltersProps } from "./pattern-filters.tsx";
import { CauseSection, DoubtfulSection, GapSection, PairSection } from "./pattern-sections.tsx";

type View = PatternFiltersProps["view"] & {
  year: number;
  state: RoundState;
  closingDay: string;
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
  patterns: Patterns;
  pairCount: number;
  names: Names;
};

function leadOf({ submittedCount, actorCount, day }: View): string {
  return `Vad flera aktörer har gemensamt: underlag för gemensamma insatser. ${submittedCount} av ${actorCount} aktörer har lämnat in. Läget ${dayText(day)}.`;
}

/** Whom and what the lists are about where something is chosen: said also on paper, where the form is not. */
function Chosen({ view: { fields, capabilities, causeWords, year } }: { view: View }) {
  const chosen = capabilities.find(({ number }) => String(number) === fields.grundformaga);
  const cause = causes.find((each) => causeWords[each] === fields.orsak);
  const parts = [
    fields.kategori && `kategorin ${categoryName(fields.kategori).toLowerCase()}`,
    chosen && `grundförmåga ${chosen.number} ${chosen.name}`,
    cause && `orsaken ${causesText([cause])} (övriga mönster visas inte)`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="note">
      Urval: {parts.join(", ")}.{" "}
      <Link to={`/resultat/${year}/monster`} className="screen-only">
        Visa alla mönster
      </Link>
    </p>
  );
}

/** What several actors have in common: the foremost of each kind first, to be read in a minute. */
export function PatternsPage({ view }: { view: View }) {
  const { year, state, patterns, names, fields, actorCount, submittedCount } = view;
  const title = <ResultTitle title={`Mönster ${year}`} state={state} />;
  const crumbs = [{ to: `/resultat/${year}`, label: `Regionen ${year}` }];
  if (actorCount === 0 || submittedCount === 0) {
    return (
      <Page title={title} crumbs={crumbs}>
        <ResultState view={view} />
      </Page>
    );
  }
  const section = { patterns, names, year };
  // With a cause chosen nothing else is shown, and nothing else told.
  const says = patternsText(fields.orsak === "" ? patterns : { causes: patterns.causes, sharedGaps: [] });
  return (
    <Page title={title} lead={leadOf(view)} crumbs={crumbs} actions={<PrintButton label="Skriv ut" />}>
      <ResultState view={view} />
      <PatternFilters view={view} />
      <Chosen view={view} />
      {says && <p className="verdict">{says}</p>}
      <div className="patterns">
        <CauseSection {...section} />
        {fields.orsak === "" && (
          <>
            <GapSection {...section} />
            <PairSection {...section} pairCount={view.pairCount} />
            <DoubtfulSection {...section} />
            <CategorySection differences={patterns.categories} names={names} year={year} />
          </>
        )}
      </div>
    </Page>
  );
}
