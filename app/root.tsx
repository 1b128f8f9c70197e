import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { readSession } from "#auth/session.ts";
import { ErrorPage } from "#components/error-page.tsx";
import { navigationFor, otherRoles, titleOf } from "#components/navigation.ts";
import { NonceContext } from "#components/nonce.ts";
import { RoleSwitch } from "#components/people/role-switch.tsx";
import { Shell } from "#components/shell.tsx";
import { SignedOut, SignOutForm } from "#components/survey/sign-out-form.tsx";
import { WaitingTexts } from "#components/survey/waiting-texts.tsx";
import { UnderWay } from "#components/under-way.tsx";
import { isDemo } from "#db/queries/meta.ts";
import { listMemberships } from "#db/queries/people.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { currentYear } from "#usecases/view-start.ts";
import "./styles/index.css";

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

export const meta: MetaFunction = () => [{ title: "Förmågekollen" }];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="sv" data-size="sm">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What the shell shows. It permits nothing: each page's own loader does. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const user = readSession(context.db, request, { now: context.now(), settings: context.settings });
  const now = context.now().toISOString();
  const year = user ? currentYear(listRounds(context.db)) : null;
  return {
    nav: user ? navigationFor(user, year) : [],
    who: user ? { year, name: titleOf(user) } : null,
    roles: user ? otherRoles(listMemberships(context.db, now, user.personId), user) : [],
    /** Whose texts this browser may show and send. */
    personId: user?.personId ?? null,
    demo: isDemo(context.db),
  };
}

function FramedPage({ children }: { children: ReactNode }) {
  // On an error page the loader's data is there too, unless the loader itself failed.
  const frame = useRouteLoaderData<typeof loader>("root");
  const personId = frame?.personId ?? null;
  return (
    <Shell
      nav={frame?.nav ?? []}
      who={frame?.who ?? null}
      demo={frame?.demo ?? false}
      roles={frame && frame.roles.length > 0 ? <RoleSwitch roles={frame.roles} /> : undefined}
      account={personId === null ? undefined : <Account personId={personId} />}
    >
      <UnderWay />
      {personId !== null && <WaitingTexts key={personId} personId={personId} />}
      {frame && personId === null && <SignedOut />}
      {children}
    </Shell>
  );
}

function Account({ personId }: { personId: string }) {
  return (
    <>
      <Link to="/mina-installningar">Inställningar</Link>
      <SignOutForm personId={personId} />
    </>
  );
}

export default function Root() {
  return (
    <FramedPage>
      <Outlet />
    </FramedPage>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const response = isRouteErrorResponse(error) ? error : null;
  const message = typeof response?.data === "string" ? response.data : undefined;
  return (
    <FramedPage>
      <ErrorPage status={response?.status ?? 500} message={message} />
    </FramedPage>
  );
}
