import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { accessTo, isActorRole, type RouteId, roles } from "#domain/access.ts";
import { storeDraftPlan } from "#test/support/plans.ts";
import { outcomeOf, routeArgs, signedIn, statusOf } from "#test/support/request.ts";
import { storeRound } from "#test/support/stored.ts";
import routes from "../../app/routes.ts";

type Module = { action?: (args: ActionFunctionArgs) => unknown };

const params = {
  year: "2026",
  actor: "haninge",
  code: "1:1",
  version: "test",
  token: "ingen",
  number: "1",
  area: "en",
  occurrence: "1",
};
/** A form without fields, or with a single box to tick: nothing about it can be wrong. */
const takesAnything = ["routes/account/sign-out", "routes/account/my-settings"];

const table = routes.map(({ file }) => ({ file, id: file.replace(/\.tsx?$/, "") as RouteId }));

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  storeDraftPlan(db, 2026);
});

// A reader without script, a screen reader and the log all take 200 for a form that was saved.
test.each(table.filter(({ id }) => !takesAnything.includes(id)))(
  "$id: a form with nothing right in it is not answered as if it were saved",
  async ({ file, id }) => {
    const { action } = (await import(`../../app/${file}`)) as Module;
    if (!action) return expect(roles.filter((role) => accessTo(id, role, "write") === "allowed")).toEqual([]);
    const role = roles.find((one) => accessTo(id, one, "write") === "allowed") ?? "office";
    const actorId = isActorRole(role) ? "haninge" : null;
    const { cookie } = signedIn(db, { role, actorId });
    const outcome = await outcomeOf(() => action(routeArgs(db, "/", { cookie, params, form: { inget: "" } })));
    expect(statusOf(outcome)).toBe(422);
  },
);
