// A round as somebody meets it on the start page: how it stands, and how far the own actor has come in it.
import type { AssessmentState } from "./assessment.ts";
import type { RoundState } from "./round.ts";

export type StartRound = {
  year: number;
  state: RoundState;
  closingDay: string;
  /** 0 on the closing day itself, negative after it. */
  daysLeft: number;
  /** Of the round's actors, those that have submitted; null for an actor's people, and until the round has opened. */
  submitted: { actors: number; of: number } | null;
  /** The own actor's assessment; null for those without an actor, and where the actor is not in the round. */
  own: OwnAssessment | null;
};

export type OwnAssessment = {
  actorId: string;
  state: AssessmentState;
  /** Sub-capabilities with anything saved. */
  begun: number;
  /** As on the task list; null where nothing can be saved now. */
  progress: { ready: number; total: number } | null;
  /** Of the submission that counts. */
  submittedAt: string | null;
  isSentBack: boolean;
  /** The last day of a reopening, YYYY-MM-DD in Stockholm; null: not reopened. */
  reopenedUntil: string | null;
  isOpen: boolean;
  mayApprove: boolean;
  /** The base capabilities that the person, a contributor, holds; empty for others. */
  held: number[];
};
