import { type Db, inTransaction } from "#db/client.server.ts";
import { insertPlanAdoption, insertPlanDiscard, insertPlanPresentation, insertPlanVersion } from "#db/queries/plans.ts";
import { missingIn } from "#domain/activity.ts";
import { isDay, stockholmDay } from "#domain/day.ts";
import { mayMovePlan } from "#domain/operations-plan.ts";
import { type FactsProblem, type MeetingFacts, meetingFactsProblem, trimmedFacts } from "./meeting-facts.ts";
import { activitiesIn, readPlan } from "./read-plan.ts";
import type { PlanBy } from "./save-activity.ts";

type Adopt = {
  year: number;
  /** The version that whoever adopts has read, and how many saves its activities had then. */
  version: number;
  saves: number;
  facts: MeetingFacts;
};
export type AdoptPlanResult =
  | { ok: true }
  | { ok: false; problem: FactsProblem | "unknown_plan" | "plan_changed" | "plan_empty" | "not_drafted" }
  | { ok: false; problem: "plan_adopted"; adoptedOn: string }
  /** Activities that do not say who holds them, when, or how they are checked. */
  | { ok: false; problem: "incomplete"; numbers: number[] };

/**
 * Records that the chief group adopted a version, which locks it. Once: whoever comes second is told when it was. Refused where
 * an activity was saved since the version was read, and while one lacks what a plan must say.
 */
export function adoptPlan(
  db: Db,
  { year, version, saves, facts }: Adopt,
  { now, personId, role }: PlanBy & { role: "chief_group" | "office" },
): AdoptPlanResult {
  return inTransaction(db, (tx): AdoptPlanResult => {
    const read = readPlan(tx, year);
    const asked = read?.versions.find((each) => each.version === version);
    if (!read || !asked) return { ok: false, problem: "unknown_plan" };
    if (asked.adoption) return { ok: false, problem: "plan_adopted", adoptedOn: asked.adoption.adoptedOn };
    if (!mayMovePlan(asked, "adopt")) return { ok: false, problem: "not_drafted" };
    const wrong = meetingFactsProblem(facts, now);
    if (wrong) return { ok: false, problem: wrong };
    if (read.saves !== saves) return { ok: false, problem: "plan_changed" };
    const activities = activitiesIn(read, asked);
    if (activities.length === 0) return { ok: false, problem: "plan_empty" };
    const lacking = activities.filter(({ content }) => missingIn(content).length > 0);
    if (lacking.length > 0) return { ok: false, problem: "incomplete", numbers: lacking.map(({ number }) => number) };
    const { decidedOn: adoptedOn, ...stands } = trimmedFacts(facts);
    const recorded = { recordedAt: now.toISOString(), recordedBy: personId, recordedAs: role };
    insertPlanAdoption(tx, { year, version, adoptedOn, ...stands, ...recorded });
    return { ok: true };
  });
}

const NOTE_LENGTH = 500;

type Present = { year: number; version: number; presentedOn: string; note: string };
export type PresentPlanResult =
  | { ok: true }
  | { ok: false; problem: "unknown_plan" | "not_adopted" | "presented_on_invalid" | "presented_on_future" }
  | { ok: false; problem: "presented_before_adopted" | "already_presented" | "note_long" };

/** Records that an adopted version was presented to the council. The same again is done already. */
export function presentPlan(
  db: Db,
  { year, version, presentedOn, note }: Present,
  { now, personId }: PlanBy,
): PresentPlanResult {
  return inTransaction(db, (tx): PresentPlanResult => {
    const asked = readPlan(tx, year)?.versions.find((each) => each.version === version);
    if (!asked) return { ok: false, problem: "unknown_plan" };
    if (asked.presentation) {
      const isSame = asked.presentation.presentedOn === presentedOn;
      return isSame ? { ok: true } : { ok: false, problem: "already_presented" };
    }
    if (!asked.adoption || !mayMovePlan(asked, "present")) return { ok: false, problem: "not_adopted" };
    if (!isDay(presentedOn)) return { ok: false, problem: "presented_on_invalid" };
    if (presentedOn > stockholmDay(now)) return { ok: false, problem: "presented_on_future" };
    if (presentedOn < asked.adoption.adoptedOn) return { ok: false, problem: "presented_before_adopted" };
    if (note.trim().length > NOTE_LENGTH) return { ok: false, problem: "note_long" };
    const recorded = { recordedAt: now.toISOString(), recordedBy: personId };
    insertPlanPresentation(tx, { year, version, presentedOn, note: note.trim(), ...recorded });
    return { ok: true };
  });
}

export type RevisePlanResult = { ok: true; version: number } | { ok: false; problem: "unknown_plan" | "not_adopted" };

/** Begins a revision of the plan in force: the next version, alike until it is edited. One that is begun already is that one. */
export function revisePlan(db: Db, year: number, { now, personId }: PlanBy): RevisePlanResult {
  return inTransaction(db, (tx): RevisePlanResult => {
    const read = readPlan(tx, year);
    if (!read) return { ok: false, problem: "unknown_plan" };
    if (read.draft) return { ok: true, version: read.draft.version };
    if (!mayMovePlan(read.inForce, "revise")) return { ok: false, problem: "not_adopted" };
    const version = Math.max(...read.versions.map((each) => each.version)) + 1;
    insertPlanVersion(tx, { year, version, startedAt: now.toISOString(), startedBy: personId });
    return { ok: true, version };
  });
}

/** `saves`: as for adopting. */
type Discard = { year: number; version: number; saves: number };
export type DiscardResult = { ok: true } | { ok: false; problem: "no_revision" | "revision_changed" };

/**
 * Throws a begun revision away: what was saved in it counts no more, and the adopted version holds. Refused where an activity was
 * saved since the revision was read; the first version is no revision.
 */
export function discardRevision(db: Db, { year, version, saves }: Discard, { now, personId }: PlanBy): DiscardResult {
  return inTransaction(db, (tx): DiscardResult => {
    const read = readPlan(tx, year);
    if (!read?.inForce || read.draft?.version !== version) return { ok: false, problem: "no_revision" };
    if (read.saves !== saves) return { ok: false, problem: "revision_changed" };
    insertPlanDiscard(tx, { year, version, discardedAt: now.toISOString(), discardedBy: personId });
    return { ok: true };
  });
}
