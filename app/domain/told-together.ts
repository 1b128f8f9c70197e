// What several values tell together (sammanvägning): by adding and subtracting them a reader may reach one that rests on few actors.
// Each value is a sum over actors, so all that can be reached is what their rows span. Source: method § 7.

/** A sum over actors: what is counted of each, as a name (a minimum, say), so that other things asked are other columns. */
export type SumOverActors = ReadonlyMap<string, string>;

/**
 * Whether a value over at least one and fewer than `fewest` actors can be reached from the sums. `own`: actors that the reader
 * knows all about, and can take away.
 */
export function tellOfFew(sums: readonly SumOverActors[], own: ReadonlySet<string>, fewest: number): boolean {
  const columns = columnsOver(groupsIn(sums, own));
  const whole = basisOf(columns.map(({ values }) => values)).length;
  // What as many actors have in common as may be told of, no choice of few takes away: mostly that is all there is.
  const lasting = basisOf(columns.filter(({ groups }) => sizeOf(groups) >= fewest).map(({ values }) => values));
  if (lasting.length === whole) return false;
  const loose = columns.filter(({ groups }) => sizeOf(groups) < fewest);
  const small = [...new Set(loose.flatMap(({ groups }) => groups))];
  // Reached over these groups alone: a combination that vanishes outside them, and not within.
  const isReached = (chosen: ReadonlySet<Group>) => {
    const left = loose.filter(({ groups }) => groups.some((group) => !chosen.has(group)));
    return basisOf([...lasting, ...left.map(({ values }) => values)]).length < whole;
  };
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
