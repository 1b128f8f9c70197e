import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { TrendsPage } from "#components/trends/trends-page.tsx";
import { WaitingForRelease } from "#components/waiting-for-release.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { viewTrends } from "#usecases/view-trends.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { role } = requireAccess(args, "routes/results/trends");
  const year = yearParam(params.year);
  const isCouncil = role === "council";
  const shown = new URL(request.url).searchParams.get("visa") ?? "";
  const view = viewTrends(context.db, { year, shown, isCouncil }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return { view, isCouncil };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Utvecklingen till ${data?.view.year ?? ""} – Förmågekollen` },
];

export default function TrendsRoute() {
  const { view, isCouncil } = useLoaderData<typeof loader>();
  if ("waits" in view) {
    const { year, releasedYear } = view;
    return (
      <WaitingForRelease title={`Utvecklingen till ${year}`} year={year} released={releasedYear} page="utveckling" />
    );
  }
  return <TrendsPage view={view} isCouncil={isCouncil} />;
}
