import { type Db, inTransaction } from "#db/client.server.ts";
import { findCommonFunctionSave, insertCommonFunctionSave } from "#db/queries/common-functions.ts";
import type { CommonFunctionContent } from "#domain/common-function.ts";
import { canonicalJson } from "./canonical-json.ts";
import { viewCommonFunctions } from "./view-common-functions.ts";

type Input = { year: number; code: string; baseRevision: number; saveId: string; content: CommonFunctionContent };
export type AnswerCommonResult =
  | { ok: true; revision: number }
  | { ok: false; problem: "unknown_round" | "unknown_code" | "not_now" | "stale" | "save_id_taken" };

/**
 * Saves what the office answers for the common functions of a sub-capability, as a new revision. A repeated save succeeds
 * once more; a save from an older revision changes nothing. Answers to other indicators are left out.
 */
export function answerCommonFunction(
  db: Db,
  { year, code, baseRevision, saveId, content: given }: Input,
  { now, personId }: { now: Date; personId: string },
): AnswerCommonResult {
  return inTransaction(db, (tx): AnswerCommonResult => {
    const view = viewCommonFunctions(tx, year, now);
    if (!view) return { ok: false, problem: "unknown_round" };
    const current = view.functions.find((each) => each.code === code);
    if (!current) return { ok: false, problem: "unknown_code" };
    const answers = current.indicators.flatMap(({ id }) => (given.answers[id] ? [[id, given.answers[id]]] : []));
    const content: CommonFunctionContent = { ...given, answers: Object.fromEntries(answers) };
    const repeated = findCommonFunctionSave(tx, saveId);
    if (repeated) {
      const isHere = repeated.year === year && repeated.code === code;
      const isSame = isHere && canonicalJson(repeated.content) === canonicalJson(content);
      return isSame ? { ok: true, revision: repeated.revision } : { ok: false, problem: "save_id_taken" };
    }
    if (!view.canAnswer) return { ok: false, problem: "not_now" };
    if (current.revision !== baseRevision) return { ok: false, problem: "stale" };
    const revision = baseRevision + 1;
    insertCommonFunctionSave(tx, {
      year,
      code,
      revision,
      saveId,
      content,
      savedAt: now.toISOString(),
      savedBy: personId,
    });
    return { ok: true, revision };
  });
}
