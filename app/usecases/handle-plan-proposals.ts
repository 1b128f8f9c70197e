import { type Db, inTransaction } from "#db/client.server.ts";
import {
  findActivitySave,
  highestActivityNumber,
  insertActivity,
  insertActivityRevision,
  insertProposalActs,
  listProposalActs,
  type StoredAct,
} from "#db/queries/plans.ts";
import { type ActivityContent, maxActivityLengths } from "#domain/activity.ts";
import { findSubCapability, listSubCapabilities } from "#domain/definition.ts";
import { areasFedBy } from "#domain/goal-area.ts";
import { draftActivity, joined } from "#domain/plan-draft.ts";
import { type PlanProposal, planProposals, standingActs } from "#domain/plan-proposal.ts";
import { loadResults } from "./load-results.ts";
import { readGoalLinks } from "./read-goal-links.ts";
import { type PlanRead, readPlan, standingOf } from "./read-plan.ts";
import type { PlanBy } from "./save-activity.ts";

/** `each`: an activity per proposal; `one`: a single one of them all; a number: into that activity. */
export type TakeHow = "each" | "one" | number;
type Take = { year: number; keys: string[]; how: TakeHow; saveId: string };

type Refusal =
  | { ok: false; problem: "unknown_plan" | "plan_locked" | "none_chosen" | "unknown_proposal" }
  /** Somebody dealt with one of them meanwhile: nothing is changed. */
  | { ok: false; problem: "handled"; code: string };
export type TakeProposalsResult =
  | { ok: true; numbers: number[] }
  | { ok: false; problem: "unknown_activity" | "what_long" | "save_id_taken" }
  | Refusal;
export type RejectProposalsResult = { ok: true } | { ok: false; problem: "reason_missing" | "reason_long" } | Refusal;

const REASON_LENGTH = 500;

/** Makes activities of proposals, with the actors and the effect that the numbers give; the rest is for the office to fill in. */
export function takeProposals(db: Db, { year, keys, how, saveId }: Take, by: PlanBy): TakeProposalsResult {
  return inTransaction(db, (tx): TakeProposalsResult => {
    // The first activity of a save bears its id.
    const earlier = findActivitySave(tx, saveId);
    if (earlier) {
      const isOwn = earlier.year === year && earlier.savedBy === by.personId;
      const numbers = isOwn ? takenThen(tx, year, keys, earlier.revision?.savedAt) : [];
      return numbers.length > 0 ? { ok: true, numbers } : { ok: false, problem: "save_id_taken" };
    }
    const chosen = choose(tx, year, keys);
    if (!chosen.ok) return chosen;
    const { read, draft, proposals, known } = chosen;
    const store = (number: number, revision: number, content: ActivityContent, id: string) =>
      insertActivityRevision(tx, {
        ...{ year, number, revision, content, version: draft.version, isRemoved: false, saveId: id },
        ...{ savedAt: by.now.toISOString(), savedBy: by.personId },
      });
    if (typeof how === "number") {
      const current = standingOf(read, how);
      if (!current || current.isRemoved) return { ok: false, problem: "unknown_activity" };
      const content = joined(current, proposals, known);
      if (content.what.length > maxActivityLengths.what) return { ok: false, problem: "what_long" };
      store(how, highestRevision(read, how) + 1, content, saveId);
      insertActs(tx, year, proposals, { act: "taken", number: how, reason: "" }, by);
      return { ok: true, numbers: [how] };
    }
    const groups = how === "one" ? [proposals] : proposals.map((proposal) => [proposal]);
    const contents = groups.map((group) => draftActivity(group, known));
    if (contents.some(({ what }) => what.length > maxActivityLengths.what)) return { ok: false, problem: "what_long" };
    const first = highestActivityNumber(tx, year) + 1;
    for (const [index, content] of contents.entries()) {
      const number = first + index;
      insertActivity(tx, { year, number });
      store(number, 1, content, index === 0 ? saveId : `${saveId}.${index}`);
      insertActs(tx, year, groups[index] ?? [], { act: "taken", number, reason: "" }, by);
    }
    return { ok: true, numbers: contents.map((_content, index) => first + index) };
  });
}

