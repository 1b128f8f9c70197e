// The operations plan (verksamhetsplan) of the year after a round: drafted by the office, adopted by the chief group and from then on
// locked, presented to the council. A revision is a new version, and the one adopted before it holds until it is adopted. Source:
// Målbild, "Årlig verksamhetsplanering"; docs/the-year.md.
import type { Role } from "./access.ts";
import type { ActivityPart } from "./activity.ts";

export const planStates = ["drafted", "adopted", "presented", "discarded"] as const;
export type PlanState = (typeof planStates)[number];

export const planMoves = ["edit", "adopt", "present", "revise", "discard", "follow_up"] as const;
export type PlanMove = (typeof planMoves)[number];

/** Who makes a move, and from which states of the version it is made in. */
export const planMoveRules: Record<PlanMove, { by: readonly Role[]; from: readonly PlanState[] }> = {
  edit: { by: ["office"], from: ["drafted"] },
  adopt: { by: ["chief_group", "office"], from: ["drafted"] },
  present: { by: ["office"], from: ["adopted"] },
  revise: { by: ["office"], from: ["adopted", "presented"] },
  discard: { by: ["office"], from: ["drafted"] },
  follow_up: { by: ["office"], from: ["adopted", "presented"] },
};

/** What has happened to a version. Days YYYY-MM-DD, moments UTC ISO; null: not (yet). */
export type PlanVersion = {
  version: number;
  adoption: { adoptedOn: string } | null;
  presentation: { presentedOn: string } | null;
  discardedAt: string | null;
};

/** The state that follows from what has happened to a version. Never stored itself. */
export function planState({ adoption, presentation, discardedAt }: PlanVersion): PlanState {
  if (discardedAt !== null) return "discarded";
  if (presentation !== null) return "presented";
  return adoption === null ? "drafted" : "adopted";
}

export function mayMovePlan(version: PlanVersion | undefined, move: PlanMove): boolean {
  return version !== undefined && planMoveRules[move].from.includes(planState(version));
}

export function mayRoleMovePlan(move: PlanMove, role: Role): boolean {
  return planMoveRules[move].by.includes(role);
}

/** The version that is being drafted; there is at most one, and it is the last. */
export function draftOf<V extends PlanVersion>(versions: readonly V[]): V | undefined {
  return versions.find((version) => planState(version) === "drafted");
}

/** The version that holds: the one adopted last. */
export function versionInForce<V extends PlanVersion>(versions: readonly V[]): V | undefined {
  return versions
    .filter(({ adoption }) => adoption !== null)
    .reduce<V | undefined>((last, each) => (last && last.version > each.version ? last : each), undefined);
}

/** What was saved in thrown away versions counts no more. */
export function discardedVersions(versions: readonly PlanVersion[]): Set<number> {
  return new Set(versions.flatMap(({ version, discardedAt }) => (discardedAt === null ? [] : [version])));
}

/** `A`: an activity as whoever compares may know it. */
export type PlanDifference<A> = {
  number: number;
  change: "added" | "removed" | "changed";
  before: A | null;
  after: A | null;
  /** What differs in a changed one. */
  parts: ActivityPart[];
};

/** What a version says otherwise than another one, by activity number. */
export function planDifferences<A extends { number: number }>(
  before: readonly A[],
  after: readonly A[],
  partsOf: (before: A, after: A) => ActivityPart[],
): PlanDifference<A>[] {
  const numbers = [...new Set([...before, ...after].map(({ number }) => number))].sort((a, b) => a - b);
  return numbers.flatMap((number): PlanDifference<A>[] => {
    const [was, is] = [before, after].map((activities) => activities.find((each) => each.number === number) ?? null);
    if (was && is) {
      const parts = partsOf(was, is);
      return parts.length === 0 ? [] : [{ number, change: "changed", before: was, after: is, parts }];
    }
    return [{ number, change: is ? "added" : "removed", before: was ?? null, after: is ?? null, parts: [] }];
  });
}
