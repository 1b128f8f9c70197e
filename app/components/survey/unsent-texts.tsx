import { Link, useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { refusedText, waitingTexts } from "#text/draft.ts";
import { startDraft, type Trouble } from "./draft.ts";
import { createSender } from "./draft-sender.ts";
import { browserStore, forgetKept, type KeptText, keepDraft, keyOf, listKept } from "./kept-texts.ts";
import { newId } from "./new-id.ts";
import { isFree } from "./page-lock.ts";
import { sendAnswer } from "./send-answer.ts";

const AGAIN_MS = 15_000;

type Waiting = { kept: KeptText; trouble: Trouble };

/** Sends one kept text, after what was sent before it without an answer. Null where the server now has it. */
async function sendKept(kept: KeptText): Promise<Trouble | null> {
  const store = browserStore();
  const { typed, baseRevision, sent } = kept;
  // What the server holds is not known here: nothing that was typed equals it.
  const draft = { ...startDraft("", baseRevision), typed, sent };
  const sender = createSender({
    draft,
    send: (each, intent) => sendAnswer(kept.path, each, intent),
    onChange: (next) => keepDraft(store, kept, next, new Date(kept.keptAt)),
    newSaveId: newId,
  });
  const reply = await sender.flush("auto");
  sender.stop();
  if (reply.kind !== "saved") return reply;
  forgetKept(store, kept);
  return null;
}

/** Why a text that this browser keeps is not sent, to be read beside its name. */
function whyText(trouble: Trouble): string {
  if (trouble.kind === "refused") return refusedText(Object.values(trouble.errors)[0] ?? "");
  return trouble.kind === "closed" ? refusedText(trouble.sentence) : waitingTexts[trouble.kind];
}

/** Texts that were typed on pages no longer open: sent as soon as they can be, told of where they cannot. On every page. */
export function UnsentTexts({ personId }: { personId: string }) {
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sweep = async () => {
      clearTimeout(timer);
      const found: Waiting[] = [];
      let isSent = false;
      for (const kept of listKept(browserStore(), { personId })) {
        // The answer's own page takes its text up itself.
        if (isGone || kept.path === decodeURI(pathname) || !(await isFree(keyOf(kept)))) continue;
        const trouble = await sendKept(kept);
        if (trouble) found.push({ kept, trouble });
        else isSent = true;
      }
      if (isGone) return;
      setWaiting(found);
      // The page was loaded before: how far the assessment has come is not what it says. But loading it again would throw away
      // what a form has answered: what is wrong and was typed, or a link that is shown once.
      if (isSent && window.__remixRouter.state.actionData === null) revalidate();
      if (found.some(({ trouble }) => trouble.kind === "unreachable")) timer = setTimeout(sweep, AGAIN_MS);
    };
    void sweep();
    window.addEventListener("online", sweep);
    return () => {
      isGone = true;
      clearTimeout(timer);
      window.removeEventListener("online", sweep);
    };
  }, [personId, pathname, revalidate]);
  if (waiting.length === 0) return null;
  return (
    <div className="notice warning unsent" role="status">
      <b>{waitingTexts.heading(waiting.length)}</b>
      <ul>
        {waiting.map(({ kept, trouble }) => (
          <li key={kept.id}>
            <Link to={kept.path}>
              {kept.code}, {kept.year}
            </Link>
            : {whyText(trouble)}
          </li>
        ))}
      </ul>
    </div>
  );
}
