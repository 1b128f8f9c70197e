import type { ReactNode } from "react";
import type { HeatmapQuery } from "#domain/heatmap.ts";
import type { RoundState } from "#domain/round.ts";
import type { ShareRow } from "#domain/share-table.ts";
import { breakText } from "#text/changes.ts";
import { selectionText, shareAimName } from "#text/heatmap.ts";
import { newMinimumNote } from "#text/trends.ts";
import { OtherYears } from "../other-years.tsx";
import { Page } from "../page.tsx";
import { ResultState } from "../result-state.tsx";
import { ResultTitle, resultLead } from "../result-title.tsx";
import { ResultLinks } from "./result-links.tsx";
import { Selection } from "./selection.tsx";
import { ShareLegend } from "./share-legend.tsx";
import { type Choice, ViewFilters } from "./view-filters.tsx";

type SharePageProps = {
  view: {
    year: number;
    state: RoundState;
    closingDay: string;
    day: string;
    actorCount: number;
    submittedCount: number;
    latestDecision: { sequence: number; decidedOn: string } | null;
    years: number[];
    query: HeatmapQuery;
    fields: Record<string, string>;
    errors: Record<string, string | undefined>;
    choices: Choice[];
    rows: ShareRow[];
  };
  current: "kategorier" | "ar";
  title: string;
  children: ReactNode;
};

/** Why cells cannot be compared, each reason once. */
function Breaks({ rows, current }: { rows: ShareRow[]; current: SharePageProps["current"] }) {
  const reasons = rows.flatMap(({ key, cells }) =>
    cells.flatMap(({ code, breaks }) =>
      breaks.map((step) => `${code}${current === "ar" ? ` före ${Number(key) + 1}` : ""}: ${breakText(step)}`),
    ),
  );
  if (reasons.length === 0) return null;
  return (
    <>
      <h2>Ej jämförbart</h2>
      <ul className="note">
        {[...new Set(reasons)].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

function isBroken({ foot }: ShareRow["cells"][number]): boolean {
  return foot === null || (foot.of === "changes" && foot.not_comparable > 0);
}

/** No one decision is behind a table of years: each has its own levels. */
function yearsLead(view: SharePageProps["view"]): string {
  const wanted = view.query.aim.by === "ambition" ? "ambitionsnivå" : "lägstanivå";
  return `${resultLead({ ...view, latestDecision: null })} Varje år räknas mot det årets ${wanted}.`;
}

/** The page around a table of categories or years: how far the round has come, what is chosen, how it is read. */
export function SharePage({ view, current, title, children }: SharePageProps) {
  const { year, query, rows } = view;
  const base = `/resultat/${year}/${current}`;
  const crumbs = [{ to: `/resultat/${year}`, label: `Regionen ${year}` }];
  const others = <OtherYears years={view.years} year={year} href={(other) => `/resultat/${other}/${current}`} />;
  if (view.actorCount === 0) {
    return (
      <Page title={title} crumbs={crumbs}>
        <ResultState view={view} />
        {others}
      </Page>
    );
  }
  return (
    <Page
      title={<ResultTitle title={title} state={view.state} />}
      lead={current === "ar" ? yearsLead(view) : resultLead(view)}
      crumbs={crumbs}
    >
      <ResultState view={view} />
      <ResultLinks year={year} current={current} />
      <ViewFilters choices={view.choices} fields={view.fields} errors={view.errors} />
      <Selection text={selectionText(query, shareAimName)} fields={view.fields} base={base} />
      {rows.every(({ actors }) => actors === 0) ? (
        <p className="empty nothing">Ingen aktör stämmer med det du har valt. Ändra något av valen ovan.</p>
      ) : (
        <>
          <ShareLegend
            aim={query.aim}
            wanted={query.aim.by === "ambition" ? "ambitionsnivån" : "lägstanivån"}
            hasBreaks={rows.some(({ cells }) => cells.some(isBroken))}
          />
          {children}
          {rows.some(({ cells }) => cells.some(({ isNewMinimum }) => isNewMinimum)) && (
            <p className="note">{newMinimumNote}</p>
          )}
          <Breaks rows={rows} current={current} />
        </>
      )}
      {others}
    </Page>
  );
}
