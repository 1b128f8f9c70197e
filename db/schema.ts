// The tables, a file per aggregate. Days are YYYY-MM-DD in Europe/Stockholm, moments UTC ISO strings. No table stores a
// cell's status, gap or share: those are computed from answers and decisions each time (app/domain). Drizzle-kit does not
// emit STRICT, so each generated migration is mended by hand; test/db/schema.test.ts checks it.
export * from "./schema/actor-changes.ts";
export * from "./schema/actors.ts";
export * from "./schema/answers.ts";
export * from "./schema/common-functions.ts";
export * from "./schema/decisions.ts";
export * from "./schema/definitions.ts";
export * from "./schema/delegations.ts";
export * from "./schema/goal-areas.ts";
export * from "./schema/mail.ts";
export * from "./schema/measures.ts";
export * from "./schema/more-time.ts";
export * from "./schema/occurrences.ts";
export * from "./schema/on-behalf.ts";
export * from "./schema/people.ts";
export * from "./schema/plans.ts";
export * from "./schema/proposals.ts";
export * from "./schema/rounds.ts";
export * from "./schema/submissions.ts";
export * from "./schema/workbook-imports.ts";
