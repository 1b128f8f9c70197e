// The region (regionen) as a reader may see it who sees no single actor's answers: per sub-capability how many have answered and how
// many of those judged meet the minimum, each only where enough stand behind it. Source: method § 7.
import type { RegionalRow, Results } from "./aggregate.ts";
import type { Cause } from "./answer.ts";
import type { Definition } from "./definition.ts";
import { disclosable } from "./disclosure.ts";
import { type Cell, isAnswered } from "./gap.ts";

type Shown = Pick<RegionalRow, "answered" | "applicable" | "shareMeeting" | "shareLow" | "shareHigh">;
export type RegionRow = { code: string; name: string } & (
  | ({ shown: "all" } & Shown)
  /** Enough have answered, but none or too few of them have a minimum to meet: only how many answered. */
  | ({ shown: "no_minimum" | "coverage" } & Pick<RegionalRow, "answered" | "applicable">)
  | { shown: "nothing" }
);
export type RegionCapability = { number: number; name: string; rows: RegionRow[] };

type Read = Pick<Results, "cells" | "regional">;
const nobody: ReadonlySet<string> = new Set();

/** What may be shown of one sub-capability. `isFew`: something is held back because one to four stand behind it. */
type Reading = { answered: boolean; share: boolean; causes: boolean; isFew: boolean };

const nothingToRead: Reading = { answered: false, share: false, causes: false, isFew: false };

function readingOf(cells: readonly Cell[]): Reading {
  const answered = cells.filter(isAnswered);
  const judged = answered.filter(({ minimum }) => minimum !== null);
  const actorsOf = (some: readonly Cell[]) => new Set(some.map(({ actor }) => actor));
  const shown = disclosable(
    [
      { key: "answered", actors: actorsOf(answered) },
      { key: "share", actors: actorsOf(judged) },
    ],
    nobody,
  );
  const lacking = actorsOf(judged.filter(({ status }) => status === "below_minimum" || status === "unknown"));
  const isFew = (key: string, { length }: readonly Cell[]) => length > 0 && !shown.has(key);
  return {
    answered: shown.has("answered"),
    share: shown.has("share"),
    causes: disclosable([{ key: "causes", actors: lacking }], nobody).has("causes"),
    isFew: isFew("answered", answered) || isFew("share", judged),
  };
}

const readings = new WeakMap<readonly Cell[], Map<string, Reading>>();

/** By code; worked out once per set of results. */
function readingsOf({ cells }: Read): Map<string, Reading> {
  const known = readings.get(cells);
  if (known) return known;
  const byCode = new Map<string, Cell[]>();
  for (const cell of cells) {
    const some = byCode.get(cell.code);
    if (some) some.push(cell);
    else byCode.set(cell.code, [cell]);
  }
  const read = new Map([...byCode].map(([code, some]) => [code, readingOf(some)]));
  readings.set(cells, read);
  return read;
}

/** Whether something of a sub-capability is held back because one to four actors stand behind it. */
export function isWithheld(results: Read, code: string): boolean {
  return readingsOf(results).get(code)?.isFew ?? false;
}

/** How many name each cause of those who do not meet the minimum; null where these are too few to be told of. */
export function causesShown(results: Read, row: RegionalRow): Record<Cause, number> | null {
  return readingsOf(results).get(row.code)?.causes ? row.causes : null;
}

/** Every sub-capability's row, by base capability. */
export function regionRows({ definition, results }: { definition: Definition; results: Read }): RegionCapability[] {
  const regional = new Map(results.regional.map((row) => [row.code, row]));
  const readingBy = readingsOf(results);
  return definition.capabilities.map(({ number, name, subCapabilities }) => ({
    number,
    name,
    rows: subCapabilities.map((sub) => rowOf(sub, regional.get(sub.code), readingBy.get(sub.code) ?? nothingToRead)),
  }));
}

type Named = { code: string; name: string };

function rowOf({ code, name }: Named, row: RegionalRow | undefined, reading: Reading): RegionRow {
  if (!row || !reading.answered) return { code, name, shown: "nothing" };
  const { answered, applicable, shareMeeting, shareLow, shareHigh } = row;
  if (row.expected === 0) return { code, name, shown: "no_minimum", answered, applicable };
  if (!reading.share) return { code, name, shown: "coverage", answered, applicable };
  return { code, name, shown: "all", answered, applicable, shareMeeting, shareLow, shareHigh };
}
