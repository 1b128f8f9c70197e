import type { ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "#auth/session.ts";
import { redirectTo } from "#http/responses.ts";

/** Signing out changes something, so it takes a form; a link here leads home. */
export function loader() {
  throw redirectTo("/");
}

export function action({ request, context }: ActionFunctionArgs) {
  return redirectTo("/logga-in", { "Set-Cookie": endSession(context.db, request, context.settings) });
}
