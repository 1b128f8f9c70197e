import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import type { MoveBy } from "./permit-move.ts";
import { type SaveAnswerInput, type SaveAnswerResult, saveAnswer } from "./save-answer.ts";

/** `revision`: the one to restore. The rest as in any save: what the page was shown, and the form's own id. */
export type RestoreAnswerInput = Omit<SaveAnswerInput, "content"> & { revision: number };

export type RestoreAnswerResult = SaveAnswerResult | { ok: false; problem: "unknown_revision" };

/** Saves what an earlier revision said as a new one, on the terms of any save. The history itself never changes. */
export function restoreAnswer(db: Db, { revision, ...save }: RestoreAnswerInput, by: MoveBy): RestoreAnswerResult {
  // A revision is never changed or taken away: it need not be read in the transaction of the save.
  const earlier = findAnswer(db, save, revision);
  if (!earlier) return { ok: false, problem: "unknown_revision" };
  return saveAnswer(db, { ...save, content: earlier.content }, by);
}
