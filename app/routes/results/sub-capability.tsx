import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { SubCapabilityPage } from "#components/sub-capability/sub-capability-page.tsx";
import { yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { viewSubCapability } from "#usecases/view-sub-capability.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  requireAccess(args, "routes/results/sub-capability");
  const year = yearParam(params.year);
  const { code = "" } = params;
  const view = viewSubCapability(context.db, { year, code }, { now: context.now() });
  if (!view) throw notFound(`Omgången ${year} har ingen delförmåga ${code}.`);
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sub.code ?? ""} i regionen ${data?.year ?? ""} – Förmågekollen` },
];

export default function SubCapabilityRoute() {
  return <SubCapabilityPage view={useLoaderData<typeof loader>()} />;
}
