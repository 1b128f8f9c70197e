import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useHref, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { ActorFacts } from "#components/actor-facts.tsx";
import { ActorProfileSection } from "#components/actor-profile/profile-section.tsx";
import { YearTable } from "#components/actor-profile/year-table.tsx";
import { MeasureTable } from "#components/measures/measure-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ResultTable } from "#components/result-table.tsx";
import { SinceLine } from "#components/since-line.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { chartSource } from "#text/charts.ts";
import { dayText } from "#text/dates.ts";
import { standingSentence } from "#text/report.ts";
import { percentText } from "#text/results.ts";
import { viewActorResult } from "#usecases/view-actor-result.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { role } = requireActorAccess(args, "routes/results/actor", params.actor);
  const year = yearParam(params.year);
  const seesRegion = role === "office" || role === "chief_group";
  const asked = { year, actorId: params.actor ?? "", withProfile: seesRegion };
  const result = viewActorResult(context.db, asked, { now: context.now() });
  if (!result) throw notFound(`Aktören finns inte i omgången ${year}, eller så har omgången inte öppnat.`);
  return { ...result, seesRegion, seesSurvey: role !== "chief_group" };
}

type View = ReturnType<typeof loader>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.actor.name ?? "Resultat"} ${data?.year ?? ""} – Förmågekollen` },
];

function State({ view }: { view: View }) {
  const { year, state, submittedAt, hasDecisions, actor, closingDay } = view;
  return (
    <>
      {state === "open" && (
        <Notice kind="info">
          <p>Omgången pågår till och med {dayText(closingDay)}: resultatet kan ändras.</p>
        </Notice>
      )}
      {submittedAt === null && (
        <Notice kind="warning">
          <p>
            {actor.name} har inte lämnat in för {year}, så inget svar räknas.{" "}
            {view.seesSurvey && <Link to={`/skattning/${year}/${actor.id}`}>Till självskattningen</Link>}
          </p>
        </Notice>
      )}
      {!hasDecisions && (
        <Notice kind="warning">
          <p>Inga lägstanivåer är beslutade för {year}, så inga brister kan visas. Chefsgruppen beslutar om dem.</p>
        </Notice>
      )}
    </>
  );
}

function Shortcomings({ view, href }: { view: View; href: (code: string) => string }) {
  const { shortcomings, submittedAt } = view;
  if (submittedAt === null) return null;
  return (
    <section>
      <h2>Brister och det som inte är känt</h2>
      {shortcomings.length > 0 ? (
        <ResultTable
          caption="Störst brist först, sedan det som inte kan bedömas"
          rows={shortcomings}
          href={href}
          since={view.since?.year ?? null}
          submittedAt={submittedAt}
        />
      ) : (
        <p className="empty">Ingen delförmåga ligger under sin lägstanivå, och alla är bedömda.</p>
      )}
    </section>
  );
}

export default function ActorRoute() {
  const view = useLoaderData<typeof loader>();
  const { year, actor, submittedAt, capabilities } = view;
  const to = `/resultat/${year}/aktor/${actor.id}`;
  const base = useHref(to);
  const href = (code: string) => `${base}/${code}`;
  const crumbs = view.seesRegion ? [{ to: `/resultat/${year}`, label: `Regionen ${year}` }] : [];
  return (
    <Page
      title={`${actor.name} ${year}`}
      lead={standingSentence(view)}
      crumbs={crumbs}
      actions={
        <Link className="ds-button" data-variant="secondary" to={`${to}/rapport`}>
          Rapport att skriva ut
        </Link>
      }
    >
      <State view={view} />
      <ActorFacts total={view.total} />
      {view.since && <SinceLine since={view.since} />}
      {view.profile && view.facts && submittedAt !== null && (
        <ActorProfileSection
          profile={view.profile}
          actor={actor}
          year={year}
          source={chartSource({ ...view.facts, isRunning: view.state === "open" })}
        />
      )}
      <Shortcomings view={view} href={href} />
      {submittedAt !== null && (
        <section>
          <h2>Åtgärder</h2>
          <MeasureTable measures={view.measures} year={year} />
        </section>
      )}
      <section>
        <h2>Alla delförmågor</h2>
        {view.profile && <YearTable profile={view.profile} year={year} href={(code) => `${to}/${code}`} />}
        {(view.profile ? [] : capabilities).map(({ number, name, rows, summary }) => (
          <ResultTable
            key={number}
            caption={
              <>
                {number} {name}{" "}
                {submittedAt !== null && (
                  <span className="caption-note">
                    {percentText(summary.shareMeeting)} når lägstanivån · {summary.answered} av {summary.applicable}{" "}
                    besvarade
                  </span>
                )}
              </>
            }
            rows={rows}
            href={href}
            since={view.since?.year ?? null}
            submittedAt={submittedAt}
          />
        ))}
      </section>
    </Page>
  );
}
