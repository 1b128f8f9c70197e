import { existsSync } from "node:fs";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { accessTo, isActorRole, type Role, type RouteId, roles, routeAccess } from "#domain/access.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { loadDefinitions, readDefinitionFiles } from "#usecases/load-definitions.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import routes from "../../app/routes.ts";

type Handler = (args: ActionFunctionArgs) => unknown;
type Module = { loader?: Handler; action?: Handler };

const params = {
  year: "2026",
  actor: "a",
  code: "1:1",
  version: "2019",
  token: "ingen",
  number: "1",
  area: "ingen",
  membership: "ingen",
  mail: "inget",
  occurrence: "1",
};
const idOf = (file: string) => file.replace(/\.tsx?$/, "");
const table = routes.map(({ file, path }) => ({ file, path: path ?? "", id: idOf(file) }));
const actorRoles = roles.filter(isActorRole);

let db: Db;
beforeAll(async () => {
  db = openDatabase(":memory:").db;
  loadDefinitions(db, readDefinitionFiles("capabilities"), testNow);
  for (const id of ["a", "b"])
    insertActor(db, { id, name: `Aktör ${id}`, shortName: id, category: "kommun", designated: false });
  planRound(db, { year: 2026, definitionVersion: "2019", closingDay: "2026-06-30" }, { now: testNow });
  openRound(db, { year: 2026 }, { now: testNow });
});

function urlOf(path: string, values: Record<string, string>): string {
  return `/${path.replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? "")}`;
}

/** What the route answers: allowed is any answer that is neither a refusal nor the way to the sign-in page. */
async function answerOf(handler: Handler, path: string, verb: "read" | "write", role: Role | null, values = params) {
  // A session of its own for every try: one of the routes signs out.
  const cookie = role ? signedIn(db, { role, actorId: isActorRole(role) ? "a" : null }).cookie : undefined;
  const args = routeArgs(db, urlOf(path, values), {
    cookie,
    params: values,
    form: verb === "write" ? { inget: "" } : undefined,
  });
  const outcome = await outcomeOf(() => handler(args));
  if (!(outcome instanceof Response)) return "allowed";
  if (outcome.status === 403) return "forbidden";
  if (outcome.headers.get("location")?.startsWith("/logga-in?")) return "sign_in";
  return outcome.status === 404 ? "not_found" : "allowed";
}

describe("the access table", () => {
  test("names every route, and no other", () => {
    expect(table.map(({ id }) => id).sort()).toEqual(Object.keys(routeAccess).sort());
    expect(table.filter(({ file }) => !existsSync(`app/${file}`))).toEqual([]);
  });

  const cells = table.flatMap(({ file, path, id }) =>
    [null, ...roles].flatMap((role) => (["read", "write"] as const).map((verb) => ({ file, path, id, role, verb }))),
  );
  test.each(cells)("$id: $role may $verb as it says", async ({ file, path, id, role, verb }) => {
    const module = (await import(`../../app/${file}`)) as Module;
    const handler = verb === "read" ? module.loader : module.action;
    // A page that nobody may act in has no action; one that answers to a form must let somebody in.
    if (!handler) return expect(routeAccess[id as RouteId][verb]).toEqual(verb === "write" ? [] : undefined);
    const expected = accessTo(id as RouteId, role, verb);
    const answer = await answerOf(handler, path, verb, role);
    const isOpenToAll = routeAccess[id as RouteId][verb] === "anyone";
    expect(isOpenToAll || (expected === "allowed" && answer === "not_found") ? "allowed" : answer).toBe(expected);
  });

  const strangers = table.filter(({ path, id }) => path.includes(":actor") && !id.startsWith("routes/admin/"));
  const byRole = strangers.flatMap((route) => actorRoles.map((role) => ({ ...route, role })));
  const readers = byRole.filter(({ id, role }) => accessTo(id as RouteId, role, "read") === "allowed");
  test.each(readers)("$id: $role gets 404 for another actor's", async ({ file, path, id, role }) => {
    const module = (await import(`../../app/${file}`)) as Module;
    const others = { ...params, actor: "b" };
    expect(await answerOf(module.loader as Handler, path, "read", role, others)).toBe("not_found");
    if (module.action && accessTo(id as RouteId, role, "write") === "allowed") {
      expect(await answerOf(module.action, path, "write", role, others)).toBe("not_found");
    }
  });
});
