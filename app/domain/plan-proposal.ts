// Proposals for the operations plan: what a round's results ask for, most pressing first (method § 5). A proposal is one cause behind
// one sub-capability, with the actors that do not meet its minimum and named that cause; what only one actor has is its own measure.
// Nothing is in it that the numbers do not say.
import type { Results } from "./aggregate.ts";
import { type Cause, causes } from "./answer.ts";
import type { Cell } from "./gap.ts";
import { fewestTogether, type Patterns } from "./pattern.ts";

/** The sub-capability as the round left it, over the whole region. `unknown`: those that have a minimum to meet. */
export type ProposalNumbers = {
  notMeeting: number;
  belowMinimum: number;
  unknown: number;
  meetsMinimum: number;
  answered: number;
  applicable: number;
};
export type PlanProposal = {
  /** "2:5 training"; "2:5 none" for those that named no cause. */
  key: string;
  code: string;
  cause: Cause | null;
  /** Those that do not meet their minimum and named the cause, in input order. */
  actors: string[];
  /** The minimum that they all have; null where theirs differ. */
  minimum: number | null;
  numbers: ProposalNumbers;
};

/** What became of a proposal; the latest act holds. `number`: the activity that took it. */
export type ProposalAct = {
  sequence: number;
  key: string;
  act: "taken" | "rejected" | "restored";
  number: number | null;
};

type Input = Pick<Results, "cells" | "regional" | "priority">;

/** The round's proposals: by priority of the sub-capability, then by number of actors, then in the causes' order. */
export function planProposals({ cells, regional, priority }: Input): PlanProposal[] {
  const short = cells.filter(isNotMeeting);
  return priority.flatMap((code): PlanProposal[] => {
    const row = regional.find((each) => each.code === code);
    if (!row) return [];
    const { notMeeting, belowMinimum, meetsMinimum, answered, applicable } = row;
    const unknown = notMeeting - belowMinimum;
    const numbers = { notMeeting, belowMinimum, unknown, meetsMinimum, answered, applicable };
    const own = short.filter((cell) => cell.code === code);
    return [...causes, null]
      .map((cause) => proposalOf(code, cause, own, numbers))
      .filter(({ actors }) => actors.length >= fewestTogether)
      .sort((a, b) => b.actors.length - a.actors.length);
  });
}

/** Below the minimum, or unknown where a minimum is in force: the method's notMeeting. */
function isNotMeeting({ status, minimum }: Cell): boolean {
  return status === "below_minimum" || (status === "unknown" && minimum !== null);
}

function proposalOf(code: string, cause: Cause | null, short: readonly Cell[], numbers: ProposalNumbers): PlanProposal {
  const own = short.filter(({ causes: named }) => (cause === null ? named.length === 0 : named.includes(cause)));
  const minima = new Set(own.map(({ minimum }) => minimum));
  const [only = null] = minima;
  const minimum = minima.size === 1 ? only : null;
  return { key: `${code} ${cause ?? "none"}`, code, cause, actors: own.map(({ actor }) => actor), minimum, numbers };
}

/** What of the patterns speaks for joining: the same actors below in another sub-capability, and who could help. */
export type ProposalContext = { sameIn: { code: string; actors: number }[]; couldHelp: string[] };

const mostPairs = 3;

/** The patterns around a sub-capability: the other ones in which most of the same actors are below, at most three. */
export function contextOf({ gapPairs, help }: Pick<Patterns, "gapPairs" | "help">, code: string): ProposalContext {
  const pairs = gapPairs.filter(({ codes }) => codes.includes(code));
  const sameIn = pairs.slice(0, mostPairs).map(({ codes: [first, second], actors }) => ({
    code: first === code ? second : first,
    actors: actors.length,
  }));
  return { sameIn, couldHelp: help.find((each) => each.code === code)?.couldHelp ?? [] };
}

/** The latest act per proposal. One restored, or taken by an activity that is not in the plan any more, has none. */
export function standingActs<A extends ProposalAct>(
  acts: readonly A[],
  isInPlan: (number: number) => boolean,
): Map<string, A> {
  const standing = new Map<string, A>();
  for (const act of acts.toSorted((a, b) => a.sequence - b.sequence)) standing.set(act.key, act);
  for (const [key, { act, number }] of standing)
    if (act === "restored" || (number !== null && !isInPlan(number))) standing.delete(key);
  return standing;
}
