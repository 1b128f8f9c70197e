import type { LoaderFunctionArgs } from "@remix-run/node";
import { startDemoSession } from "#auth/demo-session.ts";
import { notFound, redirectTo } from "#http/responses.ts";

/** The demo's links, one a role. Anywhere but on a demo database that only this machine reaches they do not exist. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const cookie = startDemoSession(context.db, params.membership ?? "", {
    now: context.now(),
    settings: context.settings,
  });
  if (!cookie) throw notFound("Sidan finns inte.");
  return redirectTo("/", { "Set-Cookie": cookie });
}
