import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { ownActors } from "#auth/own-actors.ts";
import { requireActorAccess } from "#auth/require-access.ts";
import { MeasureTable } from "#components/measures/measure-table.tsx";
import { Notice } from "#components/notice.tsx";
import { OthersTable } from "#components/others-table.tsx";
import { Page } from "#components/page.tsx";
import { ReportChangeReasons, ReportShortcomings, ReportTable } from "#components/report-tables.tsx";
import { SinceLine } from "#components/since-line.tsx";
import { stockholmDay } from "#domain/day.ts";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { onBehalfText } from "#text/on-behalf.ts";
import { reportSentence, submittedText } from "#text/report.ts";
import { roundStateNames } from "#text/rounds.ts";
import { reportMark } from "#text/secrecy.ts";
import { viewActorReport } from "#usecases/view-actor-report.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { personId } = requireActorAccess(args, "routes/results/report", params.actor);
  const year = yearParam(params.year);
  const now = context.now();
  const asked = { year, actorId: params.actor ?? "", own: ownActors(context.db, personId, now) };
  const report = viewActorReport(context.db, asked, { now });
  if (!report) throw notFound(`Aktören finns inte i omgången ${year}, eller så har omgången inte öppnat.`);
  return { ...report, today: stockholmDay(now) };
}

type Report = ReturnType<typeof loader>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rapport ${data?.actor.name ?? ""} ${data?.year ?? ""} – Förmågekollen` },
];

/** What the report rests on: when it was submitted, and on whose levels it is judged. */
function Basis({ report }: { report: Report }) {
  const { state, closingDay, inForce, filledInFrom, year, today, definitionVersion } = report;
  const [submitted, approved] = submittedText(report);
  return (
    <dl className="facts-list">
      <dt>Rapportens dag</dt>
      <dd>{dayText(today)}</dd>
      <dt>Inlämnad</dt>
      <dd>{submitted}</dd>
      {approved && <dt>Fastställd</dt>}
      {approved && <dd>{approved}</dd>}
      {filledInFrom.length > 0 && <dt>Ifyllt av</dt>}
      {filledInFrom.map((basis) => (
        <dd key={basis.sequence}>{onBehalfText(basis)}</dd>
      ))}
      <dt>Omgången {year}</dt>
      <dd>
        {state === "open"
          ? `pågår till och med ${dayText(closingDay)}: resultatet kan ändras`
          : roundStateNames[state].toLowerCase()}
      </dd>
      <dt>Förmågorna enligt</dt>
      <dd>version {definitionVersion}</dd>
      <dt>Lägstanivåer enligt</dt>
      <dd>
        {inForce.length === 0
          ? "inget beslut: inga brister kan visas"
          : inForce.map(({ sequence, decidedOn, reference, registryNumber }) => (
              <div key={sequence}>
                Beslut {sequence}, {dayText(decidedOn)}: {reference}
                {registryNumber && `, diarienummer ${registryNumber}`}
              </div>
            ))}
      </dd>
    </dl>
  );
}

function Shortcomings({ report: { shortcomings, reasons, submittedAt, since } }: { report: Report }) {
  if (submittedAt === null) return null;
  return (
    <section>
      <h2>Brister och det som inte är känt</h2>
      {shortcomings.length > 0 ? (
        <>
          <p className="note">Störst brist först, sedan det som inte kan bedömas.</p>
          <ReportShortcomings
            since={since?.year ?? null}
            rows={shortcomings}
            reasons={reasons}
            submittedAt={submittedAt}
          />
        </>
      ) : (
        <p className="empty">Ingen delförmåga ligger under sin lägstanivå, och alla är bedömda.</p>
      )}
    </section>
  );
}

export default function ReportRoute() {
  const report = useLoaderData<typeof loader>();
  const { year, actor, capabilities } = report;
  const rows = capabilities.flatMap((capability) => capability.rows);
  const hasContent = report.submittedAt !== null || report.others !== null;
  // Without a submission and a decision every row would be empty.
  const hasRows = report.submittedAt !== null || report.inForce.length > 0;
  const word = useHref(`/resultat/${year}/aktor/${actor.id}/rapport.docx`);
  const crumbs = [{ to: `/resultat/${year}/aktor/${actor.id}`, label: `${actor.name} ${year}` }];
  return (
    <Page
      title={`Rapport: ${actor.name} ${year}`}
      crumbs={crumbs}
      actions={
        hasContent && (
          <a className="ds-button" data-variant="secondary" href={word}>
            Hämta som Word
          </a>
        )
      }
    >
      <div className="report">
        <p className="lead">
          {reportSentence(
            report,
            rows.map(({ cell }) => cell),
          )}
        </p>
        <Basis report={report} />
        {report.since && <SinceLine since={report.since} />}
        {report.submittedAt !== null && (
          <Notice kind="info">{reportMark} Dela den bara med dem som behöver den.</Notice>
        )}
        <Shortcomings report={report} />
        <ReportChangeReasons rows={rows} reasons={report.changeReasons} />
        {report.submittedAt !== null && (
          <section>
            <h2>Åtgärder</h2>
            <MeasureTable measures={report.measures} year={year} />
          </section>
        )}
        {hasRows && (
          <section>
            <h2>{report.submittedAt === null ? "Nivåer som gäller" : "Alla delförmågor"}</h2>
            {capabilities.map(({ number, name, rows: own }) => (
              <ReportTable
                key={number}
                since={report.since?.year ?? null}
                caption={`${number} ${name}`}
                rows={own}
                submittedAt={report.submittedAt}
              />
            ))}
          </section>
        )}
        {report.others && <OthersTable report={report} rows={rows} others={report.others} />}
      </div>
    </Page>
  );
}
