// An assessment (självskattning) of one actor in one round: draft → submitted → approved. Sent back (skickad tillbaka), withdrawn
// (återtagen) or reopened (återöppnad) it is a draft again; counting does not need the approval. Source: docs/the-year.md.
import type { Role } from "./access.ts";
import { stockholmDay } from "./day.ts";
import type { RoundState } from "./round.ts";

export const assessmentStates = ["draft", "submitted", "approved"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export const assessmentMoves = [
  "save",
  "submit",
  "withdraw",
  "send_back",
  "approve",
  "record_paper_approval",
  "reopen",
  "begin_on_behalf",
  "end_on_behalf",
  "ask_more_time",
  "answer_more_time",
] as const;
export type AssessmentMove = (typeof assessmentMoves)[number];

/**
 * Who may make a move, from which states and while the round is in which. `onBehalf`: who else may, while the assessment is
 * filled in on the actor's behalf (åt aktören). `ifReopened`: the round states that also permit it for a reopened
 * assessment, to the end of its own last day. `to`: the state after it.
 */
type MoveRule = {
  by: readonly Role[];
  onBehalf?: readonly Role[];
  from: readonly AssessmentState[];
  whileRound: readonly RoundState[];
  ifReopened?: readonly RoundState[];
  to: AssessmentState | "unchanged";
};

/**
 * Every move of an assessment. What a contributor saves, a delegation decides too (delegation.ts). Sending back and withdrawing end the submission, which then no longer counts: only while
 * the round is open. Reopening leaves it counted. An approval changes no number, so it may come as late as it comes.
 */
export const assessmentMoveRules: Record<AssessmentMove, MoveRule> = {
  save: {
    by: ["coordinator", "contributor"],
    onBehalf: ["office"],
    from: ["draft"],
    whileRound: ["open"],
    ifReopened: ["closed"],
    to: "draft",
  },
  submit: {
    by: ["coordinator"],
    onBehalf: ["office"],
    from: ["draft"],
    whileRound: ["open"],
    ifReopened: ["closed"],
    to: "submitted",
  },
  withdraw: { by: ["coordinator"], onBehalf: ["office"], from: ["submitted"], whileRound: ["open"], to: "draft" },
  send_back: { by: ["approver"], from: ["submitted"], whileRound: ["open"], to: "draft" },
  approve: { by: ["approver"], from: ["submitted"], whileRound: ["open", "closed", "released"], to: "approved" },
  record_paper_approval: {
    by: ["coordinator", "office"],
    from: ["submitted"],
    whileRound: ["open", "closed", "released"],
    to: "approved",
  },
  reopen: { by: ["office"], from: ["draft", "submitted", "approved"], whileRound: ["open", "closed"], to: "draft" },
  begin_on_behalf: {
    by: ["office"],
    from: ["draft"],
    whileRound: ["open"],
    ifReopened: ["closed"],
    to: "unchanged",
  },
  end_on_behalf: {
    by: ["office"],
    from: ["draft", "submitted", "approved"],
    whileRound: ["open", "closed"],
    to: "unchanged",
  },
  ask_more_time: {
    by: ["coordinator"],
    from: ["draft"],
    whileRound: ["open"],
    ifReopened: ["closed"],
    to: "unchanged",
  },
  answer_more_time: { by: ["office"], from: ["draft"], whileRound: ["open", "closed"], to: "unchanged" },
};

/** `reopenedUntil`: the last day for saving that the office gave on reopening, YYYY-MM-DD in Stockholm; null: not reopened. */
export type AssessmentMoveInput = {
  roundState: RoundState;
  assessmentState: AssessmentState;
  reopenedUntil: string | null;
  now: Date;
};

/** What has happened to the latest submission; all false where there is none. */
export type SubmissionEvents = { isSubmitted: boolean; isEnded: boolean; isReopened: boolean; isApproved: boolean };

/** The state that follows from what has happened. Never stored itself. */
export function assessmentState({ isSubmitted, isEnded, isReopened, isApproved }: SubmissionEvents): AssessmentState {
  if (!isSubmitted || isEnded || isReopened) return "draft";
  return isApproved ? "approved" : "submitted";
}

/**
 * Whether somebody with this role, at the actor where the role has one, makes this move at all. `isOnBehalf`: whether the
 * assessment is being filled in on the actor's behalf.
 */
export function mayRoleMove(move: AssessmentMove, role: Role, isOnBehalf = false): boolean {
  const { by, onBehalf = [] } = assessmentMoveRules[move];
  return by.includes(role) || (isOnBehalf && onBehalf.includes(role));
}

/** Whether the assessment permits the move now, whoever makes it. */
export function mayMoveAssessment(move: AssessmentMove, input: AssessmentMoveInput): boolean {
  const rule = assessmentMoveRules[move];
  if (!rule.from.includes(input.assessmentState)) return false;
  if (rule.whileRound.includes(input.roundState)) return true;
  if (input.reopenedUntil === null || !rule.ifReopened?.includes(input.roundState)) return false;
  return stockholmDay(input.now) <= input.reopenedUntil;
}
