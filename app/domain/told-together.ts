// What several values tell together (sammanvägning): by adding and subtracting them a reader may reach one that rests on few actors.
// Each value is a sum over actors, so all that can be reached is what their rows span. Source: method § 7.

/** A sum over actors: what is counted of each, as a name (a minimum, say), so that other things asked are other columns. */
export type SumOverActors = ReadonlyMap<string, string>;

/**
 * Whether a value over at least one and fewer than `fewest` actors can be reached from the sums. `own`: actors that the reader
 * knows all about, and can take away.
 */
export function tellOfFew(sums: readonly SumOverActors[], own: ReadonlySet<string>, fewest: number): boolean {
  const groups = groupsIn(sums, own);
  const rows = rowsOver(sums, groups);
  const whole = rankOf(rows);
  const small = groups.flatMap((group, at) =>
    group.actors.length < fewest ? [{ at, size: group.actors.length }] : [],
  );
  // Reached over these groups alone: a combination that vanishes outside them, and not within.
  const isReached = (chosen: ReadonlySet<number>) =>
    rankOf(rows.map((row) => row.filter((_, column) => !chosen.has(groupOf(column, sums.length))))) < whole;
  return someSet(small, fewest - 1, isReached);
}

type Group = { actors: string[]; asked: (string | undefined)[] };

/** Actors that no value tells apart: of each, every value counts the same. */
function groupsIn(sums: readonly SumOverActors[], own: ReadonlySet<string>): Group[] {
  const groups = new Map<string, Group>();
  for (const actor of new Set(sums.flatMap((sum) => [...sum.keys()]))) {
    if (own.has(actor)) continue;
    const asked = sums.map((sum) => sum.get(actor));
    const key = JSON.stringify(asked.map((each) => each ?? null));
    const group = groups.get(key);
    if (group) group.actors.push(actor);
    else groups.set(key, { actors: [actor], asked });
  }
  return [...groups.values()];
}

const groupOf = (column: number, width: number) => Math.floor(column / width);

/** One row per value; per group as many columns as values: one for each different thing that is asked of it. */
function rowsOver(sums: readonly SumOverActors[], groups: readonly Group[]): number[][] {
  return sums.map((_, value) =>
    groups.flatMap(({ asked }) => {
      const things = [...new Set(asked.filter((each) => each !== undefined))];
      return sums.map((_column, at) => (asked[value] !== undefined && things[at] === asked[value] ? 1 : 0));
    }),
  );
}

/** Whether some of the sets, of at least one member and a size of at most `room` together, is one. */
function someSet(
  members: readonly { at: number; size: number }[],
  room: number,
  is: (chosen: ReadonlySet<number>) => boolean,
  chosen: ReadonlySet<number> = new Set(),
): boolean {
  return members.some(({ at, size }, index) => {
    if (size > room) return false;
    const more = new Set([...chosen, at]);
    return is(more) || someSet(members.slice(index + 1), room - size, is, more);
  });
}

/** By elimination; small whole numbers, so that what is all but zero is zero. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && rank < left.length; column += 1) {
    const at = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const [pivot = []] = left.splice(at, 1);
    left.splice(rank, 0, pivot);
    for (const row of left.slice(rank + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      if (times !== 0)
        for (let each = column; each < row.length; each += 1) row[each] = (row[each] ?? 0) - times * (pivot[each] ?? 0);
    }
    rank += 1;
  }
  return rank;
}
