import { redirect } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { listMemberships } from "#db/queries/people.ts";
import type { SignedIn } from "#db/queries/sessions.ts";
import { accessTo, maySeeActor, type Role, type RouteId } from "#domain/access.ts";
import { accessSentences } from "#text/access.ts";
import { readSession } from "./session.ts";

type Args = {
  request: Request;
  context: { db: Db; now: () => Date; settings: { secureCookies: boolean; sessionHours: number } };
};

/** The path and query that a sign-in should lead back to. */
function wayBack(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  // With single fetch a loader may be asked for through `<page>.data`; people go back to the page.
  searchParams.delete("_routes");
  const search = searchParams.size > 0 ? `?${searchParams}` : "";
  return encodeURIComponent(pathname.replace(/(\/_root)?\.data$/, "") + search);
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

type Membership = { role: Role; actorId: string | null };

/** Somebody with several roles who follows a link that another of them may open is asked to switch. Forms are refused. */
function wayToOtherRole({ request, context }: Args, user: SignedIn, may: (role: Membership) => boolean) {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  const roles = listMemberships(context.db, context.now().toISOString(), user.personId);
  return roles.some(may) ? redirect(`/byt-roll?till=${wayBack(request)}`) : undefined;
}

/**
 * Who is signed in, if its role may use the route: GET and HEAD read, everything else writes.
 * Throws a redirect to the sign-in page without a session, and 403 where the role may not.
 */
export function requireAccess({ request, context }: Args, routeId: RouteId): SignedIn {
  const user = readSession(context.db, request, { now: context.now(), settings: context.settings });
  const verb = request.method === "GET" || request.method === "HEAD" ? "read" : "write";
  const access = accessTo(routeId, user?.role ?? null, verb);
  if (user && access === "forbidden") {
    throw (
      wayToOtherRole({ request, context }, user, (role) => accessTo(routeId, role.role, "read") === "allowed") ??
      refuse(403, accessSentences.forbidden)
    );
  }
  if (!user) throw redirect(`/logga-in?till=${wayBack(request)}`);
  return user;
}

/** As `requireAccess`, and the actor must be one whose things this user may see: a stranger gets 404. */
export function requireActorAccess(args: Args, routeId: RouteId, actorId: string | undefined): SignedIn {
  const user = requireAccess(args, routeId);
  if (actorId && maySeeActor(user, actorId)) return user;
  const may = (role: Membership) =>
    actorId !== undefined && maySeeActor(role, actorId) && accessTo(routeId, role.role, "read") === "allowed";
  throw wayToOtherRole(args, user, may) ?? refuse(404, accessSentences.notFound);
}
