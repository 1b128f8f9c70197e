// A proposal (förslag) is what the office prepares for the chief group: wanted levels and motives per sub-capability and group.
// Every save is kept; what stands is each row's latest. It is open until decided or discarded. Source: docs/the-year.md, method § 3.
import type { DecidedLevel } from "./level-check.ts";
import { decisionsInForce, type Group, type LevelDecision, type Target } from "./target.ts";

/** `motive`: why, as every actor will read it; may be empty. */
export type ProposalRow = DecidedLevel & { motive: string };
/** A row as it was saved: `revision` numbers the proposal's saves from 1. */
export type SavedRow = ProposalRow & { revision: number };

export type ProposalState = "open" | "decided" | "discarded";

/** The state that follows from what has happened to a proposal. Never stored itself. */
export function proposalState({ closedAt, sequence }: { closedAt: string | null; sequence: number | null }) {
  if (closedAt === null) return "open" as const;
  return sequence === null ? ("discarded" as const) : ("decided" as const);
}

/** What a row is about, as a key: "1:1 category:kommun". */
export function rowKey({ code, group }: { code: string; group: Group }): string {
  return `${code} ${group}`;
}

/** The rows that stood at a save, each in its latest form. `revision` left out: now. */
export function rowsAt(saved: readonly SavedRow[], revision = Number.POSITIVE_INFINITY): ProposalRow[] {
  const standing = new Map<string, SavedRow>();
  for (const row of saved) {
    if (row.revision > revision) continue;
    const earlier = standing.get(rowKey(row));
    if (!earlier || earlier.revision < row.revision) standing.set(rowKey(row), row);
  }
  return [...standing.values()].map(({ revision: _revision, ...row }) => row);
}

/** Of the rows that somebody wrote, those that differ from the ones they saw. An empty row nobody saw is no difference. */
export function editedRows(written: readonly ProposalRow[], seen: readonly ProposalRow[]): ProposalRow[] {
  const before = new Map(seen.map((row) => [rowKey(row), row]));
  return written.filter((row) => {
    const was = before.get(rowKey(row)) ?? { minimum: null, ambition: null, motive: "" };
    return was.minimum !== row.minimum || was.ambition !== row.ambition || was.motive !== row.motive;
  });
}

/** `minimum_added` and so on: that one of the two comes or goes and the other stays. */
export type LevelChange =
  | "same"
  | "new"
  | "raised"
  | "lowered"
  | "removed"
  | "mixed"
  | `${"minimum" | "ambition"}_${"added" | "removed"}`;

/** What happens between two pairs of levels; `mixed`: one goes up or comes, the other goes down or away. */
export function changeBetween(before: Target, after: Target): LevelChange {
  const isEmpty = ({ minimum, ambition }: Target) => minimum === null && ambition === null;
  const steps = [step(before.minimum, after.minimum), step(before.ambition, after.ambition)];
  if (steps.every((one) => one === 0)) return "same";
  if (isEmpty(before)) return "new";
  if (isEmpty(after)) return "removed";
  const part = steps[0] === 0 ? "ambition" : steps[1] === 0 ? "minimum" : null;
  if (part && before[part] === null) return `${part}_added`;
  if (part && after[part] === null) return `${part}_removed`;
  if (steps.some((one) => one > 0) && steps.some((one) => one < 0)) return "mixed";
  return steps.some((one) => one > 0) ? "raised" : "lowered";
}

/** To ask for something where nothing was asked for is a step up. */
function step(before: number | null, after: number | null): number {
  return Math.sign((after ?? Number.NEGATIVE_INFINITY) - (before ?? Number.NEGATIVE_INFINITY)) || 0;
}

export type LevelDifference = { code: string; group: Group; before: Target; after: Target; change: LevelChange };

const none: Target = { minimum: null, ambition: null };

/** What differs between the levels in force under two sets of decisions, by code and group in the order of `before`, then `after`. */
export function levelDifferences(before: readonly LevelDecision[], after: readonly LevelDecision[]): LevelDifference[] {
  const [was, is] = [decisionsInForce(before), decisionsInForce(after)];
  const keys = new Map([...before, ...after].map(({ code, group }) => [rowKey({ code, group }), { code, group }]));
  return [...keys.values()]
    .map(({ code, group }) => {
      const [from, to] = [targetOf(was.get(code)?.get(group)), targetOf(is.get(code)?.get(group))];
      return { code, group, before: from, after: to, change: changeBetween(from, to) };
    })
    .filter(({ change }) => change !== "same");
}

function targetOf(decision: LevelDecision | undefined): Target {
  return decision ? { minimum: decision.minimum, ambition: decision.ambition } : none;
}

/** The proposal as the decision with the next sequence, for what if and for deciding. */
export function asDecisions(rows: readonly DecidedLevel[], sequence: number): LevelDecision[] {
  return rows.map(({ code, group, minimum, ambition }) => ({ sequence, code, group, minimum, ambition }));
}
