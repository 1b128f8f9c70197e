// Event or exercise (händelse, övning): what put the actors' capabilities to the test, and what was observed of each sub-capability
// (iakttagelse). Who may see and change what stands here and nowhere else. Source: docs/the-year.md, method § 7.
import type { Role } from "./access.ts";
import type { Evidence } from "./answer.ts";

export const occurrenceKinds = ["event", "exercise"] as const;
export type OccurrenceKind = (typeof occurrenceKinds)[number];

/** What a record says. `day`: YYYY-MM-DD, the last one where it lasted longer. `participants`: ids of the actors that took part. */
export type OccurrenceContent = { kind: OccurrenceKind; name: string; day: string; participants: string[] };
/** What was observed of one sub-capability: at least one of the texts says something. */
export type ObservationContent = { code: string; worked: string; shortcomings: string };

export const maxOccurrenceLengths = { name: 200, reason: 500, observation: 4000 } as const;
/** The most observations that one actor, or the office, notes in one event or exercise. */
export const maxObservations = 100;

/** Whoever reads or writes, by role and, for an actor's own people, its actor. */
export type Reader = { role: Role; actorId: string | null };
/** Who recorded or noted something: an actor's id, or null for the office. */
type Owned = { actorId: string | null };
type Occurrence = Owned & { participants: readonly string[]; observations: readonly Owned[] };

const seesAll: readonly Role[] = ["office", "chief_group"];
const actorsWriters: readonly Role[] = ["coordinator", "contributor"];

/**
 * The office and the chief group see every record; an actor's people what it recorded, took part in, or noted something in.
 */
export function maySeeOccurrence({ role, actorId }: Reader, occurrence: Occurrence): boolean {
  if (seesAll.includes(role)) return true;
  if (actorId === null) return false;
  const { participants, observations } = occurrence;
  return (
    occurrence.actorId === actorId ||
    participants.includes(actorId) ||
    observations.some((observation) => observation.actorId === actorId)
  );
}

/** What an actor observed of itself is its own (method § 7); what the office observed is for all who see the record. */
export function maySeeObservation({ role, actorId }: Reader, observation: Owned): boolean {
  return seesAll.includes(role) || observation.actorId === null || observation.actorId === actorId;
}

/** Whether somebody records and notes at all. */
export function isRecorder({ role, actorId }: Reader): boolean {
  return role === "office" || (actorId !== null && actorsWriters.includes(role));
}

/** Whether something is the writer's to change: the office's for the office, an actor's for its people. Nobody changes others' words. */
export function isOwn(writer: Reader, { actorId }: Owned): boolean {
  return isRecorder(writer) && actorId === ownerOf(writer);
}

/** Under whom this writer records: its actor, or null for the office. */
export function ownerOf({ role, actorId }: Reader): string | null {
  return role === "office" ? null : actorId;
}

/** How it went, over what was observed: a shortcoming is one whatever else worked; null where nothing was observed. */
export function outcomeOf(observations: readonly Omit<ObservationContent, "code">[]): Evidence["outcome"] {
  if (observations.some(({ shortcomings }) => shortcomings !== "")) return "shortcomings";
  return observations.some(({ worked }) => worked !== "") ? "worked" : null;
}
