import { type Db, inTransaction } from "#db/client.server.ts";
import { insertMeasureState } from "#db/queries/measures.ts";
import { stockholmDay } from "#domain/day.ts";
import type { MeasureDecision } from "#domain/measure.ts";
import {
  findMeasure,
  type Place,
  repeatedSave,
  type SaveMeasureResult,
  savedNow,
  unknownMeasure,
} from "./measure-save.ts";
import type { MoveBy } from "./permit-move.ts";

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
