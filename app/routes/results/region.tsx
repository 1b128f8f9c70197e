import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { CommonFunctionsTable } from "#components/common-functions-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { RegionTable } from "#components/region-table.tsx";
import { WaitingForRelease } from "#components/waiting-for-release.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { viewRegion } from "#usecases/view-region.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { role } = requireAccess(args, "routes/results/region");
  const year = yearParam(params.year);
  const isCouncil = role === "council";
  const view = viewRegion(context.db, { year, mustWait: isCouncil }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return { ...view, isCouncil };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Hela regionen ${data?.year ?? ""} – Förmågekollen` },
];

export default function RegionRoute() {
  const { year, state, capabilities, common, isCouncil, releasedYear } = useLoaderData<typeof loader>();
  const crumbs = isCouncil ? [] : [{ to: `/resultat/${year}`, label: `Regionen ${year}` }];
  if (capabilities.length === 0) {
    const title = `Hela regionen ${year}`;
    return <WaitingForRelease title={title} year={year} released={releasedYear} page="regionen" />;
  }
  return (
    <Page
      title={`Hela regionen ${year}`}
      lead="Andelen aktörer som når lägstanivån, av dem som svarat och har en lägstanivå att nå."
      crumbs={crumbs}
      actions={
        <>
          <Link to={`/resultat/${year}/utveckling`}>Utveckling över åren</Link>
          <Link to={`/resultat/${year}/uppfoljning`}>Uppföljning av planen</Link>
          <Link to={`/resultat/${year}/underlag`}>Underlag och filer</Link>
          <Link to={`/resultat/${year}/oversikt`}>Regionens förmåga på en sida</Link>
        </>
      }
    >
      {!isCouncil && state !== "released" && (
        <Notice kind="info">
          <p>Så här ser rådet resultatet när omgången är släppt. Nu ser bara kansliet och chefsgruppen sidan.</p>
        </Notice>
      )}
      {capabilities.map(({ number, name, rows }) => (
        <RegionTable key={number} caption={`${number} ${name}`} rows={rows} />
      ))}
      <CommonFunctionsTable rows={common} />
      <p className="note">
        Spannet visar andelen om alla som saknas eller inte kan bedöma sig inte når lägstanivån, respektive når den. För
        att ingen enskild aktörs svar ska kunna utläsas visas en delförmåga bara när minst fem aktörer har svarat, och
        andelen bara när den vilar på minst fem av dem.
      </p>
    </Page>
  );
}
