import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownReading } from "#auth/own-actors.ts";
import type { SignedIn } from "#db/queries/sessions.ts";

/** As whom the use cases read, and at what time. */
export function readAs({ context }: LoaderFunctionArgs, { role, actorId, personId }: SignedIn) {
  const now = context.now();
  return { reader: { role, actorId, ...ownReading(context.db, personId, now) }, now };
}
