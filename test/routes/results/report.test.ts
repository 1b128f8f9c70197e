import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { outcomeOf, routeArgs, signedIn } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { reportSentence } from "#text/report.ts";
import { countsSentence } from "#text/results.ts";
import { loader } from "../../../app/routes/results/report.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
});
afterEach(() => connection.close());

/** Haninge below the minimum on 1:1, unknown on 1:2, without answer on 2:1; decision 1 is replaced, 3 is for others. */
function storeResult(): void {
  const { db } = connection;
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }], 1);
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: 4 }], 2);
  storeDecision(db, [{ code: "1:2", group: "category:blåljus", minimum: 3, ambition: null }], 3);
  storeSubmission(db, "haninge", {
    "1:1": { level: 1, causes: ["exercise"], reason: "Rutinen är ny." },
    "1:2": { kind: "unknown", level: null, reason: "Inte prövat.", causes: ["training"] },
  });
}

async function ask(role: Role, actorId: string | null = null, actor = "haninge") {
  const { cookie } = signedIn(connection.db, { role, actorId });
  const params = { year: String(testYear), actor };
  return outcomeOf(() => loader(routeArgs(connection.db, `/resultat/2026/aktor/${actor}/rapport`, { cookie, params })));
}
async function report(role: Role, actorId: string | null = null) {
  const outcome = await ask(role, actorId);
  if (outcome instanceof Response) throw new Error(await outcome.text());
  return outcome;
}

test("the report has the gaps first, with their reasons, and only the decisions in force for the actor", async () => {
  storeResult();
  const view = await report("coordinator", "haninge");
  expect(view.shortcomings.map(({ cell }) => cell.code)).toEqual(["1:1", "1:2", "2:1"]);
  expect(view.reasons).toEqual({ "1:1": "Rutinen är ny.", "1:2": "Inte prövat." });
  expect(view.inForce.map(({ sequence }) => sequence)).toEqual([2]);
  expect(view.today).toBe("2026-03-02");
});

test("its sentence counts every sub-capability once", async () => {
  storeResult();
  const { capabilities } = await report("office");
  expect(countsSentence(capabilities.flatMap(({ rows }) => rows.map(({ cell }) => cell)))).toBe(
    "Av 3 delförmågor når 0 lägstanivån, 1 ligger under den, 1 kan inte bedömas och 1 saknar svar.",
  );
  expect(countsSentence([{ status: "no_minimum" }, { status: "meets_ambition" }, { status: "not_applicable" }])).toBe(
    "Av 2 delförmågor når 1 lägstanivån, 0 ligger under den, 0 kan inte bedömas, 0 saknar svar och 1 har ingen lägstanivå att nå.",
  );
});

test("without decisions and submission it can still be read", async () => {
  const view = await report("chief_group");
  expect(view).toMatchObject({ inForce: [], reasons: {}, submittedAt: null });
  const cells = view.capabilities.flatMap(({ rows }) => rows.map(({ cell }) => cell));
  expect(reportSentence(view, cells)).toBe("Inget är inlämnat för 2026, så det finns inget resultat att visa.");
});

test("before the release an actor's page is not even told how many others have submitted", async () => {
  storeResult();
  const without = await report("coordinator", "haninge");
  storeSubmission(connection.db, "solna", { "1:1": { level: 4 } });
  expect(await report("coordinator", "haninge")).toEqual(without);
});

test("another actor's report does not exist, nor does that of an actor outside the round", async () => {
  expect(await ask("coordinator", "solna")).toMatchObject({ status: 404 });
  expect(await ask("office", null, "okand")).toMatchObject({ status: 404 });
  expect(await ask("council")).toMatchObject({ status: 403 });
});
