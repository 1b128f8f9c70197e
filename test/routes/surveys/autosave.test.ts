import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { SaveReply } from "#components/survey/draft.ts";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listRevisions } from "#db/queries/answers.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { action, loader } from "../../../app/routes/surveys/autosave.ts";

const params = { year: String(testYear), actor: "haninge", code: "1:1" };
const path = "/skattning/2026/haninge/1:1/spara";
let connection: Connection;
let cookie: string;

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  ({ cookie } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }));
});

async function post(fields: Record<string, string> = {}, as: string | undefined = cookie) {
  const form = { intent: "auto", baseRevision: "0", saveId: randomUUID(), ...fields };
  const outcome = await outcomeOf<unknown>(() => action(routeArgs(connection.db, path, { cookie: as, params, form })));
  const response = outcome as Response;
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, response, reply: isJson ? ((await response.json()) as SaveReply) : null };
}
const revisions = () => listRevisions(connection.db, { year: testYear, actorId: "haninge", code: "1:1" });

test("what the page saves by itself is a revision like any other, known as such", async () => {
  const { status, reply } = await post({ comment: "halvskriv" });
  expect({ status, reply }).toEqual({
    status: 200,
    reply: {
      ok: true,
      revision: 1,
      text: "Sparat 12:00",
      to: "/skattning/2026/haninge/1:1?sparat=1%3A1",
      state: "begun",
    },
  });
  expect(revisions().map(({ automatic, content }) => [automatic, content.comment])).toEqual([[true, "halvskriv"]]);
});

test("a save that answers everything says that the sub-capability is ready, and one that takes it away that it is not", async () => {
  const all = { "indicators.1:1.1": "yes", "indicators.1:1.2": "yes", answer: "3", confidence: "high" };
  expect((await post(all)).reply).toMatchObject({ state: "ready" });
  expect((await post({ baseRevision: "1" })).reply).toMatchObject({ state: "not_started" });
});

test("a save by hand through the same address is not automatic, and says where to go on", async () => {
  const { reply } = await post({ intent: "next", comment: "klart" });
  expect(reply).toMatchObject({ ok: true, to: "/skattning/2026/haninge/1:2?sparat=1%3A1" });
  expect(revisions()[0]?.automatic).toBe(false);
});

test.each([
  ["a text over its limit is refused at its field", "x".repeat(5000), 422, { errors: { comment: expect.any(String) } }],
  ["an older revision gets the newer version beside it", "mitt", 409, { stale: {}, baseRevision: 1 }],
])("%s", async (_case, comment, status, failure) => {
  const other = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
  await post({ comment: "deras" }, other.cookie);
  expect(await post({ comment })).toMatchObject({ status, reply: { ok: false, failure } });
  expect(revisions()).toHaveLength(1);
});

test("a closed round says why, and stores nothing", async () => {
  closeRound(connection.db, { year: testYear }, { now: testNow });
  const { status, reply } = await post({ comment: "sent" });
  expect(status).toBe(409);
  expect(reply).toMatchObject({ ok: false, failure: { closed: expect.stringContaining("inte öppen") } });
  expect(revisions()).toEqual([]);
});

test("without a session the way leads to signing in, and from there to the page", async () => {
  const { response } = await post({ comment: "utloggad" }, "");
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(`/logga-in?till=${encodeURIComponent(path)}`);
  const back = await outcomeOf<unknown>(() => loader(routeArgs(connection.db, path, { cookie, params })));
  expect((back as Response).headers.get("location")).toBe("/skattning/2026/haninge/1%3A1");
});
