import { type Db, inTransaction } from "#db/client.server.ts";
import { highestMeasureNumber, insertMeasure, insertMeasureRevision } from "#db/queries/measures.ts";
import { type MeasureContent, maxMeasuresPerCode } from "#domain/measure.ts";
import { findMeasure, type Place, repeatedSave, type SaveMeasureResult, savedNow } from "./measure-save.ts";
import { permitAnswering } from "./permit-answering.ts";
import type { MoveBy } from "./permit-move.ts";
import { readMeasures } from "./read-measures.ts";

/** An own measure of the year, and the revision its form was filled in from. */
type OwnMeasure = Place & { number: number; baseRevision: number };

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
