import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { LoopTable } from "#components/loop/loop-table.tsx";
import { Page } from "#components/page.tsx";
import { PrintButton } from "#components/print-button.tsx";
import { ResultState } from "#components/result-state.tsx";
import { WaitingForRelease } from "#components/waiting-for-release.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { loopTexts } from "#text/loop.ts";
import { type LoopView, viewLoop } from "#usecases/view-loop.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { role } = requireAccess(args, "routes/results/loop");
  const year = yearParam(params.year);
  const isCouncil = role === "council";
  const view = viewLoop(context.db, { year, isCouncil }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return { view, isCouncil };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Uppföljning ${data?.view.year ?? ""} – Förmågekollen` },
];

function Rows({ view: { rows, since, year }, isCouncil }: { view: LoopView; isCouncil: boolean }) {
  if (since === null) return <p className="empty">Det finns inget tidigare släppt år att följa upp.</p>;
  if (rows.length === 0)
    return (
      <p className="empty">
        Ingen aktivitet i en antagen verksamhetsplan och ingen åtgärd bygger på {since}, så det finns inget att följa
        upp.
      </p>
    );
  return rows.map((row) => (
    <section key={row.code} id={row.code} className="loop-row">
      <h2>
        <span className="codeh">{row.code}</span>{" "}
        {isCouncil ? row.name : <Link to={`/resultat/${year}/delformaga/${row.code}`}>{row.name}</Link>}
      </h2>
      <LoopTable row={row} since={since} year={year} />
    </section>
  ));
}

export default function LoopRoute() {
  const { view, isCouncil } = useLoaderData<typeof loader>();
  const title = `Uppföljning ${view.year}`;
  if ("waits" in view)
    return <WaitingForRelease title={title} year={view.year} released={view.releasedYear} page="uppfoljning" />;
  const { year, since, ended } = view;
  const back = isCouncil
    ? { to: `/resultat/${year}/regionen`, label: `Hela regionen ${year}` }
    : { to: `/resultat/${year}`, label: `Regionen ${year}` };
  return (
    <Page
      title={title}
      lead={
        since === null
          ? undefined
          : `Vad som planerades efter ${since}, och hur nivåerna står ${year} hos dem som det gällde och hos de andra.`
      }
      crumbs={[back]}
      actions={<PrintButton label="Skriv ut" />}
    >
      {!isCouncil && <ResultState view={view} />}
      {view.rows.length > 0 && (
        <p className="verdict">
          {loopTexts.noCause} {isCouncil ? loopTexts.council : loopTexts.bothYears}{" "}
          {view.state === "released" && loopTexts.asReleased}
        </p>
      )}
      <Rows view={view} isCouncil={isCouncil} />
      {ended.length > 0 && (
        <section>
          <h2>Delförmågor som inte finns kvar</h2>
          <ul>
            {ended.map(({ year: of, number, what, codes }) => (
              <li key={`${of} ${number}`}>
                {codes.join(", ")}: <span className="typed">{what}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
