import { type Db, inSnapshot } from "#db/client.server.ts";
import { listRevisions, type SavedAnswer } from "#db/queries/answers.ts";
import { listOnBehalf, type OnBehalf } from "#db/queries/on-behalf.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { type ShownSave, shownSaves } from "#domain/answer-history.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type LinkedOccurrence, linkedOccurrences } from "./find-usable-occurrences.ts";
import type { MoveBy } from "./permit-move.ts";
import type { UnknownAssessment } from "./read-assessment.ts";
import { type AnswerView, viewAnswer } from "./view-answer.ts";
import type { OnBehalfFacts } from "./view-assessment.ts";

/** One version of an answer: a save, or several that the page made by itself, from `firstRevision`. `sameAs`: the first revision that said the same, as before a restore; null: none. */
export type Revision = {
  revision: number;
  firstRevision: number;
  content: AnswerContent;
  savedAt: string;
  savedByName: string | null;
  /** Null where the actor's own people saved it. */
  onBehalf: OnBehalfFacts | null;
  sameAs: number | null;
  /** Whether this is what the answer says now. */
  isInForce: boolean;
};

/** An answer with every version of it that its history shows, newest first. */
export function viewHistory(
  db: Db,
  key: { year: number; actorId: string; code: string },
  by: MoveBy,
):
  | { ok: true; view: AnswerView; revisions: Revision[]; linked: LinkedOccurrence[] }
  | UnknownAssessment
  | { ok: false; problem: "unknown_code" } {
  return inSnapshot(db, (tx) => {
    const found = viewAnswer(tx, key, by);
    if (!found.ok) return found;
    const times = listOnBehalf(tx, key.year, key.actorId);
    const isPlanned = found.view.assessment.state === "planned";
    const revisions = isPlanned ? [] : revisionsOf(shownSaves(listRevisions(tx, key)), times);
    const contents = revisions.map(({ content }) => content);
    return { ...found, revisions, linked: linkedOccurrences(tx, key.actorId, contents) };
  });
}

/** Takes and gives the newest first. */
function revisionsOf(rows: ShownSave<SavedAnswer>[], times: OnBehalf[]): Revision[] {
  const texts = rows.map(({ content }) => canonicalJson(content));
  return rows.map(({ revision, firstRevision, content, savedAt, savedByName, onBehalf: under }, position) => {
    const onBehalf = times.find(({ sequence }) => sequence === under) ?? null;
    const first = rows[texts.lastIndexOf(texts[position] ?? "")]?.revision;
    const sameAs = first === undefined || first === revision ? null : first;
    const isInForce = texts[position] === texts[0];
    return { revision, firstRevision, content, savedAt, savedByName, onBehalf, sameAs, isInForce };
  });
}
