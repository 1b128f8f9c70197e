import { type Draft, type DraftEvent, isDue, isUnsent, nextDraft, type Reply, type Sent } from "./draft.ts";

/** `auto`: the page by itself; the others are the form's buttons. */
export type SaveIntent = "auto" | "save" | "next" | `take.${string}`;

type SenderOptions = {
  draft: Draft;
  /** Never rejects: what goes wrong is a reply too. */
  send: (sent: Sent, intent: SaveIntent) => Promise<Reply>;
  /** After every change: keep what is unsent, show the rest. */
  onChange: (draft: Draft) => void;
  newSaveId: () => string;
};

const PAUSE_MS = 1500;
const RETRY_MS = 5000;

/** Drives one draft: one save at a time, soon after the last key, again while the server cannot be reached. */
export function createSender({ draft: start, send, onChange, newSaveId }: SenderOptions) {
  let draft = start;
  let running: Promise<Reply> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function dispatch(event: DraftEvent): void {
    const next = nextDraft(draft, event);
    if (next === draft) return;
    draft = next;
    onChange(draft);
  }

  function plan(afterMs: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void (isDue(draft) && flush("auto")), afterMs);
  }

  async function sendOnce(intent: SaveIntent): Promise<Reply> {
    dispatch({ type: "send", saveId: newSaveId() });
    const { sent } = draft;
    // A conflict or a closed answer: nothing is sent, and the trouble there is stays.
    if (!sent) return draft.trouble ?? { kind: "unreachable" };
    const reply = await send(sent, intent);
    dispatch({ type: "answered", saveId: sent.saveId, reply });
    return reply;
  }

  async function run(intent: SaveIntent): Promise<Reply> {
    if (draft.sent) {
      const reply = await sendOnce("auto");
      if (reply.kind !== "saved" || (intent === "auto" && !isUnsent(draft))) return reply;
    }
    return sendOnce(intent);
  }

  /** Sends what is unsent, after what is under way. Tells what became of it. */
  async function flush(intent: SaveIntent): Promise<Reply> {
    while (running) await running;
    clearTimeout(timer);
    if (intent === "auto" && !isUnsent(draft)) return nothingToSend(draft);
    running = run(intent);
    const reply = await running;
    running = null;
    if (isDue(draft)) plan(reply.kind === "saved" ? PAUSE_MS : RETRY_MS);
    return reply;
  }

  return {
    typed(typed: string): void {
      dispatch({ type: "typed", typed });
      if (isDue(draft) && draft.trouble === null) plan(PAUSE_MS);
    },
    chooseOwn: () => dispatch({ type: "own_chosen" }),
    chooseSaved: () => dispatch({ type: "saved_chosen" }),
    flush,
    current: () => draft,
    /** From now on nothing is sent unasked. */
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function nothingToSend({ baseRevision, savedText }: Draft): Reply {
  return { kind: "saved", revision: baseRevision, text: savedText ?? "", to: "" };
}

export type Sender = ReturnType<typeof createSender>;