/** The activities that a save at that moment made of just these proposals; none where it took others. */
function takenThen(db: Db, year: number, keys: readonly string[], savedAt: string | undefined): number[] {
  const acts = listProposalActs(db, year).filter((act) => act.act === "taken" && act.savedAt === savedAt);
  const taken = new Set(acts.map(({ key }) => key));
  if (taken.size !== new Set(keys).size || keys.some((key) => !taken.has(key))) return [];
  return [...new Set(acts.flatMap(({ number }) => number ?? []))];
}

/** Rejects proposals with a reason, which is kept. */
export function rejectProposals(
  db: Db,
  { year, keys, reason }: { year: number; keys: string[]; reason: string },
  by: PlanBy,
): RejectProposalsResult {
  const why = reason.trim();
  return inTransaction(db, (tx): RejectProposalsResult => {
    const chosen = choose(tx, year, keys);
    if (!chosen.ok) return chosen;
    if (why === "") return { ok: false, problem: "reason_missing" };
    if (why.length > REASON_LENGTH) return { ok: false, problem: "reason_long" };
    insertActs(tx, year, chosen.proposals, { act: "rejected", number: null, reason: why }, by);
    return { ok: true };
  });
}

/** Takes a rejected proposal back, so that it is open again. One that is not rejected stays as it is. */
export function restoreProposal(db: Db, { year, key }: { year: number; key: string }, by: PlanBy): boolean {
  return inTransaction(db, (tx) => {
    const read = readPlan(tx, year);
    const standing = read && actsOf(tx, read).get(key);
    if (!read?.draft || standing?.act !== "rejected") return false;
    insertActs(tx, year, [standing.proposal], { act: "restored", number: null, reason: "" }, by);
    return true;
  });
}

/** What became of the plan's proposals, by key. */
export function actsOf(db: Db, read: PlanRead): Map<string, StoredAct> {
  const isInPlan = (number: number) => standingOf(read, number)?.isRemoved === false;
  return standingActs(listProposalActs(db, read.plan.year), isInPlan);
}

function choose(db: Db, year: number, keys: string[]) {
  const read = readPlan(db, year);
  const loaded = read && loadResults(db, read.plan.basisYear);
  if (!read || !loaded) return { ok: false, problem: "unknown_plan" } as const;
  if (!read.draft) return { ok: false, problem: "plan_locked" } as const;
  const all = planProposals(loaded.results);
  const proposals = all.filter(({ key }) => keys.includes(key));
  if (proposals.length < new Set(keys).size) return { ok: false, problem: "unknown_proposal" } as const;
  if (proposals.length === 0) return { ok: false, problem: "none_chosen" } as const;
  const acts = actsOf(db, read);
  const handled = proposals.find(({ key }) => acts.has(key));
  if (handled) return { ok: false, problem: "handled", code: handled.code } as const;
  const known = knownOf(db, read, loaded.actors);
  return { ok: true, read, draft: read.draft, proposals, known } as const;
}

function knownOf(db: Db, { definition, goals }: PlanRead, actors: readonly { id: string }[]) {
  const links = readGoalLinks(db, goals, definition);
  return {
    nameOf: (code: string) => findSubCapability(definition, code)?.name ?? code,
    areaOf: (code: string) => areasFedBy(goals, links, code)[0] ?? goals.areas[0]?.key ?? "",
    codes: listSubCapabilities(definition).map(({ code }) => code),
    actors: actors.map(({ id }) => id),
  };
}

function highestRevision({ activities }: PlanRead, number: number): number {
  const revisions = activities.find((each) => each.number === number)?.revisions ?? [];
  return Math.max(0, ...revisions.map(({ revision }) => revision));
}

type Act = { act: StoredAct["act"]; number: number | null; reason: string };

function insertActs(db: Db, year: number, proposals: readonly PlanProposal[], act: Act, { now, personId }: PlanBy) {
  const next = listProposalActs(db, year).length + 1;
  const saved = { savedAt: now.toISOString(), savedBy: personId };
  insertProposalActs(
    db,
    proposals.map((proposal, index) => ({
      year,
      sequence: next + index,
      key: proposal.key,
      proposal,
      ...act,
      ...saved,
    })),
  );
}
