import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertApproval } from "#db/queries/standing.ts";
import type { Role } from "#domain/access.ts";
import { listening } from "#test/support/queries.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { standingSentence } from "#text/report.ts";
import { viewActorResult } from "#usecases/view-actor-result.ts";
import { loader } from "../../../app/routes/results/actor.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

function storeResults(): void {
  const { db } = connection;
  storeRound(db, "released");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  storeSubmission(db, "haninge", { "1:1": { level: 1, confidence: "low" } });
  storeSubmission(db, "solna", { "1:1": { level: 4 } });
}

async function page(role: Role, actorId?: string) {
  const { cookie } = signedIn(connection.db, { role, actorId });
  const params = { year: String(testYear), actor: "haninge" };
  const path = `/resultat/${testYear}/aktor/haninge`;
  const outcome = await outcomeOf(() => loader(routeArgs(connection.db, path, { cookie, params })));
  if (outcome instanceof Response) throw new Error(String(outcome.status));
  return outcome;
}

test.each<[Role, string | undefined, boolean]>([
  ["office", undefined, true],
  ["chief_group", undefined, true],
  ["coordinator", "haninge", false],
  ["contributor", "haninge", false],
  ["approver", "haninge", false],
])("to %s of %s the actor is shown beside its category: %s", async (role, actorId, isShown) => {
  storeResults();
  const { profile, facts } = await page(role, actorId);
  expect(profile !== null).toBe(isShown);
  // How many others have submitted stands beside the profile, and goes with it.
  expect(facts !== null).toBe(isShown);
  if (isShown)
    expect(profile?.capabilities[0]).toMatchObject({ own: { shareMeeting: 0 }, others: { shareMeeting: 1 } });
});

test.each<[string, { paperDate: string | null } | null, string]>([
  ["not approved", null, "Inlämnad 2 mars 2026 kl. 12:00, inte fastställd."],
  ["approved", { paperDate: null }, "Inlämnad 2 mars 2026 kl. 12:00, fastställd 4 mars 2026 kl. 09:30."],
  [
    "approved on paper",
    { paperDate: "2026-03-03" },
    "Inlämnad 2 mars 2026 kl. 12:00, fastställd på papper 3 mars 2026.",
  ],
])("what is submitted and %s says so", async (_case, given, sentence) => {
  storeResults();
  const row = { year: testYear, actorId: "haninge", number: 1, approvedAt: "2026-03-04T08:30:00.000Z" };
  const nobody = { approvedBy: null, registryNumber: null, reference: given?.paperDate ? "§ 4" : null };
  if (given) insertApproval(connection.db, { ...row, ...nobody, paperDate: given.paperDate });
  expect(standingSentence(await page("office"))).toBe(sentence);
});

test("a profile reads no more of the database however many the sub-capabilities and actors", () => {
  storeResults();
  const count = (withProfile: boolean) => {
    const { db, queries } = listening(connection);
    viewActorResult(db, { year: testYear, actorId: "haninge", withProfile }, { now: testNow });
    return queries.length;
  };
  expect(count(true) - count(false)).toBe(2);
});
