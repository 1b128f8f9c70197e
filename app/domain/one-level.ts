// Whether all of an actor's levels are one and the same: seldom so, and worth a second look (docs/the-year.md).

/** Fewer levels than this say nothing. */
const fewestLevels = 3;

/** The level that all answers with a level have, or null where they differ or are too few. */
export function oneLevelOf(answers: readonly { level: number | null }[]): number | null {
  const levels = answers.flatMap(({ level }) => (level === null ? [] : [level]));
  const [first] = levels;
  return first !== undefined && levels.length >= fewestLevels && levels.every((level) => level === first)
    ? first
    : null;
}
