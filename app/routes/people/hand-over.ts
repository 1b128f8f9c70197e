import type { ActionFunctionArgs } from "@remix-run/node";
import { linkExpiry } from "#auth/one-time-link.ts";

/** The one-time link as its user types it, and its last moment. It is shown once, in the answer to the form. */
export function linkOf({ context }: ActionFunctionArgs, token: string): { url: string; until: string } {
  return { url: `${context.settings.origin}/engangslank/${token}`, until: linkExpiry(context.now()) };
}
