// The demo's chance: the same key always draws the same number, whatever was drawn before it, so that the clock and the
// order of play change nothing.

/** A number from 0 up to 1, settled by the key. */
export function draw(...key: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of key.join("|")) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // Keys that differ in one sign would else draw neighbouring numbers.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of the list, settled by the key. Throws on an empty list. */
export function pick<T>(list: readonly T[], ...key: (string | number)[]): T {
  const chosen = list[Math.floor(draw(...key) * list.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from");
  return chosen;
}
