import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { readCsv } from "#test/support/csv.ts";
import { outcomeOf, routeArgs, signedIn, statusOf } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { councilFiles, wholeFiles } from "#text/planning-basis.ts";
import { loader as cellsLoader } from "../../../app/routes/results/cells-csv.ts";
import { loader as councilLoader } from "../../../app/routes/results/council-basis-file.ts";
import { loader as pageLoader } from "../../../app/routes/results/planning-basis.tsx";
import { loader as fileLoader } from "../../../app/routes/results/planning-basis-file.ts";
import { loader as regionalLoader } from "../../../app/routes/results/regional-csv.ts";

type Loader = (args: LoaderFunctionArgs) => unknown;

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

function ask(loader: Loader, role: Role, params: Record<string, string> = {}) {
  const { cookie } = signedIn(connection.db, { role });
  const all = { year: String(testYear), ...params };
  return outcomeOf(() => loader(routeArgs(connection.db, "/", { cookie, params: all })));
}

function storeResults(state: "open" | "closed" | "released"): void {
  storeRound(connection.db, state);
  storeDecision(connection.db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  storeSubmission(connection.db, "haninge", { "1:1": { level: 1, causes: ["planning"] } });
}

/** What answers to a file's address. */
function loaderOf(path: string): { loader: Loader; file: string } {
  const file = path.slice(path.lastIndexOf("/") + 1);
  if (path === "celler.csv") return { loader: cellsLoader, file };
  if (path === "regional.csv") return { loader: regionalLoader, file };
  return { loader: path.startsWith("underlag/radet/") ? councilLoader : fileLoader, file };
}

describe("every file that the page offers", () => {
  test.each([...wholeFiles(testYear), ...councilFiles(testYear)])(
    "$path is there, under its name",
    async ({ path }) => {
      storeResults("released");
      const { loader, file } = loaderOf(path);
      const answer = (await ask(loader, "office", { file })) as Response;
      expect(answer.status).toBe(200);
      const kind = file.slice(file.lastIndexOf("."));
      expect(answer.headers.get("Content-Disposition")).toMatch(
        new RegExp(`^attachment; filename="[\\w.-]+\\${kind}"$`),
      );
      expect(answer.headers.get("Content-Type")).not.toBe("application/octet-stream");
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50);
    },
  );
});

test("a file says who made it, as what", async () => {
  storeResults("open");
  const answer = (await ask(fileLoader, "chief_group", { file: "cells.csv" })) as Response;
  const [row] = readCsv(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer()));
  expect(row).toMatchObject({
    made_by: "Person chief_group, regionala chefsgruppen",
    round: "pågår till och med 31 maj 2026: löpande ställning",
  });
});

test.each(["underlag-2025.docx", "underlag-2026.pdf", "underlag-radet-2026.docx", "../x.csv", "", "constructor"])(
  "there is no file %j",
  async (file) => {
    storeResults("released");
    expect(statusOf(await ask(fileLoader, "office", { file }))).toBe(404);
  },
);

describe("the council", () => {
  test.each(wholeFiles(testYear).map(({ path }) => path))("may not have %s", async (path) => {
    storeResults("released");
    const { loader, file } = loaderOf(path);
    expect(statusOf(await ask(loader, "council", { file }))).toBe(403);
  });

  test.each(["open", "closed"] as const)(
    "has nothing while the round is %s, nor has anybody its variant",
    async (state) => {
      storeResults(state);
      const file = `underlag-radet-${testYear}.csv`;
      for (const role of ["council", "office"] as const)
        expect(statusOf(await ask(councilLoader, role, { file }))).toBe(404);
      expect(await ask(pageLoader, "council")).toEqual({
        isCouncil: true,
        view: null,
        waits: { year: testYear, releasedYear: null },
      });
    },
  );

  test("has its own after the release", async () => {
    storeResults("released");
    expect(await ask(pageLoader, "council")).toMatchObject({ isCouncil: true, view: { state: "released" } });
    expect(statusOf(await ask(councilLoader, "council", { file: `underlag-radet-${testYear}.csv` }))).toBe(200);
  });
});

test("an unknown year says which there are", async () => {
  storeResults("open");
  for (const loader of [pageLoader, fileLoader, councilLoader]) {
    const answer = (await ask(loader, "office", { year: "2031", file: "cells.csv" })) as Response;
    expect(answer.status).toBe(404);
  }
});
