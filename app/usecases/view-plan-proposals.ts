import type { Db } from "#db/client.server.ts";
import { activityAt } from "#domain/activity.ts";
import { findSubCapability } from "#domain/definition.ts";
import { areasFedBy } from "#domain/goal-area.ts";
import { findPatterns } from "#domain/pattern.ts";
import { contextOf, type PlanProposal, type ProposalNumbers, planProposals } from "#domain/plan-proposal.ts";
import { actsOf } from "./handle-plan-proposals.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { readGoalLinks } from "./read-goal-links.ts";
import { readObservedShortcomings } from "./read-observed-shortcomings.ts";
import { type PlanRead, readPlan } from "./read-plan.ts";

type Named = { id: string; shortName: string };
export type ShownProposal = Omit<PlanProposal, "actors" | "numbers"> & {
  actors: Named[];
  /** What was done with it; null: nothing yet. */
  handled: { act: "taken" | "rejected"; number: number | null; reason: string; savedAt: string } | null;
};
export type ProposalSub = {
  code: string;
  name: string;
  goalAreas: string[];
  numbers: ProposalNumbers;
  sameIn: { code: string; actors: number }[];
  couldHelp: Named[];
  /** In how many events and exercises of the last 24 months it did not work, and how many actors said so of themselves. */
  observed: { occurrences: number; actors: number } | null;
  proposals: ShownProposal[];
};
export type PlanProposalsView = {
  year: number;
  basisYear: number;
  /** The definition's version that the codes are of. */
  definition: string;
  /** Null where no version is being drafted: then the proposals are only read. */
  version: number | null;
  subs: ProposalSub[];
  total: number;
  open: number;
  /** Activities of the draft that proposals can be joined to. */
  activities: { number: number; what: string }[];
  /** Why there is nothing to propose: nobody has decided levels, nobody has answered, or nobody falls short. */
  nothing: "no_decisions" | "no_answers" | "no_gaps" | "no_pattern" | null;
};

/** The proposals that the plan's round gives, by sub-capability, the most pressing first, with what was done with each. */
export function viewPlanProposals(db: Db, year: number, { now }: { now: Date }): PlanProposalsView | undefined {
  const read = readPlan(db, year);
  const loaded = read && loadResults(db, read.plan.basisYear);
  if (!read || !loaded) return undefined;
  const { results } = loaded;
  const acts = actsOf(db, read);
  const nameOf = actorNames(loaded);
  const proposals = planProposals(results);
  const shown = proposals.map(({ actors, numbers: _numbers, ...proposal }): ShownProposal => {
    const act = acts.get(proposal.key);
    const isHandled = act && act.act !== "restored";
    return {
      ...proposal,
      actors: nameOf(actors),
      handled: isHandled
        ? { act: act.act as "taken" | "rejected", number: act.number, reason: act.reason, savedAt: act.savedAt }
        : null,
    };
  });
  return {
    year,
    basisYear: read.plan.basisYear,
    definition: loaded.definition.version,
    version: read.draft?.version ?? null,
    subs: subsOf(db, read, loaded, { proposals, shown, now }),
    total: shown.length,
    open: shown.filter(({ handled }) => handled === null).length,
    activities: draftActivities(read),
    nothing: shown.length > 0 ? null : whyNothing(loaded),
  };
}

function actorNames({ actors }: RoundResults) {
  return (ids: readonly string[]): Named[] =>
    actors.flatMap(({ id, shortName }) => (ids.includes(id) ? [{ id, shortName }] : []));
}

type Both = { proposals: PlanProposal[]; shown: ShownProposal[]; now: Date };

function subsOf(db: Db, { goals }: PlanRead, loaded: RoundResults, { proposals, shown, now }: Both): ProposalSub[] {
  const { definition, actors, results, answers } = loaded;
  const links = readGoalLinks(db, goals, definition);
  const patterns = findPatterns({ definition, actors, results, answers });
  const nameOf = actorNames(loaded);
  const observed = readObservedShortcomings(db, definition, now);
  const areaName = (key: string) => goals.areas.find((area) => area.key === key)?.name ?? key;
  return [...new Set(proposals.map(({ code }) => code))].flatMap((code) => {
    const first = proposals.find((each) => each.code === code);
    const { sameIn, couldHelp } = contextOf(patterns, code);
    const short = observed.get(code);
    if (!first) return [];
    return [
      {
        code,
        name: findSubCapability(definition, code)?.name ?? "",
        goalAreas: areasFedBy(goals, links, code).map(areaName),
        numbers: first.numbers,
        sameIn,
        couldHelp: nameOf(couldHelp),
        observed: short ? { occurrences: short.occurrences, actors: short.actors.length } : null,
        proposals: shown.filter((each) => each.code === code),
      },
    ];
  });
}

function draftActivities({ draft, activities, discarded }: PlanRead) {
  if (!draft) return [];
  return activities.flatMap(({ number, revisions }) => {
    const content = activityAt(revisions, draft.version, discarded);
    return content ? [{ number, what: content.what }] : [];
  });
}

function whyNothing({ levelDecisions, submittedCount, results }: RoundResults): PlanProposalsView["nothing"] {
  if (levelDecisions.length === 0) return "no_decisions";
  if (submittedCount === 0) return "no_answers";
  return results.priority.length === 0 ? "no_gaps" : "no_pattern";
}
