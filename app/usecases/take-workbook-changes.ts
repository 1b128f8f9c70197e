import { type Db, inTransaction } from "#db/client.server.ts";
import { deleteWorkbookImport } from "#db/queries/workbook-imports.ts";
import type { Role } from "#domain/access.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { withParts } from "#domain/answer-part.ts";
import { type Assessment, readAssessment, type UnknownAssessment } from "./read-assessment.ts";
import { type SaveAnswerResult, saveAnswer } from "./save-answer.ts";
import { type ProposedAnswer, viewWorkbookImport } from "./view-workbook-import.ts";

/** What is chosen of one sub-capability: the parts by their names, and the saved revision that the preview showed. */
export type ChosenAnswer = { code: string; revision: number; keys: string[] };

export type TakeWorkbookInput = { year: number; actorId: string; id: string; chosen: ChosenAnswer[] };

type Problem = Extract<SaveAnswerResult, { ok: false }>["problem"];
export type TakeWorkbookResult =
  /** `saved`: codes that are saved now. `refused`: codes that are not, and why; the workbook is then kept. */
  | { ok: true; saved: string[]; refused: { code: string; problem: Problem }[] }
  | UnknownAssessment
  /** The workbook was used, replaced or has gone out. */
  | { ok: false; problem: "no_import" };

/**
 * Saves the chosen changes of the person's uploaded workbook, an ordinary save per sub-capability from the revision that
 * the preview showed. What was saved by others since is not overwritten. Once nothing is refused the workbook is done with.
 */
export function takeWorkbookChanges(
  db: Db,
  { year, actorId, id, chosen }: TakeWorkbookInput,
  by: By,
): TakeWorkbookResult {
  return inTransaction(db, (tx) => {
    const read = readAssessment(tx, { year, actorId }, by.now);
    if (!read.ok) return read;
    const proposal = viewWorkbookImport(tx, read.assessment, by);
    if (!proposal || proposal.id !== id) return { ok: false, problem: "no_import" };
    const saved: string[] = [];
    const refused: { code: string; problem: Problem }[] = [];
    for (const choice of chosen.filter(({ keys }) => keys.length > 0)) {
      const answer = proposal.answers.find(({ code }) => code === choice.code);
      if (!answer) continue;
      const result = saveChosen(tx, read.assessment, { answer, choice, id }, by);
      if (result.ok) saved.push(choice.code);
      else refused.push({ code: choice.code, problem: result.problem });
    }
    if (refused.length === 0) deleteWorkbookImport(tx, { personId: by.personId, year, actorId });
    return { ok: true, saved, refused };
  });
}

type Choice = { answer: ProposedAnswer; choice: ChosenAnswer; id: string };

function saveChosen(db: Db, { round, actor, answers }: Assessment, { answer, choice, id }: Choice, by: By) {
  const { code, revision: baseRevision, keys } = choice;
  const parts = answer.changes.filter(({ key }) => keys.includes(key)).map(({ to }) => to);
  const content = withParts(answers.get(code)?.content ?? emptyAnswer(), parts);
  // One save per workbook and revision: the same choice sent twice is the same save.
  const saveId = `${id} ${code} ${baseRevision}`;
  return saveAnswer(db, { year: round.year, actorId: actor.id, code, baseRevision, saveId, content }, by);
}

/** `role`: as whom the changes are saved. */
type By = { now: Date; personId: string; role: Role };

/** Lets the person's uploaded workbook go, with nothing taken. */
export function discardWorkbook(db: Db, key: { personId: string; year: number; actorId: string }): void {
  inTransaction(db, (tx) => deleteWorkbookImport(tx, key));
}
