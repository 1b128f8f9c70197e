// What this browser keeps until the server has it, in localStorage: bound to the person, one entry for each page that was typed in.
import { type Draft, isUnsent, type Sent } from "./draft.ts";

/** Whose text, and which answer it belongs to. */
export type KeptPlace = { personId: string; year: number; actorId: string; code: string };

/** `path`: of the answer's page. `id`: of the page that it was typed in, as two of one person's may stand open. */
export type KeptText = KeptPlace & {
  id: string;
  path: string;
  typed: string;
  baseRevision: number;
  sent: Sent | null;
  /** When it was last typed in, as a UTC moment; only to be told. */
  keptAt: string;
};

/** The part of Storage that is used, so that a test can be one. */
export type TextStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "osparat";

export function keyOf({ personId, year, actorId, code, id }: KeptPlace & { id: string }): string {
  return [prefix, personId, year, actorId, code, id].join("/");
}

/** The browser's own store; null where it gives none, as in some private windows. */
export function browserStore(): TextStore | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Keeps what is unsent of a draft, or lets go of what was kept of it. False where it could not be kept: full, or no store. */
export function keepDraft(
  store: TextStore | null,
  at: KeptPlace & { id: string; path: string },
  draft: Pick<Draft, "typed" | "saved" | "sent" | "baseRevision">,
  now: Date,
): boolean {
  try {
    if (!isUnsent(draft)) {
      store?.removeItem(keyOf(at));
      return true;
    }
    const { typed, baseRevision, sent } = draft;
    const kept: KeptText = { ...at, typed, baseRevision, sent, keptAt: now.toISOString() };
    store?.setItem(keyOf(at), JSON.stringify(kept));
    return store !== null;
  } catch {
    return false;
  }
}

/** What is kept of one person's, or of one answer of theirs; the oldest first. What cannot be read is left alone. */
export function listKept(store: TextStore | null, of: Partial<KeptPlace> & { personId: string }): KeptText[] {
  if (!store) return [];
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  return keys
    .filter((key) => key.startsWith(`${prefix}/${of.personId}/`))
    .flatMap((key) => readKept(store.getItem(key)))
    .filter(
      ({ year, actorId, code }) => isAsked(of.year, year) && isAsked(of.actorId, actorId) && isAsked(of.code, code),
    )
    .sort((a, b) => a.keptAt.localeCompare(b.keptAt));
}

export function forgetKept(store: TextStore | null, kept: KeptPlace & { id: string }): void {
  store?.removeItem(keyOf(kept));
}

function isAsked<T>(asked: T | undefined, value: T): boolean {
  return asked === undefined || asked === value;
}

function readKept(text: string | null): KeptText[] {
  try {
    const kept = JSON.parse(text ?? "") as KeptText;
    const isWhole =
      [kept.personId, kept.actorId, kept.code, kept.id, kept.path, kept.typed, kept.keptAt].every(isText) &&
      [kept.year, kept.baseRevision].every(Number.isInteger) &&
      // A path of ours and nothing else: it becomes a link and the address that the text is sent to.
      /^\/skattning\/[^/?#]+\/[^/?#]+\/[^/?#]+$/.test(kept.path) &&
      (kept.sent === null || [kept.sent.saveId, kept.sent.typed].every(isText));
    return isWhole ? [kept] : [];
  } catch {
    return [];
  }
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
