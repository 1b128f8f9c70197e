// What several values tell together (sammanvägning): by adding and subtracting them a reader may reach one that rests on few actors.
// Each value is a sum over actors, so all that can be reached is what their rows span. Source: method § 7.

/** A sum over actors: what is counted of each, as a name (a minimum, say), so that other things asked are other columns. */
export type SumOverActors = ReadonlyMap<string, string>;

/**
 * Whether a value over at least one and fewer than `fewest` actors can be reached from the sums. `own`: actors that the reader
 * knows all about, and can take away.
 */
export function tellOfFew(sums: readonly SumOverActors[], own: ReadonlySet<string>, fewest: number): boolean {
  // One value alone tells only of all that it rests on.
  const [first, ...others] = sums;
  if (first && others.length === 0) return isFew([...first.keys()].filter((actor) => !own.has(actor)).length, fewest);
  const groups = groupsIn(sums, own);
  const columns = columnsOver(groups);
  const whole = basisOf(columns.map(({ values }) => values)).length;
  // What as many actors have in common as may be told of, no choice of few takes away: mostly that is all there is.
  const lasting = basisOf(columns.filter(({ groups }) => sizeOf(groups) >= fewest).map(({ values }) => values));
  if (lasting.length === whole) return false;
  const loose = columns.filter(({ groups }) => sizeOf(groups) < fewest);
  const small = [...new Set(loose.flatMap(({ groups }) => groups))];
  // One and the same thing asked throughout, as of a plan's activities: there can be many of them, and there is a faster way.
  if (columns.length === groups.length && columns.every((column) => column.groups.length === 1))
    return someDepend(checked(columns), fewest - 1);
  // Reached over these groups alone: a combination that vanishes outside them, and not within.
  const isReached = (chosen: ReadonlySet<Group>) => {
    const left = loose.filter(({ groups }) => groups.some((group) => !chosen.has(group)));
    return basisOf([...lasting, ...left.map(({ values }) => values)]).length < whole;
  };
  return someSet(small, fewest - 1, isReached);
}

function isFew(count: number, fewest: number): boolean {
  return count > 0 && count < fewest;
}

type Group = { actors: string[]; asked: (string | undefined)[] };

// Two characters that are in no name: where an actor is in no sum, and what stands between the sums.
const [nothing, between] = ["\u0000", "\u0001"];

/** Actors that no value tells apart: of each, every value counts the same. */
function groupsIn(sums: readonly SumOverActors[], own: ReadonlySet<string>): Group[] {
  const groups = new Map<string, Group>();
  for (const actor of new Set(sums.flatMap((sum) => [...sum.keys()]))) {
    if (own.has(actor)) continue;
    const asked = sums.map((sum) => sum.get(actor));
    const key = asked.map((each) => each ?? nothing).join(between);
    const group = groups.get(key);
    if (group) group.actors.push(actor);
    else groups.set(key, { actors: [actor], asked });
  }
  return [...groups.values()];
}

/** The same thing asked in the same values: 1 in each of them, 0 in the others. `groups`: of whom it is asked. */
type Column = { values: number[]; groups: Group[] };

function columnsOver(groups: readonly Group[]): Column[] {
  const columns = new Map<string, Column>();
  for (const group of groups) {
    for (const thing of new Set(group.asked.filter((each) => each !== undefined))) {
      const values = group.asked.map((each) => Number(each === thing));
      const column = columns.get(values.join(""));
      if (column) column.groups.push(group);
      else columns.set(values.join(""), { values, groups: [group] });
    }
  }
  return [...columns.values()];
}

function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { actors }) => sum + actors.length, 0);
}

/** Whether some of the sets, of at least one group and at most `room` actors together, is one. */
function someSet(
  groups: readonly Group[],
  room: number,
  is: (chosen: ReadonlySet<Group>) => boolean,
  chosen: ReadonlySet<Group> = new Set(),
): boolean {
  return groups.some((group, index) => {
    const left = room - group.actors.length;
    if (left < 0) return false;
    const more = new Set([...chosen, group]);
    return is(more) || someSet(groups.slice(index + 1), left, is, more);
  });
}

/** Rows that span the same, none of them too many: by elimination; small whole numbers, so that what is all but zero is zero. */
function basisOf(rows: readonly (readonly number[])[]): number[][] {
  const basis: { at: number; row: number[] }[] = [];
  for (const each of rows) {
    const row = [...each];
    for (const { at, row: pivot } of basis) {
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      if (Math.abs(times) > 1e-9)
        for (const [column, value] of pivot.entries()) row[column] = (row[column] ?? 0) - times * value;
    }
    const at = row.findIndex((value) => Math.abs(value) > 1e-9);
    if (at >= 0) basis.push({ at, row });
  }
  return basis.map(({ row }) => row);
}

type Checked = { size: number; check: number[] };

/**
 * Per column its check: a weighing of columns is in the span of the sums just where their checks, so weighed, cancel out. So
 * something is reached over a few columns alone just where their checks depend on each other.
 */
function checked(columns: readonly Column[]): Checked[] {
  const { rows, pivots } = reduced(
    (columns[0]?.values ?? []).map((_, row) => columns.map((each) => each.values[row] ?? 0)),
  );
  const free = columns.flatMap((_, at) => (pivots.includes(at) ? [] : [at]));
  return columns.map(({ groups }, at) => {
    const row = rows[pivots.indexOf(at)];
    return { size: sizeOf(groups), check: free.map((each) => (row ? -(row[each] ?? 0) : Number(each === at))) };
  });
}

/** By elimination: `pivots` holds, per row that is left, the column in which it alone has a one. */
function reduced(rows: number[][]): { rows: number[][]; pivots: number[] } {
  const pivots: number[] = [];
  let left = rows;
  let done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0) && left.length > 0; column += 1) {
    const largest = left.reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const by = largest[column] ?? 0;
    if (Math.abs(by) < 1e-9) continue;
    const pivot = largest.map((each) => each / by);
    const without = (row: number[]) => takenOut(row, pivot, column);
    left = left.filter((row) => row !== largest).map(without);
    done = [...done.map(without), pivot];
    pivots.push(column);
  }
  return { rows: done, pivots };
}

/** Whether checks of at most `room` actors together depend on each other: whether one is nothing when others are taken out of it. */
function someDepend(columns: readonly Checked[], room: number): boolean {
  return columns.some(({ size, check }, index) => {
    if (size > room) return false;
    const place = check.reduce((most, value, at) => (Math.abs(value) > Math.abs(check[most] ?? 0) ? at : most), 0);
    if (Math.abs(check[place] ?? 0) < 1e-9) return true;
    const rest = columns.slice(index + 1).filter((each) => each.size <= room - size);
    const left = rest.map((each) => ({ size: each.size, check: takenOut(each.check, check, place) }));
    return someDepend(left, room - size);
  });
}

/** The row without what it has of another one, so that it is nothing at that place. */
function takenOut(row: number[], other: readonly number[], place: number): number[] {
  const times = (row[place] ?? 0) / (other[place] ?? 1);
  return times === 0 ? row : row.map((value, at) => (at === place ? 0 : value - times * (other[at] ?? 0)));
}
