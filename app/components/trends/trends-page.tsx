import { Form, Link } from "@remix-run/react";
import type { RoundState } from "#domain/round.ts";
import type { Trend } from "#domain/trend.ts";
import type { TrendCell } from "#domain/trend-row.ts";
import { chartSource } from "#text/charts.ts";
import { dayText } from "#text/dates.ts";
import { Notice } from "../notice.tsx";
import { Page } from "../page.tsx";
import { PrintButton } from "../print-button.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { TrendRowNotes, TrendRows } from "./trend-rows.tsx";

type Row = { code: string; name: string; cells: TrendCell[] };
type View = {
  year: number;
  state: RoundState;
  day: string;
  actorCount: number;
  submittedCount: number;
  years: number[];
  releasedYear: number | null;
  shown: Trend;
  isUnknown: boolean;
  whole: Row;
  capabilities: (Row & { subs: Row[] })[];
  retired: { code: string; name: string; reason: string }[];
};

function hrefFor(year: number) {
  return (code: string) =>
    `/resultat/${year}/utveckling${code === "" ? "" : `?${new URLSearchParams({ visa: code })}`}`;
}

function titleOf({ code, name }: Trend): string {
  return code === "" ? "Hela regionen" : `${code} ${name}`;
}

/** What to show: the whole, a base capability or a sub-capability. A GET: the address says it. */
function ShownForm({ view: { year, shown, capabilities } }: { view: View }) {
  return (
    <Form key={shown.code} method="get" action={`/resultat/${year}/utveckling`} className="filters">
      <label>
        Visa
        <select className="ds-input" name="visa" defaultValue={shown.code}>
          <option value="">Hela regionen</option>
          {capabilities.map(({ code, name, subs }) => (
            <optgroup key={code} label={`${code} ${name}`}>
              <option value={code}>Hela grundförmåga {code}</option>
              {subs.map((sub) => (
                <option key={sub.code} value={sub.code}>
                  {sub.code} {sub.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button className="ds-button" data-variant="secondary" type="submit">
        Visa
      </button>
    </Form>
  );
}

function Running({ view: { year, state, releasedYear, submittedCount, actorCount } }: { view: View }) {
  if (state === "released") return null;
  return (
    <Notice kind="info">
      <p>
        Omgången {year} är inte släppt: {submittedCount} av {actorCount} aktörer har lämnat in, och talen kan ändras.
        Den matchade panelen är bara de som hunnit.{" "}
        {releasedYear !== null && (
          <Link className="screen-only" to={`/resultat/${releasedYear}/utveckling`}>
            Utvecklingen till {releasedYear}
          </Link>
        )}
      </p>
    </Notice>
  );
}

/** What is to be known to read the numbers. */
function Reading({ view, isCouncil }: { view: View; isCouncil: boolean }) {
  const isMany = view.shown.segments.at(-1)?.code === null;
  return (
    <p className="note">
      {isMany
        ? "Andelen bedömningar som når lägstanivån, av dem som har ett svar och en lägstanivå."
        : "Andelen aktörer som når lägstanivån, av dem som svarat och har en lägstanivå."}{" "}
      Spannet visar andelen om allt som saknas eller inte kan bedömas inte når den, respektive når den. Den matchade
      panelen är de aktörer som har svarat {isMany && "på samma delförmåga "}alla år: skiljer den sig från alla aktörer
      beror det på vilka som har svarat.
      {isCouncil &&
        " Ett tal visas inte när färre än fem aktörer står bakom det, eller bakom skillnaden mot ett annat tal som visas."}
    </p>
  );
}

/** The region's trends up to a year: one in full, and all in numbers. */
export function TrendsPage({ view, isCouncil }: { view: View; isCouncil: boolean }) {
  const { year, day, years, shown, isUnknown, whole, capabilities, retired, state } = view;
  const title = titleOf(shown);
  const source = chartSource({ ...view, isRunning: state !== "released" });
  const href = hrefFor(year);
  return (
    <div className="trends">
      <Page
        title={`Utvecklingen till ${year}`}
        lead={`Andel som når lägstanivån, år för år. Läget ${dayText(day)}.`}
        crumbs={[{ to: `/resultat/${year}/oversikt`, label: `Regionens förmåga ${year}` }]}
        actions={<PrintButton label="Skriv ut" />}
      >
        {isUnknown && (
          <Notice kind="warning">
            <p>Delförmågan finns inte i omgångens definition. Hela regionen visas.</p>
          </Notice>
        )}
        <Running view={view} />
        <ShownForm view={view} />
        <section aria-labelledby="visad">
          <h2 id="visad">{title}</h2>
          <TrendChart trend={shown} years={years} title={`${title}: andel som når lägstanivån`} source={source} />
          {!isCouncil && shown.code.includes(":") && (
            <p>
              <Link to={`/resultat/${year}/delformaga/${shown.code}`}>
                Allt om {shown.code} {year}
              </Link>
            </p>
          )}
          <Reading view={view} isCouncil={isCouncil} />
        </section>
        <section className="trends-all" aria-labelledby="alla">
          <h2 id="alla">Alla delförmågor</h2>
          <TrendRows years={years} whole={whole} capabilities={capabilities} shown={shown.code} href={href} />
          <TrendRowNotes rows={[whole, ...capabilities, ...capabilities.flatMap(({ subs }) => subs)]} />
        </section>
        {retired.length > 0 && (
          <section>
            <h2>Finns inte kvar</h2>
            <ul>
              {retired.map(({ code, name, reason }) => (
                <li key={code}>
                  <span className="code">{code}</span> {name}
                  <p className="note">{reason}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Page>
    </div>
  );
}
