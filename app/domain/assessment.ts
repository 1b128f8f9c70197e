// An assessment (självskattning) of one actor in one round: draft → submitted → approved. Only a draft can be changed or submitted,
// while the round is open or, reopened by the office, until its own last day and before release. Source: design "The year".
import { stockholmDay } from "./day.ts";
import { mayMoveRound, type RoundState } from "./round.ts";

export const assessmentStates = ["draft", "submitted", "approved"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** `reopenedUntil`: the last day for saving that the office gave on reopening, YYYY-MM-DD in Stockholm; null: not reopened. */
export type AssessmentMoveInput = {
  roundState: RoundState;
  assessmentState: AssessmentState;
  reopenedUntil: string | null;
  now: Date;
};

/** Whether answers may be saved. A reopened assessment has its own last day, also while the round is open. */
export function maySaveAnswer({ roundState, assessmentState, reopenedUntil, now }: AssessmentMoveInput): boolean {
  if (assessmentState !== "draft") return false;
  if (reopenedUntil === null) return mayMoveRound(roundState, "save_answer");
  const isBeforeRelease = roundState === "open" || roundState === "closed";
  return isBeforeRelease && stockholmDay(now) <= reopenedUntil;
}

/** Whether the assessment may be submitted: whenever it may be changed. What it must hold: submission.ts. */
export function maySubmit(input: AssessmentMoveInput): boolean {
  return maySaveAnswer(input);
}
