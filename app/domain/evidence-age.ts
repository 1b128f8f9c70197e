// What the answers to a sub-capability rest on (underlag), by kind and age, and which levels nothing proves any longer: proven is
// an exercise or event that worked within the 24 months up to the round's first closing day. Source: method § 2.
import { type AnswerContent, type Evidence, type EvidenceKind, evidenceKinds, hasOutcome } from "./answer.ts";
import { monthsBefore } from "./day.ts";
import type { Definition } from "./definition.ts";
import { provenWithinMonths, provesCapability } from "./scale.ts";

type CountedContent = { actor: string; content: AnswerContent };

/** Pieces of evidence, and how many actors give one. `recent`: within the 24 months; `later`: dated after the closing day. */
export type EvidenceCount = {
  kind: EvidenceKind;
  actors: number;
  recent: number;
  older: number;
  later: number;
  /** Of the recent: that worked, and that showed shortcomings; null where the kind has no outcome. */
  worked: number | null;
  shortcomings: number | null;
};

/** One row per kind, in their fixed order. */
export function countEvidence(answers: readonly CountedContent[], closingDay: string): EvidenceCount[] {
  const earliest = monthsBefore(closingDay, provenWithinMonths);
  return evidenceKinds.map((kind) => {
    const pieces = answers.flatMap(({ actor, content }) =>
      content.evidence
        .filter((piece) => piece.kind === kind && piece.date !== "")
        .map((piece) => ({ ...piece, actor })),
    );
    const recent = pieces.filter(({ date }) => earliest <= date && date <= closingDay);
    const outcomes = (outcome: string) =>
      hasOutcome(kind) ? recent.filter((piece) => piece.outcome === outcome).length : null;
    return {
      kind,
      actors: new Set(pieces.map(({ actor }) => actor)).size,
      recent: recent.length,
      older: pieces.filter(({ date }) => date < earliest).length,
      later: pieces.filter(({ date }) => date > closingDay).length,
      worked: outcomes("worked"),
      shortcomings: outcomes("shortcomings"),
    };
  });
}

/** An actor at the level of what is proven, without what proves it. `lastWorked`: the day of the last that worked, older; null: none. */
export type UnprovenLevel = { actor: string; level: number; lastWorked: string | null };
/** The level from which on one claims to be proven, how many do, and those of them whom nothing within the 24 months proves. */
export type ProvenClaims = { level: number; claimed: number; unproven: UnprovenLevel[] };

/** Levels claimed as proven: that is what the version says, and need not be the scale's highest. In the order of the answers. */
export function provenClaims(
  answers: readonly CountedContent[],
  { closingDay, proposal }: { closingDay: string; proposal: Definition["proposal"] },
): ProvenClaims {
  const claims = answers.flatMap(({ actor, content: { level, evidence } }) =>
    level === null || level < proposal.proven ? [] : [{ actor, level, evidence }],
  );
  const unproven = claims.filter(({ evidence }) => !evidence.some((piece) => provesCapability(piece, closingDay)));
  return {
    level: proposal.proven,
    claimed: claims.length,
    unproven: unproven.map(({ actor, level, evidence }) => ({
      actor,
      level,
      lastWorked: lastWorkedIn(evidence, closingDay),
    })),
  };
}

function lastWorkedIn(evidence: readonly Evidence[], closingDay: string): string | null {
  const days = evidence
    .filter(({ kind, outcome, date }) => hasOutcome(kind) && outcome === "worked" && date !== "" && date <= closingDay)
    .map(({ date }) => date);
  return days.sort().at(-1) ?? null;
}
