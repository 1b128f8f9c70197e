import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { titleOf } from "#components/navigation.ts";
import { Page } from "#components/page.tsx";
import { RoundCard } from "#components/round-card.tsx";
import { viewStart } from "#usecases/view-start.ts";

export const meta: MetaFunction = () => [{ title: "Översikt – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/start");
  const viewer = { role: user.role, actorId: user.actorId, title: titleOf(user) };
  return { viewer, rounds: viewStart(args.context.db, user, args.context.now()) };
}

export default function Start() {
  const { viewer, rounds } = useLoaderData<typeof loader>();
  const isOffice = viewer.role === "office";
  return (
    <Page title="Översikt" lead={`Du är inloggad som ${viewer.title}.`} narrow>
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
