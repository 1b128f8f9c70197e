import { isDay, stockholmDay } from "#domain/day.ts";

/** The longest name of a meeting, in characters. */
export const MEETING_LENGTH = 200;

/** The longest reference to a decision, in characters. */
export const REFERENCE_LENGTH = 200;

/** The longest registry number (diarienummer), in characters. */
export const REGISTRY_NUMBER_LENGTH = 100;

/** When and where the chief group decided something: day (YYYY-MM-DD in Stockholm), meeting, minutes, registry number or "". */
export type MeetingFacts = { decidedOn: string; meeting: string; reference: string; registryNumber: string };
export type FactsProblem =
  | "decided_on_invalid"
  | "decided_on_future"
  | "meeting_missing"
  | "meeting_long"
  | "reference_missing"
  | "reference_long"
  | "registry_number_long";

/** What is wrong with the facts of a decision, in the order in which they are asked for; undefined: nothing. */
export function meetingFactsProblem(facts: MeetingFacts, now: Date): FactsProblem | undefined {
  const { decidedOn, meeting, reference, registryNumber } = trimmedFacts(facts);
  if (!isDay(decidedOn)) return "decided_on_invalid";
  if (decidedOn > stockholmDay(now)) return "decided_on_future";
  if (meeting === "") return "meeting_missing";
  if (meeting.length > MEETING_LENGTH) return "meeting_long";
  if (reference === "") return "reference_missing";
  if (reference.length > REFERENCE_LENGTH) return "reference_long";
  return registryNumber.length > REGISTRY_NUMBER_LENGTH ? "registry_number_long" : undefined;
}

/** As they are stored. */
export function trimmedFacts({ decidedOn, meeting, reference, registryNumber }: MeetingFacts): MeetingFacts {
  return {
    decidedOn: decidedOn.trim(),
    meeting: meeting.trim(),
    reference: reference.trim(),
    registryNumber: registryNumber.trim(),
  };
}
