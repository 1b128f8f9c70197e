// What an answer still lacks before it can be submitted (lämnas in). Source: docs/the-year.md, method § 2.
import type { AnswerContent, Evidence } from "./answer.ts";
import { hasOutcome, hasStarted } from "./answer.ts";
import { type Definition, indicatorsFor, type SubCapability } from "./definition.ts";
import { isLargeChange } from "./earlier-answer.ts";
import { proposedLevel } from "./scale.ts";

/** How far one answer has come. `not_directed`: none of its indicators concerns the actor, so nothing is asked. */
export type TaskState = "not_started" | "begun" | "ready" | "not_directed";

export type MissingField =
  | { field: "indicator"; id: string }
  | { field: "indicator_reason"; id: string }
  | { field: "answer" }
  | { field: "confidence" }
  | { field: "reason" }
  | { field: "change_reason" }
  | { field: "causes" }
  | { field: "evidence"; index: number };

/**
 * `minimum`: the one in force for this actor now, or null. `closingDay`: the day set when the round opened. `earlierLevel`: the
 * actor's level in its newest earlier released year, where the version map draws a line to it; else null or none.
 */
export type SubmissionInput = {
  definition: Pick<Definition, "proposal">;
  sub: SubCapability;
  designated: boolean;
  content: AnswerContent;
  minimum: number | null;
  closingDay: string;
  earlierLevel?: number | null;
};

/**
 * What is missing, in the order of the survey page; empty when the answer can be submitted.
 * Nothing is asked where no indicator is directed to the actor, and of "not applicable" only its reason.
 */
export function missingForSubmission(input: SubmissionInput): MissingField[] {
  const { sub, designated, content } = input;
  const ids = indicatorsFor(sub, { designated }).map(({ id }) => id);
  if (ids.length === 0) return [];
  if (content.kind === "not_applicable") return isBlank(content.reason) ? [{ field: "reason" }] : [];

  const missing: MissingField[] = ids.flatMap((id) => missingOfIndicator(content, id));
  content.evidence.forEach((piece, index) => {
    if (isIncomplete(piece)) missing.push({ field: "evidence", index });
  });
  if (content.kind === null) missing.push({ field: "answer" });
  else if (isBlank(content.reason) && isReasonDue(input)) missing.push({ field: "reason" });
  if (isBlank(content.changeReason ?? "") && isChangeReasonDue(content, input.earlierLevel ?? null))
    missing.push({ field: "change_reason" });
  if (content.confidence === null) missing.push({ field: "confidence" });
  if (content.causes.length === 0 && areCausesDue(content, input.minimum)) missing.push({ field: "causes" });
  return missing;
}

/** How far one answer has come, as it stands in the list of what remains. */
export function taskStateOf(input: SubmissionInput): TaskState {
  if (indicatorsFor(input.sub, input).length === 0) return "not_directed";
  if (missingForSubmission(input).length === 0) return "ready";
  return hasStarted(input.content) ? "begun" : "not_started";
}

/** The proposed level of an actor's answer, or null. */
export function proposalFor({ definition, sub, designated, content, closingDay }: Omit<SubmissionInput, "minimum">) {
  return proposedLevel({
    indicatorAnswers: indicatorsFor(sub, { designated }).map(({ id }) => content.indicators[id]?.answer ?? null),
    evidence: content.evidence,
    closingDay,
    proposal: definition.proposal,
  });
}

/** A reason is due for every answer but a level equal to the proposed one. */
export function isReasonDue(input: Omit<SubmissionInput, "minimum">): boolean {
  const { kind, level } = input.content;
  if (kind === null) return false;
  return kind !== "level" || level !== proposalFor(input);
}

/** Why it has changed is due for a level two steps or more from the earlier year's. */
export function isChangeReasonDue({ kind, level }: AnswerContent, earlierLevel: number | null): boolean {
  return kind === "level" && level !== null && earlierLevel !== null && isLargeChange(earlierLevel, level);
}

/** Causes are due where the capability is unknown or below the minimum in force. */
export function areCausesDue({ kind, level }: AnswerContent, minimum: number | null): boolean {
  return kind === "unknown" || (kind === "level" && level !== null && minimum !== null && level < minimum);
}

function missingOfIndicator(content: AnswerContent, id: string): MissingField[] {
  const entry = content.indicators[id];
  if (!entry || entry.answer === null) return [{ field: "indicator", id }];
  if (entry.answer === "not_applicable" && isBlank(entry.reason)) return [{ field: "indicator_reason", id }];
  return [];
}

function isIncomplete({ kind, what, date, outcome }: Evidence): boolean {
  return isBlank(what) || date === "" || (hasOutcome(kind) && outcome === null);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
