import { cannotSaveHere, tooMuchAtOnce } from "#text/draft.ts";
import { fieldsIn, type Reply, type SaveReply, type Sent } from "./draft.ts";
import type { SaveIntent } from "./draft-sender.ts";

const PATIENCE_MS = 20_000;
/** Under the limit of http/security, which breaks the connection in the middle of a longer body: that looks like no contact. */
const MOST_BYTES = 900_000;

/** Sends one save to the answer page's address. Rejects never: no answer, and one that is none of ours, is unreachable. */
export async function sendAnswer(
  path: string,
  { saveId, typed, baseRevision }: Sent,
  intent: SaveIntent,
): Promise<Reply> {
  const body = new URLSearchParams([
    ...fieldsIn(typed).map(([name, text]) => [name, text]),
    ["intent", intent],
    ["saveId", saveId],
    ["baseRevision", String(baseRevision)],
  ]);
  if (body.toString().length > MOST_BYTES) return { kind: "refused", errors: { "": tooMuchAtOnce } };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${path}/spara`, { method: "POST", body, redirect: "manual", signal });
    return await replyIn(response);
  } catch {
    return { kind: "unreachable" };
  }
}

/** The only redirect from there leads to the sign-in page. */
async function replyIn(response: Response): Promise<Reply> {
  if (response.type === "opaqueredirect") return { kind: "signed_out" };
  if (response.status === 413) return { kind: "refused", errors: { "": tooMuchAtOnce } };
  if (response.status === 403 || response.status === 404) return { kind: "closed", sentence: cannotSaveHere };
  if (!response.headers.get("content-type")?.startsWith("application/json")) return { kind: "unreachable" };
  const reply: SaveReply = await response.json();
  if (reply.ok) return { kind: "saved", ...reply };
  const { failure } = reply;
  if (failure.closed !== null) return { kind: "closed", sentence: failure.closed };
  return failure.stale ? { kind: "stale", failure } : { kind: "refused", errors: failure.errors };
}
