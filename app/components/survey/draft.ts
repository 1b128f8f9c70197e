// A draft (utkast): what somebody types into an answer, from the first key to a saved revision. Pure: the page tells what
// happens, and keeps and sends what stands here. Why it is so: docs/decisions/0006.
import type { TaskState } from "#domain/submission.ts";
import type { AnswerFailure, Field } from "./answer-values.ts";

/** One save under way. Until it is answered it may have arrived or not, so it is repeated as it was, and nothing newer before it. */
export type Sent = { saveId: string; typed: string; baseRevision: number };

/** Why what is typed is not saved. The first two pass by themselves; `refused` when it is changed; `stale` when a version is chosen. */
export type Trouble =
  | { kind: "unreachable" }
  | { kind: "signed_out" }
  | { kind: "refused"; errors: Record<string, string> }
  | { kind: "stale"; failure: AnswerFailure }
  | { kind: "closed"; sentence: string };

export type Draft = {
  /** The form as it stands, by `typedText`. */
  typed: string;
  /** What the server is known to hold. */
  saved: string;
  /** The revision that the next save starts from. */
  baseRevision: number;
  sent: Sent | null;
  isSending: boolean;
  trouble: Trouble | null;
  /** `Sparat 14:03`, of the latest save from this page; null before it. */
  savedText: string | null;
};

/** What the server answers a save in JSON. `to`: the page after it; `state`: how far the sub-capability has come with it. */
export type SaveReply =
  | { ok: true; revision: number; text: string; to: string; state: TaskState }
  | { ok: false; failure: AnswerFailure };

/** What became of a save that was sent; without a state where nothing was to send. */
export type Reply = { kind: "saved"; revision: number; text: string; to: string; state?: TaskState } | Trouble;

export type DraftEvent =
  | { type: "typed"; typed: string }
  | { type: "send"; saveId: string }
  | { type: "answered"; saveId: string; reply: Reply }
  /** Of two versions, the own one is chosen. */
  | { type: "own_chosen" }
  /** What the server holds is chosen, and what was typed is let go. */
  | { type: "saved_chosen" };

/** A form's fields as one text, the same however often it is read: sorted, and without those in which nothing stands. */
export function typedText(fields: Iterable<Field>): string {
  const given = [...fields].filter(([name, text]) => text !== "" && !ownFields.includes(name));
  return new URLSearchParams(given.map(([name, text]) => [name, text])).toString().split("&").sort().join("&");
}

const ownFields = ["baseRevision", "saveId", "intent"];

/** The fields that a text holds, for a form to show again. */
export function fieldsIn(typed: string): Field[] {
  return [...new URLSearchParams(typed)];
}

/** A form that shows what the server holds. */
export function startDraft(saved: string, baseRevision: number): Draft {
  return { typed: saved, saved, baseRevision, sent: null, isSending: false, trouble: null, savedText: null };
}

/** Whether anything would be lost with the page. */
export function isUnsent({ typed, saved, sent }: Pick<Draft, "typed" | "saved" | "sent">): boolean {
  return typed !== saved || sent !== null;
}

/** Whether another save can be sent now. A conflict and a closed answer wait for the person, not for the clock. */
export function maySend({ isSending, trouble }: Draft): boolean {
  return !isSending && trouble?.kind !== "stale" && trouble?.kind !== "closed";
}

/** Whether the page should send without being asked: something waits, and nothing in it is known to be refused. */
export function isDue(draft: Draft): boolean {
  return isUnsent(draft) && maySend(draft) && draft.trouble?.kind !== "refused";
}

/** The draft after what happened. What does not concern it any more, such as a late answer to another save, changes nothing. */
export function nextDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case "typed":
      if (event.typed === draft.typed) return draft;
      return { ...draft, typed: event.typed, trouble: draft.trouble?.kind === "refused" ? null : draft.trouble };
    case "send": {
      if (!maySend(draft)) return draft;
      const { typed, baseRevision } = draft;
      return { ...draft, isSending: true, sent: draft.sent ?? { saveId: event.saveId, typed, baseRevision } };
    }
    case "answered":
      return draft.sent?.saveId === event.saveId ? answered(draft, draft.sent, event.reply) : draft;
    case "own_chosen":
      if (draft.trouble?.kind !== "stale") return draft;
      return { ...draft, baseRevision: draft.trouble.failure.baseRevision, trouble: null };
    case "saved_chosen":
      return { ...draft, typed: draft.saved, sent: null, isSending: false, trouble: null };
  }
}

function answered(draft: Draft, sent: Sent, reply: Reply): Draft {
  switch (reply.kind) {
    case "saved": {
      const { revision, text } = reply;
      const now = { saved: sent.typed, baseRevision: revision, savedText: text };
      return { ...draft, ...now, sent: null, isSending: false, trouble: null };
    }
    case "unreachable":
    case "signed_out":
      return { ...draft, isSending: false, trouble: reply };
    case "refused":
      // Where more has been typed meanwhile, that is tried before anybody is told.
      return { ...draft, sent: null, isSending: false, trouble: sent.typed === draft.typed ? reply : null };
    default:
      return { ...draft, sent: null, isSending: false, trouble: reply };
  }
}
