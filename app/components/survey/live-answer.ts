import type { AnswerContent } from "#domain/answer.ts";
import { isDay } from "#domain/day.ts";
import type { Proposal, SubCapability } from "#domain/definition.ts";
import { provenUntil } from "#domain/scale.ts";
import { areCausesDue, isChangeReasonDue, isReasonDue, missingForSubmission, proposalFor } from "#domain/submission.ts";
import { fieldOf } from "#text/survey.ts";
import { draftOf } from "./answer-draft.ts";
import type { AnswerValues } from "./answer-values.ts";

/**
 * What the answer is computed against. `sub`: with the indicators directed to the actor. `closingDay`: the one set when the round
 * opened. `earlierLevel`: null also while it is hidden.
 */
export type LiveBasis = {
  sub: SubCapability;
  proposal: Proposal;
  closingDay: string;
  minimum: number | null;
  earlierLevel: number | null;
};

/** Why a reason is due. */
export type ReasonWhy = "unknown" | "not_applicable" | "no_proposal" | "differs";

/** What follows from the typed answer, by the same functions as the server asks. */
export type LiveAnswer = {
  answer: string;
  proposed: number | null;
  reasonDue: ReasonWhy | null;
  changeReasonDue: boolean;
  causesDue: boolean;
  /** The last closing day that what is typed as evidence proves the capability for. */
  provenUntil: string | null;
  /** Whether the chosen level is the one that needs proof. */
  isProvenLevel: boolean;
  /** The fields that still lack something. */
  missing: string[];
};

export function liveAnswer(values: AnswerValues, basis: LiveBasis): LiveAnswer {
  const { sub, proposal, closingDay, minimum, earlierLevel } = basis;
  const content = contentOf(values);
  const input = { definition: { proposal }, sub, designated: true, content, minimum, closingDay, earlierLevel };
  const proposed = proposalFor(input);
  return {
    answer: values.answer,
    proposed,
    reasonDue: isReasonDue(input) ? reasonWhy(content, proposed) : null,
    changeReasonDue: isChangeReasonDue(content, earlierLevel),
    causesDue: areCausesDue(content, minimum),
    provenUntil: provenUntil(content.evidence, closingDay),
    isProvenLevel: content.level !== null && content.level === proposal.proven,
    missing: missingForSubmission(input).map(fieldOf),
  };
}

function reasonWhy({ kind }: AnswerContent, proposed: number | null): ReasonWhy {
  if (kind === "unknown" || kind === "not_applicable") return kind;
  return proposed === null ? "no_proposal" : "differs";
}

/** The answer that the server would take; a date that is none is no date yet. */
function contentOf(values: AnswerValues): AnswerContent {
  const draft = draftOf(values) as AnswerContent;
  return { ...draft, evidence: draft.evidence.map((piece) => (isDay(piece.date) ? piece : { ...piece, date: "" })) };
}
