import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { OverviewPage } from "#components/overview/overview-page.tsx";
import { WaitingForRelease } from "#components/waiting-for-release.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { viewOverview } from "#usecases/view-overview.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { role } = requireAccess(args, "routes/results/overview");
  const year = yearParam(params.year);
  const isCouncil = role === "council";
  const view = viewOverview(context.db, { year, isCouncil }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return { view, isCouncil };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Regionens förmåga ${data?.view.year ?? ""} – Förmågekollen` },
];

export default function OverviewRoute() {
  const { view, isCouncil } = useLoaderData<typeof loader>();
  const base = useHref(`/resultat/${view.year}`);
  if ("waits" in view) {
    const { year, releasedYear } = view;
    return (
      <WaitingForRelease title={`Regionens förmåga ${year}`} year={year} released={releasedYear} page="oversikt" />
    );
  }
  const codeHref = (code: string) => `${base}/delformaga/${code}`;
  return <OverviewPage view={view} isCouncil={isCouncil} codeHref={isCouncil ? null : codeHref} />;
}
