import { beforeEach, expect, it } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { outcomeOf, routeArgs, signedIn } from "#test/support/request.ts";
import { storeDefinition } from "#test/support/stored.ts";
import { loader as loadOne } from "../../../app/routes/admin/definition.tsx";
import { loader as loadList } from "../../../app/routes/admin/definitions.tsx";

let db: Db;

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeDefinition(db);
  storeDefinition(db, { version: "utkast" }, { draft: true });
});

function read(role: Role, version: string) {
  const { cookie } = signedIn(db, { role });
  return outcomeOf(() => loadOne(routeArgs(db, `/definitioner/${version}`, { cookie, params: { version } })));
}

it("everyone reads a published definition", async () => {
  expect(await read("council", "test")).toMatchObject({
    isDraft: false,
    counts: { subCapabilities: 3, indicators: 6 },
  });
});

it("a draft is the office's to preview, and unknown to others", async () => {
  expect(await read("office", "utkast")).toMatchObject({ isDraft: true });
  const answer = await read("chief_group", "utkast");
  expect(answer).toMatchObject({ status: 404 });
  expect(await (answer as Response).text()).toBe("Definitionen utkast finns inte.");
});

it("a version that is none is unknown", async () => {
  expect(await read("office", "2031")).toMatchObject({ status: 404 });
});

it("the office sees every version with its state and a short hash", () => {
  const { cookie } = signedIn(db, { role: "office" });
  expect(loadList(routeArgs(db, "/definitioner", { cookie })).versions).toMatchObject([
    { version: "utkast", publishedAt: null, hash: expect.stringMatching(/^[0-9a-f]{12}$/) },
    { version: "test", publishedAt: expect.any(String) },
  ]);
});
