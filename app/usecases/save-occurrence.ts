import { type Db, inTransaction } from "#db/client.server.ts";
import { listActors } from "#db/queries/actors.ts";
import {
  findOccurrence,
  findOccurrenceSave,
  insertOccurrence,
  insertOccurrenceRevision,
  type StoredOccurrence,
} from "#db/queries/occurrences.ts";
import { isMemberOn } from "#domain/actor-life.ts";
import {
  isOwn,
  isRecorder,
  maySeeOccurrence,
  type OccurrenceContent,
  ownerOf,
  type Reader,
} from "#domain/occurrence.ts";

export type RecordedBy = Reader & { now: Date; personId: string };
/** An own record, and the revision its form was filled in from. `saveId`: made with the form, sent again when a save is repeated. */
type Own = { id: number; baseRevision: number; saveId: string };
/** `everyone`: all that were members that day took part, whatever else was chosen. */
type Content = OccurrenceContent & { everyone?: boolean };

export type SaveOccurrenceResult =
  | { ok: true; id: number }
  /** `unknown_occurrence` also where the writer may not know of it. */
  | {
      ok: false;
      problem: "unknown_occurrence" | "not_yours" | "unknown_participant" | "no_participants" | "save_id_taken";
    }
  /** Actors that had left the cooperation by that day. */
  | { ok: false; problem: "participant_left"; names: string[] }
  /** Somebody saved it meanwhile: nothing is changed. */
  | { ok: false; problem: "stale" };

/** Records an event or exercise, for the office or for the writer's actor, which then took part. `content` has been parsed by its schema. */
export function recordOccurrence(
  db: Db,
  { content, saveId }: { content: Content; saveId: string },
  by: RecordedBy,
): SaveOccurrenceResult {
  return inTransaction(db, (tx): SaveOccurrenceResult => {
    if (!isRecorder(by)) return { ok: false, problem: "not_yours" };
    const actorId = ownerOf(by);
    const participants = participantsOf(tx, content, actorId);
    if (!participants.ok) return participants;
    const repeated = repeatedSave(tx, { saveId }, { ...content, ...participants }, by);
    if (repeated) return repeated;
    const id = insertOccurrence(tx, actorId);
    append(tx, { id, revision: 1, saveId, content: { ...content, ...participants } }, by);
    return { ok: true, id };
  });
}

/** Changes what an own record says; one that was taken away comes back with it. */
export function editOccurrence(
  db: Db,
  { content, ...own }: Own & { content: Content },
  by: RecordedBy,
): SaveOccurrenceResult {
  return inTransaction(db, (tx): SaveOccurrenceResult => {
    const found = findOwn(tx, own, by);
    if (!found.ok) return found;
    const participants = participantsOf(tx, content, found.current.actorId, found.current);
    return participants.ok ? revise(tx, own, { ...content, ...participants }, found.current, by) : participants;
  });
}

/** Takes an own record away, with a reason; what it said, and what points to it, stay. */
export function removeOccurrence(db: Db, { reason, ...own }: Own & { reason: string }, by: RecordedBy) {
  return inTransaction(db, (tx): SaveOccurrenceResult => {
    const found = findOwn(tx, own, by);
    if (!found.ok) return found;
    return revise(tx, own, { ...contentOf(found.current), isRemoved: true, reason }, found.current, by);
  });
}

/** Brings an own record back that was taken away. */
export function restoreOccurrence(db: Db, own: Own, by: RecordedBy): SaveOccurrenceResult {
  return inTransaction(db, (tx): SaveOccurrenceResult => {
    const found = findOwn(tx, own, by);
    return found.ok ? revise(tx, own, contentOf(found.current), found.current, by) : found;
  });
}

type Said = OccurrenceContent & { isRemoved?: boolean; reason?: string };

function revise(db: Db, own: Own, content: Said, current: StoredOccurrence, by: RecordedBy): SaveOccurrenceResult {
  const repeated = repeatedSave(db, own, content, by);
  if (repeated) return repeated;
  if (current.revision !== own.baseRevision) return { ok: false, problem: "stale" };
  append(db, { id: own.id, revision: current.revision + 1, saveId: own.saveId, content }, by);
  return { ok: true, id: own.id };
}

type Append = { id: number; revision: number; saveId: string; content: Said };

function append(db: Db, { id, revision, saveId, content }: Append, { now, personId }: RecordedBy): void {
  const { kind, name, day, participants, isRemoved = false, reason = "" } = content;
  const saved = { saveId, savedAt: now.toISOString(), savedBy: personId };
  insertOccurrenceRevision(
    db,
    { occurrenceId: id, revision, kind, name, day, isRemoved, reason, ...saved },
    participants,
  );
}

function findOwn(db: Db, { id }: Own, by: RecordedBy) {
  const current = findOccurrence(db, id);
  const isKnown = current && maySeeOccurrence(by, idsOf(current));
  if (!current || !isKnown) return { ok: false, problem: "unknown_occurrence" } as const;
  return isOwn(by, current) ? ({ ok: true, current } as const) : ({ ok: false, problem: "not_yours" } as const);
}

/** A stored record as the rules ask about it. */
export function idsOf(stored: StoredOccurrence) {
  const observations = stored.observations.filter(({ isRemoved }) => !isRemoved);
  return { ...stored, observations, participants: stored.participants.map(({ id }) => id) };
}

function contentOf({ kind, name, day, participants }: StoredOccurrence): OccurrenceContent {
  return { kind, name, day, participants: participants.map(({ id }) => id) };
}

/** The actors that took part, in the register's order: those chosen and the one that records it. Who stood there before may stay. */
function participantsOf(
  db: Db,
  { participants, everyone, day }: Content,
  recorder: string | null,
  current?: StoredOccurrence,
) {
  const actors = listActors(db);
  const chosen = new Set(participants);
  if (recorder !== null) chosen.add(recorder);
  if ([...chosen].some((id) => actors.every((actor) => actor.id !== id)))
    return { ok: false, problem: "unknown_participant" } as const;
  const before = new Set(current?.participants.map(({ id }) => id));
  const names = actors
    .filter(({ id, memberUntil }) => chosen.has(id) && !before.has(id) && memberUntil !== null && memberUntil <= day)
    .map(({ name }) => name);
  if (names.length > 0) return { ok: false, problem: "participant_left", names } as const;
  const took = actors.filter((actor) => chosen.has(actor.id) || (everyone && isMemberOn(actor, day)));
  if (took.length === 0) return { ok: false, problem: "no_participants" } as const;
  return { ok: true, participants: took.map(({ id }) => id) } as const;
}

/** What a save that came before with the same id means: done already, or a form that was used for something else. */
function repeatedSave(
  db: Db,
  { saveId, id }: { saveId: string; id?: number },
  said: Said,
  { personId }: RecordedBy,
): SaveOccurrenceResult | undefined {
  const earlier = findOccurrenceSave(db, saveId);
  if (!earlier) return undefined;
  const { kind, name, day, isRemoved = false } = said;
  const isSame =
    earlier.savedBy === personId &&
    (id === undefined || id === earlier.occurrenceId) &&
    earlier.kind === kind &&
    earlier.name === name &&
    earlier.day === day &&
    earlier.isRemoved === isRemoved &&
    [...earlier.participants].sort().join(" ") === [...said.participants].sort().join(" ");
  return isSame ? { ok: true, id: earlier.occurrenceId } : { ok: false, problem: "save_id_taken" };
}
