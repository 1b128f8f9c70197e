import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import {
  findMeasureSave,
  highestMeasureNumber,
  insertMeasure,
  insertMeasureRevision,
  insertMeasureState,
  type MeasureKey,
} from "#db/queries/measures.ts";
import { findRound } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { type MeasureContent, type MeasureDecision, maxMeasuresPerCode } from "#domain/measure.ts";
import { type Answering, type AnsweringRefusal, findPlace, permitAnswering } from "./permit-answering.ts";
import type { MoveBy } from "./permit-move.ts";
import { type MeasureFacts, readMeasures } from "./read-measures.ts";

/** Whose assessment, and the id made with the form: a save that comes twice is stored once. */
type Place = { year: number; actorId: string; saveId: string };
/** An own measure of the year, and the revision its form was filled in from. */
type OwnMeasure = Place & { number: number; baseRevision: number };

export type SaveMeasureResult =
  | { ok: true }
  | { ok: false; problem: "unknown_measure" | "too_many" | "due_day_passed" | "save_id_taken" }
  /** Somebody saved it meanwhile: nothing is changed. `current`: as it stands. */
  | { ok: false; problem: "stale"; current: MeasureFacts }
  | AnsweringRefusal;

/** Notes a new measure for a sub-capability, in the year's assessment. `content` has been parsed by its schema. */
export function noteMeasure(
  db: Db,
  { year, actorId, code, saveId, content }: Place & { code: string; content: MeasureContent },
  by: MoveBy,
): SaveMeasureResult {
  return inTransaction(db, (tx): SaveMeasureResult => {
    const repeated = repeatedSave(tx, { saveId, year, actorId }, { year, ...content }, by);
    if (repeated) return repeated;
    const permitted = permitAnswering(tx, { year, actorId, code }, by);
    if (!permitted.ok) return permitted;
    const { definition } = permitted;
    const ofCode = readMeasures(tx, { year, actorId, definition }).filter(
      (measure) => measure.year === year && measure.code === code && !measure.isRemoved,
    );
    if (ofCode.length >= maxMeasuresPerCode) return { ok: false, problem: "too_many" };
    const key = { year, actorId, number: highestMeasureNumber(tx, year, actorId) + 1 };
    insertMeasure(tx, { ...key, code });
    insertMeasureRevision(tx, {
      ...key,
      revision: 1,
      ...content,
      isRemoved: false,
      ...savedNow(saveId, permitted, by),
    });
    return { ok: true };
  });
}

/** Changes what an own measure of the year says; one that was taken away comes back with it. */
export function editMeasure(
  db: Db,
  { content, ...own }: OwnMeasure & { content: MeasureContent },
  by: MoveBy,
): SaveMeasureResult {
  return reviseMeasure(db, own, content, by);
}

/** Takes an own measure of the year away; what it said is kept in its history. */
export function removeMeasure(db: Db, own: OwnMeasure, by: MoveBy): SaveMeasureResult {
  return reviseMeasure(db, own, null, by);
}

/** `content` null: taken away, with what it said. */
function reviseMeasure(
  db: Db,
  { year, actorId, number, baseRevision, saveId }: OwnMeasure,
  content: MeasureContent | null,
  by: MoveBy,
): SaveMeasureResult {
  return inTransaction(db, (tx): SaveMeasureResult => {
    const key = { year, actorId, number };
    const repeated = repeatedSave(tx, { saveId, year, actorId }, { ...key, ...(content ?? { isRemoved: true }) }, by);
    if (repeated) return repeated;
    const found = findMeasure(tx, year, key, by);
    if (!found.ok) return found;
    const { current, permitted } = found;
    if (current.revision !== baseRevision) return { ok: false, problem: "stale", current };
    const { what, holder, dueDay } = content ?? current;
    const revised = { revision: current.revision + 1, what, holder, dueDay, isRemoved: content === null };
    insertMeasureRevision(tx, { ...key, ...revised, ...savedNow(saveId, permitted, by) });
    return { ok: true };
  });
}

/**
 * Says in a year's assessment whether an earlier year's measure is taken over, from now on held by whom and until when, or has
 * ended. `measure`: which one, `baseRevision` 0 where nothing was said. Nothing is taken over until a day that has passed.
 */
export function decideMeasure(
  db: Db,
  input: Place & { measure: { year: number; number: number }; baseRevision: number; decision: MeasureDecision },
  by: MoveBy,
): SaveMeasureResult {
  const { year, actorId, saveId, measure, baseRevision, decision } = input;
  return inTransaction(db, (tx): SaveMeasureResult => {
    const key = { actorId, ...measure };
    const content = { inYear: year, holder: null, dueDay: null, ...decision };
    const repeated = repeatedSave(tx, { saveId, year, actorId }, { ...key, ...content }, by);
    if (repeated) return repeated;
    const found = measure.year < year ? findMeasure(tx, year, key, by) : unknownMeasure;
    if (!found.ok) return found;
    const { current, permitted } = found;
    if (current.revision !== baseRevision) return { ok: false, problem: "stale", current };
    if (content.dueDay !== null && content.dueDay < stockholmDay(by.now))
      return { ok: false, problem: "due_day_passed" };
    const said = { ...content, revision: baseRevision + 1 };
    insertMeasureState(tx, { ...key, ...said, ...savedNow(saveId, permitted, by) });
    return { ok: true };
  });
}

const unknownMeasure = { ok: false, problem: "unknown_measure" } as const;

/** A measure as this year's assessment shows it, where somebody may write about it. */
function findMeasure(db: Db, inYear: number, { year, actorId, number }: MeasureKey, by: MoveBy) {
  const round = findRound(db, inYear);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!definition) return { ok: false, problem: "unknown_round" } as const;
  const measures = readMeasures(db, { year: inYear, actorId, definition });
  const current = measures.find((measure) => measure.year === year && measure.number === number);
  if (!current) return unknownMeasure;
  // What is no longer directed to the actor belongs to nobody's delegation, as what no line leads to.
  const isAsked = current.code !== null && findPlace(db, { year: inYear, actorId, code: current.code }).ok;
  const permitted = permitAnswering(db, { year: inYear, actorId, code: isAsked ? current.code : null }, by);
  return permitted.ok ? ({ ok: true, current, permitted } as const) : permitted;
}

/** What a save that came before with the same id means: done already, or a form that was used for something else. */
function repeatedSave(
  db: Db,
  { saveId, actorId }: Place,
  saves: object,
  { personId }: MoveBy,
): SaveMeasureResult | undefined {
  const earlier = findMeasureSave(db, saveId);
  if (!earlier) return undefined;
  const stored: Record<string, unknown> = earlier;
  const isSame = Object.entries(saves).every(([name, value]) => stored[name] === value);
  const isOwn = earlier.actorId === actorId && earlier.savedBy === personId;
  return isSame && isOwn ? { ok: true } : { ok: false, problem: "save_id_taken" };
}

function savedNow(saveId: string, { afterNumber, onBehalf }: Answering, { now, personId }: MoveBy) {
  return { saveId, savedAt: now.toISOString(), savedBy: personId, afterNumber, onBehalf };
}
