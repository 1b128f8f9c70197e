import { decisionsInForce } from "#domain/target.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { sayAbout } from "#exports/say-about.ts";
import type { RoundResults } from "./load-results.ts";
import type { OverviewView } from "./view-overview.ts";

/** When a file is made, and for whom, in words. */
export type Making = { now: Date; madeBy: string };

/** What every file of a basis says of itself. `coverage`: over what the file shows. */
export function aboutOf(
  { round, definition, actors, decisions, levelDecisions, submittedCount }: RoundResults,
  { state, coverage }: Pick<OverviewView, "state" | "coverage">,
  { now, madeBy, isCouncil }: Making & { isCouncil: boolean },
): PlanningBasis["about"] {
  const levels = [...decisionsInForce(levelDecisions).values()].flatMap((byGroup) => [...byGroup.values()]);
  const inForce = new Set(levels.map(({ sequence }) => sequence));
  const facts = {
    year: round.year,
    round: { state, closingDay: round.closingDay, releasedAt: round.releasedAt },
    definition: { version: definition.version, title: definition.title, source: definition.source },
    decisions: decisions.map(({ sequence, decidedOn, meeting, reference, registryNumber, recordedAs }) => ({
      sequence,
      decidedOn,
      meeting,
      reference,
      registryNumber,
      recordedAs,
      inForce: inForce.has(sequence),
    })),
    coverage: { actors: actors.length, submitted: submittedCount, ...coverage },
    madeAt: now.toISOString(),
    madeBy,
  };
  return sayAbout(facts, { isCouncil });
}

type Change = NonNullable<PlanningBasis["subCapabilities"][number]["change"]>;

/** A change as the files have it. */
export function changeOf({ before, now, kind, breaks }: Change): Change {
  return { before, now, kind, breaks: breaks.map(({ change, reason }) => ({ change, reason })) };
}
