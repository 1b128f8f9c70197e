import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownActors } from "#auth/own-actors.ts";
import type { SignedIn } from "#db/queries/sessions.ts";

/** As whom the use cases read, and at what time. */
export function readAs({ context }: LoaderFunctionArgs, { role, actorId, personId }: SignedIn) {
  const now = context.now();
  return { reader: { role, actorId, own: ownActors(context.db, personId, now) }, now };
}
