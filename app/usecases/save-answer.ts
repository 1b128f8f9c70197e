import { type Db, inTransaction } from "#db/client.server.ts";
import { findAnswer, findSave, insertAnswerRevision, type SavedAnswer } from "#db/queries/answers.ts";
import { type AnswerContent, emptyAnswer, inCauseOrder } from "#domain/answer.ts";
import { answerContentSchemaFor } from "#domain/answer-schema.ts";
import { indicatorsFor, type SubCapability } from "#domain/definition.ts";
import { canonicalJson } from "./canonical-json.ts";
import { findPlace, permitIn } from "./permit-answering.ts";
import type { MoveBy } from "./permit-move.ts";

/** `baseRevision`: the revision the form was filled in from, 0 for none. `saveId`: made with the form, sent again when a save is repeated. */
export type SaveAnswerInput = {
  year: number;
  actorId: string;
  code: string;
  baseRevision: number;
  saveId: string;
  content: AnswerContent;
  /** True where the page saves by itself while somebody is typing. */
  automatic?: boolean;
};

type Issue = { path: PropertyKey[]; message: string };

export type SaveAnswerResult =
  | { ok: true; revision: number; savedAt: string }
  /** Somebody saved after `baseRevision`: nothing is changed. */
  | { ok: false; problem: "stale"; current: SavedAnswer }
  | { ok: false; problem: "invalid"; issues: Issue[] }
  | {
      ok: false;
      problem:
        | "unknown_round"
        | "unknown_actor"
        | "unknown_code"
        | "not_directed"
        | "round_not_open"
        | "submitted"
        | "not_yours"
        /** Not, or no longer, delegated to this contributor. */
        | "not_delegated"
        | "save_id_taken";
    };

/**
 * Saves an answer, complete or not, as a new revision. A repeated save and one that changes nothing succeed with the
 * revision that is there; a save from an older revision, or that reuses another save's id, changes nothing.
 */
export function saveAnswer(db: Db, input: SaveAnswerInput, by: MoveBy): SaveAnswerResult {
  return inTransaction(db, (tx) => {
    const place = findPlace(tx, input);
    if (!place.ok) return place;
    const parsed = answerContentSchemaFor(place.definition, place.sub, place.actor).safeParse(input.content);
    if (!parsed.success) return { ok: false, problem: "invalid", issues: parsed.error.issues };
    const content = tidied(parsed.data, place.sub, place.actor);

    const repeated = findSave(tx, input.saveId);
    const current = findAnswer(tx, input);
    if (repeated) {
      if (!isSamePlace(repeated, input) || repeated.savedBy !== by.personId)
        return { ok: false, problem: "save_id_taken" };
      if (isSame(repeated.content, content)) return saved(repeated);
    }
    const permitted = permitIn(tx, place, by);
    if (!permitted.ok) return permitted;
    if (isSame(current?.content ?? emptyAnswer(), content) && !isConfirmed(current, input, by))
      return saved(current ?? nothingYet(by.now));
    if (current && (repeated || current.revision !== input.baseRevision))
      return { ok: false, problem: "stale", current };
    const revision = (current?.revision ?? 0) + 1;
    return append(tx, { ...input, content, onBehalf: permitted.onBehalf }, revision, by);
  });
}

/** The same content in one order, without indicators that say nothing, so that equal answers are equal. */
function tidied(content: AnswerContent, sub: SubCapability, actor: { designated: boolean }): AnswerContent {
  const entries = indicatorsFor(sub, actor).flatMap(({ id }) => {
    const entry = content.indicators[id];
    return entry && (entry.answer !== null || entry.reason !== "") ? [[id, entry] as const] : [];
  });
  const { changeReason, ...rest } = content;
  return {
    ...rest,
    ...(changeReason ? { changeReason } : {}),
    causes: inCauseOrder(content.causes),
    indicators: Object.fromEntries(entries),
  };
}

/** What the page has saved by itself becomes a version of its own in the history when the same person saves it by hand. */
function isConfirmed(
  current: SavedAnswer | undefined,
  { automatic, baseRevision }: SaveAnswerInput,
  by: MoveBy,
): boolean {
  return (
    !automatic && current?.automatic === true && current.savedBy === by.personId && current.revision === baseRevision
  );
}

type Saved = SaveAnswerInput & { onBehalf: number | null };

function append(db: Db, input: Saved, revision: number, { now, personId }: MoveBy): SaveAnswerResult {
  const { year, actorId, code, saveId, content, automatic = false, onBehalf } = input;
  const savedAt = now.toISOString();
  const made = { savedAt, savedBy: personId, automatic, onBehalf };
  insertAnswerRevision(db, { year, actorId, code, revision, saveId, content, ...made });
  return { ok: true, revision, savedAt };
}

/** An untouched page leaves no trace: nobody has begun by looking at it. */
function nothingYet(now: Date) {
  return { revision: 0, savedAt: now.toISOString() };
}

function saved({ revision, savedAt }: { revision: number; savedAt: string }): SaveAnswerResult {
  return { ok: true, revision, savedAt };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.year === b.year && a.actorId === b.actorId && a.code === b.code;
}
type Place = { year: number; actorId: string; code: string };

function isSame(a: AnswerContent, b: AnswerContent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
