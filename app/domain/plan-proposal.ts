// Proposals for the operations plan: what a round's results ask for, most pressing first (method § 5). A proposal is one cause behind
// one sub-capability, with the actors that do not meet its minimum and named that cause. Nothing is in it that the numbers do not say.
import type { Results } from "./aggregate.ts";
import { type Cause, causes } from "./answer.ts";
import type { Cell } from "./gap.ts";

/** The sub-capability as the round left it, over the whole region. */
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

/** The round's proposals: by priority of the sub-capability, then by number of actors, then in the causes' order. */
export function planProposals({ cells, regional, priority }: Pick<Results, "cells" | "regional" | "priority">) {
  return priority.flatMap((code): PlanProposal[] => {
    const row = regional.find((each) => each.code === code);
    if (!row) return [];
    const { notMeeting, belowMinimum, meetsMinimum, answered, applicable } = row;
    const numbers = {
      notMeeting,
      belowMinimum,
      unknown: notMeeting - belowMinimum,
      meetsMinimum,
      answered,
      applicable,
    };
    const short = cells.filter((cell) => cell.code === code && isNotMeeting(cell));
    return ([...causes, null] as const)
      .flatMap((cause) => proposalOf(code, cause, short, numbers))
      .sort((a, b) => b.actors.length - a.actors.length);
  });
}

/** Below the minimum, or unknown where a minimum is in force: the method's notMeeting. */
function isNotMeeting({ status, minimum }: Cell): boolean {
  return status === "below_minimum" || (status === "unknown" && minimum !== null);
}

function proposalOf(code: string, cause: Cause | null, short: readonly Cell[], numbers: ProposalNumbers) {
  const own = short.filter(({ causes: named }) => (cause === null ? named.length === 0 : named.includes(cause)));
  if (own.length === 0) return [];
  const minima = new Set(own.map(({ minimum }) => minimum));
  const [minimum = null] = minima;
  return [
    {
      key: `${code} ${cause ?? "none"}`,
      code,
      cause,
      actors: own.map(({ actor }) => actor),
      minimum: minima.size === 1 ? minimum : null,
      numbers,
    },
  ];
}

/** The latest act per proposal. One taken by an activity that has been taken away since is open again, and in none of them. */
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
