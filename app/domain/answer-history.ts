// An answer's history (historik): every save is kept for ever, but the page's own saves while somebody types would bury what a
// reader looks for, so those that the same person soon saved over are shown together. Source: docs/decisions/0006.

type Save = { revision: number; savedAt: string; savedBy: string | null; automatic: boolean };

const togetherWithinMs = 30 * 60_000;

/** A save to show, and the first revision of those that it stands for: its own where it stands alone. */
export type ShownSave<T> = T & { firstRevision: number };

/**
 * The saves to show, newest first as they are given. An automatic save is left out where a later one, that is shown, is by
 * the same person and at most half an hour younger; so one version never stands for more than half an hour of typing.
 */
export function shownSaves<T extends Save>(newestFirst: readonly T[]): ShownSave<T>[] {
  const shown: ShownSave<T>[] = [];
  for (const save of newestFirst) {
    const later = shown.at(-1);
    if (later && save.automatic && isSoonBefore(save, later)) later.firstRevision = save.revision;
    else shown.push({ ...save, firstRevision: save.revision });
  }
  return shown;
}

function isSoonBefore(save: Save, later: Save): boolean {
  return save.savedBy === later.savedBy && Date.parse(later.savedAt) - Date.parse(save.savedAt) <= togetherWithinMs;
}
