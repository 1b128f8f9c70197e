import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { BasisPage } from "#components/basis/basis-page.tsx";
import { WaitingForRelease } from "#components/waiting-for-release.tsx";
import { yearParam } from "#http/params.ts";
import { viewBasis } from "#usecases/view-basis.ts";
import { unknownRound } from "./unknown-round.ts";

export function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { role } = requireAccess(args, "routes/results/planning-basis");
  const year = yearParam(params.year);
  const view = viewBasis(context.db, year, { now: context.now() });
  if (!view) throw unknownRound(context.db, year);
  const isCouncil = role === "council";
  // Before the release the council learns no more of the round than that it must wait.
  if (isCouncil && view.state !== "released")
    return { isCouncil, waits: { year, releasedYear: view.releasedYear }, view: null };
  return { isCouncil, waits: null, view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Underlag ${data?.view?.year ?? data?.waits?.year ?? ""} – Förmågekollen` },
];

export default function PlanningBasisRoute() {
  const { view, waits, isCouncil } = useLoaderData<typeof loader>();
  const base = useHref(`/resultat/${view?.year ?? waits?.year}`);
  if (!view) {
    const { year, releasedYear } = waits;
    return <WaitingForRelease title={`Underlag ${year}`} year={year} released={releasedYear} page="underlag" />;
  }
  return <BasisPage view={view} isCouncil={isCouncil} href={({ path }) => `${base}/${path}`} />;
}
