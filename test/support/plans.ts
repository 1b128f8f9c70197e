// A released round with gaps, and a plan built on it, through the use cases.
import type { Db } from "#db/client.server.ts";
import { upsertGoalDocument } from "#db/queries/goal-areas.ts";
import { insertPlan, insertPlanVersion } from "#db/queries/plans.ts";
import type { ActivityContent } from "#domain/activity.ts";
import { closeRound } from "#usecases/close-round.ts";
import { adoptPlan } from "#usecases/move-plan.ts";
import { readPlan } from "#usecases/read-plan.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { addActivity } from "#usecases/save-activity.ts";
import { startPlan } from "#usecases/start-plan.ts";
import { aGoalDocument, anActivity } from "./builders.ts";
import { testNow } from "./request.ts";
import { storeDecision, storeSubmission } from "./results.ts";
import { storeRound, testYear } from "./stored.ts";

export const planYear = testYear + 1;
export const planFacts = {
  decidedOn: "2026-03-01",
  meeting: "Regionala chefsgruppen, möte 3",
  reference: "Protokoll § 7",
  registryNumber: "",
};

/** A round for 2026, released, where Haninge and Solna are below the minimum 3 in 1:1 for want of training, and Attunda is not. */
export function storeReleasedRound(db: Db, now = testNow): void {
  storeRound(db, "open", now);
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  const short = { "1:1": { level: 1, causes: ["training" as const, "exercise" as const] } };
  storeSubmission(db, "haninge", short);
  storeSubmission(db, "solna", short);
  storeSubmission(db, "attunda", { "1:1": { level: 3 } });
  for (const result of [closeRound(db, { year: testYear }, { now }), releaseRound(db, { year: testYear }, { now })])
    if (!result.ok) throw new Error(result.problem);
}

/** The begun plan for 2027, without activities, on the released round. */
export function storePlan(db: Db, now = testNow): void {
  storeReleasedRound(db, now);
  const content = aGoalDocument();
  upsertGoalDocument(db, { id: content.id, content, sha256: "test", loadedAt: now.toISOString() });
  const result = startPlan(db, planYear, { now, personId: null });
  if (!result.ok) throw new Error(result.problem);
}

let saves = 0;
/** A save id that nobody has used. */
export function aSaveId(): string {
  saves += 1;
  return `save-${saves}`;
}

/** Adds an activity for Haninge and Solna to the draft, and gives its number. */
export function storeActivity(db: Db, overrides: Partial<ActivityContent> = {}, now = testNow): number {
  const content = anActivity({ actors: ["haninge", "solna"], ...overrides });
  const result = addActivity(db, { year: planYear, saveId: aSaveId(), content }, { now, personId: null });
  if (!result.ok) throw new Error(result.problem);
  return result.number;
}

/** Adopts the plan's draft as it is. */
export function storeAdoption(db: Db, now = testNow): void {
  const read = readPlan(db, planYear);
  const version = read?.draft?.version ?? 0;
  const input = { year: planYear, version, saves: read?.saves ?? 0, facts: planFacts };
  const result = adoptPlan(db, input, { now, personId: null, role: "chief_group" });
  if (!result.ok) throw new Error(result.problem);
}

/** A plan for a year, on whichever round there is, with one activity: for what only needs a plan to be there. */
export function storeDraftPlan(db: Db, year: number): void {
  const content = aGoalDocument();
  upsertGoalDocument(db, { id: content.id, content, sha256: "test", loadedAt: testNow.toISOString() });
  insertPlan(db, { year, basisYear: testYear, goalDocument: content.id });
  insertPlanVersion(db, { year, version: 1, startedAt: testNow.toISOString(), startedBy: null });
  const activity = anActivity({ actors: [], subs: [] });
  addActivity(db, { year, saveId: aSaveId(), content: activity }, { now: testNow, personId: null });
}
