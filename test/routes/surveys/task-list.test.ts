import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { outcomeOf, routeArgs, signedIn, statusOf } from "#test/support/request.ts";
import { storeRound } from "#test/support/stored.ts";
import { action, loader } from "../../../app/routes/surveys/task-list.tsx";

let db: Db;
let cookie: string;
const params = { year: "2026", actor: "haninge" };
const path = "/skattning/2026/haninge";

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  cookie = signedIn(db, { role: "coordinator", actorId: "haninge" }).cookie;
});

// Names that every JavaScript object has are no names of ours.
describe.each(["constructor", "__proto__", "ingenting"])("the made-up word %s", (word) => {
  test("in the address says nothing", async () => {
    const page = await outcomeOf(() => loader(routeArgs(db, `${path}?nu=${word}&i=1`, { cookie, params })));
    expect(page).toMatchObject({ done: { text: null, capability: 1 } });
  });

  test("in place of a move is refused", async () => {
    const form = { intent: word, capability: "1" };
    const outcome = await outcomeOf(() => action(routeArgs(db, path, { cookie, params, form })));
    expect(statusOf(outcome)).toBe(422);
  });
});
