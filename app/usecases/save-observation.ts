import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition, findNewestPublished } from "#db/queries/definitions.ts";
import {
  findObservationSave,
  findOccurrence,
  insertObservation,
  insertObservationRevision,
  type StoredObservation,
  type StoredOccurrence,
} from "#db/queries/occurrences.ts";
import { findRound } from "#db/queries/rounds.ts";
import { type Definition, findSubCapability } from "#domain/definition.ts";
import {
  isOwn,
  isRecorder,
  maxObservations,
  maySeeObservation,
  maySeeOccurrence,
  type ObservationContent,
  ownerOf,
} from "#domain/occurrence.ts";
import { idsOf, type RecordedBy } from "./save-occurrence.ts";

/** In which event or exercise, and the id made with the form. */
type Place = { occurrenceId: number; saveId: string };
/** An own observation, and the revision its form was filled in from. */
type Own = Place & { number: number; baseRevision: number };

export type SaveObservationResult =
  | { ok: true }
  | {
      ok: false;
      problem:
        | "unknown_occurrence"
        | "unknown_observation"
        | "not_yours"
        | "unknown_code"
        | "too_many"
        | "save_id_taken";
    }
  /** The record has been taken away. */
  | { ok: false; problem: "removed" }
  /** Somebody saved it meanwhile: nothing is changed. */
  | { ok: false; problem: "stale" };

/** The definition that codes of a day are of: that of the year's round, else the one published last; undefined where there is none. */
export function definitionOn(db: Db, day: string): Definition | undefined {
  const round = findRound(db, Number(day.slice(0, 4)));
  const version = round?.definitionVersion ?? findNewestPublished(db);
  return version === undefined ? undefined : findDefinition(db, version);
}

/** Notes what was observed of a sub-capability: an actor's people about their own actor, the office about all together. */
export function noteObservation(
  db: Db,
  { occurrenceId, saveId, content }: Place & { content: ObservationContent },
  by: RecordedBy,
): SaveObservationResult {
  return inTransaction(db, (tx): SaveObservationResult => {
    const found = findOpen(tx, occurrenceId, by);
    if (!found.ok) return found;
    const repeated = repeatedSave(tx, { saveId, occurrenceId }, content, by);
    if (repeated) return repeated;
    const version = versionOf(tx, found.occurrence, content.code);
    if (version === undefined) return { ok: false, problem: "unknown_code" };
    const actorId = ownerOf(by);
    const own = found.occurrence.observations.filter((each) => each.actorId === actorId && !each.isRemoved);
    if (own.length >= maxObservations) return { ok: false, problem: "too_many" };
    const number = insertObservation(tx, { occurrenceId, actorId });
    const key = { occurrenceId, number, revision: 1, version };
    insertObservationRevision(tx, { ...key, ...content, isRemoved: false, ...savedNow(saveId, by) });
    return { ok: true };
  });
}

/** Changes an own observation. */
export function editObservation(
  db: Db,
  { content, ...own }: Own & { content: ObservationContent },
  by: RecordedBy,
): SaveObservationResult {
  return revise(db, own, content, by);
}

/** Takes an own observation away; what it said is kept in its history. */
export function removeObservation(db: Db, own: Own, by: RecordedBy): SaveObservationResult {
  return revise(db, own, null, by);
}

/** `content` null: taken away, with what it said. */
function revise(db: Db, own: Own, content: ObservationContent | null, by: RecordedBy): SaveObservationResult {
  const { occurrenceId, number, baseRevision, saveId } = own;
  return inTransaction(db, (tx): SaveObservationResult => {
    const found = findOpen(tx, occurrenceId, by);
    if (!found.ok) return found;
    const current = found.occurrence.observations.find((each) => each.number === number);
    if (!current || !maySeeObservation(by, current)) return { ok: false, problem: "unknown_observation" };
    if (!isOwn(by, current)) return { ok: false, problem: "not_yours" };
    const said = { number, ...(content ?? { isRemoved: true }) };
    const repeated = repeatedSave(tx, own, said, by);
    if (repeated) return repeated;
    if (current.revision !== baseRevision) return { ok: false, problem: "stale" };
    const version = content === null ? current.version : versionFor(tx, found.occurrence, content.code, current);
    if (version === undefined) return { ok: false, problem: "unknown_code" };
    const { code, worked, shortcomings } = content ?? current;
    const key = { occurrenceId, number, revision: current.revision + 1, version };
    const isRemoved = content === null;
    insertObservationRevision(tx, { ...key, code, worked, shortcomings, isRemoved, ...savedNow(saveId, by) });
    return { ok: true };
  });
}

/** A record that the writer may note something in: one that it sees and that has not been taken away. */
function findOpen(db: Db, id: number, by: RecordedBy) {
  const occurrence = findOccurrence(db, id);
  if (!occurrence || !maySeeOccurrence(by, idsOf(occurrence)))
    return { ok: false, problem: "unknown_occurrence" } as const;
  if (!isRecorder(by)) return { ok: false, problem: "not_yours" } as const;
  return occurrence.isRemoved ? ({ ok: false, problem: "removed" } as const) : ({ ok: true, occurrence } as const);
}

function versionOf(db: Db, { day }: StoredOccurrence, code: string): string | undefined {
  const definition = definitionOn(db, day);
  return definition && findSubCapability(definition, code) ? definition.version : undefined;
}

/** A code that stays keeps its version, whatever has become of the day's definition since. */
function versionFor(db: Db, occurrence: StoredOccurrence, code: string, current: StoredObservation) {
  return code === current.code ? current.version : versionOf(db, occurrence, code);
}

/** What a save that came before with the same id means: done already, or a form that was used for something else. */
function repeatedSave(
  db: Db,
  { saveId, occurrenceId }: Place,
  saves: object,
  { personId }: RecordedBy,
): SaveObservationResult | undefined {
  const earlier = findObservationSave(db, saveId);
  if (!earlier) return undefined;
  const stored: Record<string, unknown> = earlier;
  const isSame = Object.entries({ occurrenceId, ...saves }).every(([name, value]) => stored[name] === value);
  return isSame && earlier.savedBy === personId ? { ok: true } : { ok: false, problem: "save_id_taken" };
}

function savedNow(saveId: string, { now, personId }: RecordedBy) {
  return { saveId, savedAt: now.toISOString(), savedBy: personId };
}
