import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findMeasureSave, type MeasureKey } from "#db/queries/measures.ts";
import { findRound } from "#db/queries/rounds.ts";
import { type Answering, type AnsweringRefusal, findPlace, permitAnswering } from "./permit-answering.ts";
import type { MoveBy } from "./permit-move.ts";
import { type MeasureFacts, readMeasures } from "./read-measures.ts";

/** Whose assessment, and the id made with the form: a save that comes twice is stored once. */
export type Place = { year: number; actorId: string; saveId: string };
export type SaveMeasureResult =
  | { ok: true }
  | { ok: false; problem: "unknown_measure" | "too_many" | "due_day_passed" | "save_id_taken" }
  /** Somebody saved it meanwhile: nothing is changed. `current`: as it stands. */
  | { ok: false; problem: "stale"; current: MeasureFacts }
  | AnsweringRefusal;

export const unknownMeasure = { ok: false, problem: "unknown_measure" } as const;

/** A measure as this year's assessment shows it, where somebody may write about it. */
export function findMeasure(db: Db, inYear: number, { year, actorId, number }: MeasureKey, by: MoveBy) {
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
export function repeatedSave(
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

/** Who saved it when, and from which submission on it counts. */
export function savedNow(saveId: string, { afterNumber, onBehalf }: Answering, { now, personId }: MoveBy) {
  return { saveId, savedAt: now.toISOString(), savedBy: personId, afterNumber, onBehalf };
}
