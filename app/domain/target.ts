// Minimum and ambition (lägstanivå, ambitionsnivå): which decided levels apply to an actor. The strictest of its groups, each separately.
// A group's latest decision replaces its earlier ones whole. Source: method § 3.

/** A group of actors that levels are decided for. */
export type Group = "all" | "designated" | `category:${string}`;

/** A decision of the chief group. Never changed: a higher `sequence` for the same code and group replaces it. */
export type LevelDecision = {
  sequence: number;
  code: string;
  group: Group;
  minimum: number | null;
  ambition: number | null;
};

/** An actor as it was frozen when the round opened. */
export type RoundActor = { id: string; category: string; designated: boolean };
/** With the names it had then. */
export type NamedActor = RoundActor & { name: string; shortName: string };

/** The levels in force for one actor and sub-capability; null: none is. */
export type Target = { minimum: number | null; ambition: number | null };

/** The decision in force per sub-capability and group: the one with the highest sequence. */
export function decisionsInForce(decisions: readonly LevelDecision[]): Map<string, Map<Group, LevelDecision>> {
  const byCode = new Map<string, Map<Group, LevelDecision>>();
  for (const decision of decisions) {
    const byGroup = byCode.get(decision.code) ?? new Map<Group, LevelDecision>();
    byCode.set(decision.code, byGroup);
    const earlier = byGroup.get(decision.group);
    if (!earlier || earlier.sequence < decision.sequence) byGroup.set(decision.group, decision);
  }
  return byCode;
}

/** What a group must reach at least. */
export type GroupMinimum = { group: Group; minimum: number };

/** The minimum in force of every group that has one: that of all actors first, the others by name. */
export function minimaOf(decisions: readonly LevelDecision[], code: string): GroupMinimum[] {
  const byGroup = [...(decisionsInForce(decisions).get(code)?.values() ?? [])];
  const minima = byGroup.flatMap(({ group, minimum }) => (minimum === null ? [] : [{ group, minimum }]));
  const place = ({ group }: GroupMinimum) => (group === "all" ? "" : group);
  return minima.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Whether the same is asked of the same groups. */
export function areSameMinima(a: readonly GroupMinimum[], b: readonly GroupMinimum[]): boolean {
  return (
    a.length === b.length && a.every(({ group, minimum }, at) => group === b[at]?.group && minimum === b[at].minimum)
  );
}

/** The groups an actor belongs to. */
export function groupsOf(actor: Pick<RoundActor, "category" | "designated">): Group[] {
  const groups: Group[] = ["all", `category:${actor.category}`];
  return actor.designated ? [...groups, "designated"] : groups;
}

/**
 * The levels in force, as a function of actor and sub-capability code.
 * An effective ambition below the effective minimum counts as none.
 */
export function targetsFor(
  decisions: readonly LevelDecision[],
): (actor: Pick<RoundActor, "category" | "designated">, code: string) => Target {
  const inForce = decisionsInForce(decisions);
  return (actor, code) => {
    const byGroup = inForce.get(code);
    let minimum: number | null = null;
    let ambition: number | null = null;
    for (const group of byGroup ? groupsOf(actor) : []) {
      const decision = byGroup?.get(group);
      minimum = strictest(minimum, decision?.minimum ?? null);
      ambition = strictest(ambition, decision?.ambition ?? null);
    }
    const isUnderMinimum = minimum !== null && ambition !== null && ambition < minimum;
    return { minimum, ambition: isUnderMinimum ? null : ambition };
  };
}

function strictest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
