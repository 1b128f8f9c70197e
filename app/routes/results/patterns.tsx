import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { PatternsPage } from "#components/patterns/patterns-page.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { viewPatterns } from "#usecases/view-patterns.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/results/patterns");
  const year = yearParam(params.year);
  const search = new URL(request.url).searchParams;
  const view = viewPatterns(context.db, { year, search }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Mönster ${data?.year} – Förmågekollen` }];

export default function PatternsRoute() {
  return <PatternsPage view={useLoaderData<typeof loader>()} />;
}
