import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { titleOf } from "#components/navigation.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { RoundCard } from "#components/round-card.tsx";
import { nextPlanYear } from "#usecases/view-plans.ts";
import { viewStart } from "#usecases/view-start.ts";

export const meta: MetaFunction = () => [{ title: "Översikt – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/start");
  const viewer = { role: user.role, actorId: user.actorId, title: titleOf(user) };
  const { db, now } = args.context;
  // What the released result is for: the office is reminded of it until the plan is begun.
  const unplanned = user.role === "office" ? nextPlanYear(db) : null;
  return { viewer, rounds: viewStart(db, user, now()), unplanned };
}

export default function Start() {
  const { viewer, rounds, unplanned } = useLoaderData<typeof loader>();
  const isOffice = viewer.role === "office";
  return (
    <Page title="Översikt" lead={`Du är inloggad som ${viewer.title}.`} narrow>
      {unplanned !== null && (
        <Notice kind="info">
          Resultatet {unplanned - 1} är släppt, men det finns ingen verksamhetsplan för {unplanned}.{" "}
          <Link to={`/verksamhetsplan/${unplanned}`}>Börja planen</Link>
        </Notice>
      )}
      {rounds.map((round) => (
        <RoundCard key={round.year} round={round} viewer={viewer} />
      ))}
      {rounds.length === 0 && (
        <p>
          Ingen skattningsomgång finns ännu.{" "}
          {isOffice ? <Link to="/omgangar">Planera den första.</Link> : "Samordningskansliet öppnar den."}
        </p>
      )}
    </Page>
  );
}
