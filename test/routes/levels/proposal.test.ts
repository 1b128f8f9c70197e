import { beforeEach, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { listSavedRows } from "#db/queries/proposals.ts";
import { rowsAt } from "#domain/proposal.ts";
import { formOutcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { action } from "../../../app/routes/levels/proposal.tsx";

let db: Db;
let cookie: string;

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  cookie = signedIn(db, { role: "office" }).cookie;
  startProposal(db, testYear, { now: testNow, personId: null });
});

const post = (rows: Record<string, string>) => {
  const form = { intent: "save", number: "1", revision: "1", ...rows };
  return formOutcomeOf(() =>
    action(routeArgs(db, `/lagstanivaer/${testYear}/forslag`, { cookie, params: { year: `${testYear}` }, form })),
  );
};
const standing = (code: string) =>
  rowsAt(listSavedRows(db, { year: testYear, number: 1 })).find((row) => row.code === code && row.group === "all");
const written = { "minimum.1:1.all": "2", "ambition.1:1.all": "3", "minimum.1:2.all": "1", "ambition.1:2.all": "2" };

test("a reason of 500 characters is saved, and of two rows the one with a longer is named at its field", async () => {
  const reasons = { "motive.1:1.all": "a".repeat(500), "motive.1:2.all": "a".repeat(501) };
  expect(await post({ ...written, ...reasons })).toMatchObject({
    errors: { "motive.1:2.all": "1:2, alla aktörer: En motivering är för lång. Korta den till 500 tecken." },
    values: reasons,
  });
  expect(standing("1:1")).toMatchObject({ motive: "" });
  expect(await post({ ...written, ...reasons, "motive.1:2.all": "" })).toHaveProperty("status", 303);
  expect(standing("1:1")).toMatchObject({ minimum: 2, motive: "a".repeat(500) });
});
