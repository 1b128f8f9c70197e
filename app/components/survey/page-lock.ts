// Which kept texts belong to a page that is still open, here or in another tab. The browser lets go of a lock with its page.

/** Holds the lock while the page is open; the answer lets go of it. Browsers without locks (no HTTPS) have none to hold. */
export function holdLock(name: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(name, () => held).catch(() => {});
  return () => release();
}

const PATIENCE_MS = 1000;

/** Whether no open page holds it. A page that is just being reloaded needs a moment to let go. */
export async function isFree(name: string): Promise<boolean> {
  if (!navigator.locks) return true;
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => true);
  } catch {
    return false;
  }
}
