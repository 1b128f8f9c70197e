import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { TaskState } from "#domain/submission.ts";
import { type Field, typedFields } from "./answer-values.ts";
import { type Draft, isDue, isUnsent, typedText } from "./draft.ts";
import { createSender, type Sender } from "./draft-sender.ts";
import { browserStore, type KeptPlace, keepDraft, keyOf } from "./kept-texts.ts";
import { newId } from "./new-id.ts";
import { openDrafts } from "./open-drafts.ts";
import { holdLock } from "./page-lock.ts";
import { sendAnswer } from "./send-answer.ts";

type DraftOptions = {
  form: RefObject<HTMLFormElement>;
  /** `id`: of this page among those in which the person types; an answer that was kept brings its own. */
  at: KeptPlace & { path: string; id: string | null };
  start: Draft;
  /** After every key and click in the form. */
  onTyped: (fields: Field[]) => void;
  /** After every save that the server has taken. */
  onSaved: (state: TaskState) => void;
};

export type LiveDraft = { draft: Draft; isKept: boolean; sender: () => Sender | null };

/** Keeps what is typed in a form safe: in this browser at once, on the server soon. */
export function useDraft({ form, at, start, onTyped, onSaved }: DraftOptions): LiveDraft {
  const [draft, setDraft] = useState(start);
  const [isKept, setKept] = useState(true);
  const sender = useRef<Sender | null>(null);
  const latest = useRef({ at, start, onTyped, onSaved });
  Object.assign(latest.current, { onTyped, onSaved });

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const { at: place, start: first } = latest.current;
    const own = { ...place, id: place.id ?? newId() };
    const store = browserStore();
    const created = createSender({
      draft: first,
      send: async (sent, intent) => {
        const reply = await sendAnswer(own.path, sent, intent);
        if (reply.kind === "saved" && reply.state) latest.current.onSaved(reply.state);
        return reply;
      },
      onChange: (next) => {
        setKept(keepDraft(store, own, next, new Date()));
        setDraft(next);
      },
      newSaveId: newId,
    });
    sender.current = created;
    const release = holdLock(keyOf(own));
    const read = () => {
      const fields = typedFields(element);
      latest.current.onTyped(fields);
      created.typed(typedText(fields));
    };
    const stop = listen(element, created, read);
    // What was typed before the script arrived, or filled in again by the browser or from what it kept.
    read();
    if (isDue(created.current())) void created.flush("auto");
    return () => {
      stop();
      created.stop();
      release();
      sender.current = null;
    };
  }, [form]);

  return { draft, isKept, sender: useCallback(() => sender.current, []) };
}

/** Listens to the form and to what decides when to send. Returns what ends it. */
function listen(form: HTMLFormElement, sender: Sender, read: () => void): () => void {
  const sendNow = () => void (isDue(sender.current()) && sender.flush("auto"));
  const whenHidden = () => document.visibilityState === "hidden" && sendNow();
  const warn = (event: BeforeUnloadEvent) => {
    if (!isUnsent(sender.current())) return;
    sendNow();
    event.preventDefault();
  };
  openDrafts.add(sender);
  form.addEventListener("input", read);
  window.addEventListener("online", sendNow);
  window.addEventListener("beforeunload", warn);
  document.addEventListener("visibilitychange", whenHidden);
  return () => {
    openDrafts.delete(sender);
    form.removeEventListener("input", read);
    window.removeEventListener("online", sendNow);
    window.removeEventListener("beforeunload", warn);
    document.removeEventListener("visibilitychange", whenHidden);
  };
}
