import type { ReactNode } from "react";
import type { RoundState } from "#domain/round.ts";
import { dayText } from "#text/dates.ts";

/** The heading of a round's results, marked while they can still change. */
export function ResultTitle({ title, state }: { title: ReactNode; state: RoundState }) {
  if (state !== "open") return <>{title}</>;
  return (
    <>
      {title} <span className="running">löpande ställning</span>
    </>
  );
}

type Basis = {
  state: RoundState;
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
};

/** What the numbers rest on, in a line: the day while they change, who has submitted, and which decision. */
export function resultLead({ state, day, actorCount, submittedCount, latestDecision }: Basis): string {
  const when = state === "released" ? "" : `Ställningen ${dayText(day)}: `;
  const submitted = `${when}${submittedCount} av ${actorCount} aktörer har lämnat in.`;
  if (!latestDecision) return submitted;
  return `${submitted} Lägstanivå enligt beslut ${latestDecision.sequence}, ${dayText(latestDecision.decidedOn)}.`;
}
