// What the overview says of a round's results: how far the region reaches, what presses most, and what changed. For a reader who sees no
// single actor's answers, without what rests on one to four of them, nor anything that could be subtracted to it. Source: method § 5, 7.
import type { RegionalRow } from "./aggregate.ts";
import { findSubCapability, listSubCapabilities } from "./definition.ts";
import {
  type CapabilityPoint,
  capabilityPoints,
  type OverviewRound,
  type Reach,
  reachOf,
  type ShareChange,
  shareChanges,
} from "./overview.ts";
import { causesShown, isWithheld } from "./region.ts";
import type { Lineage } from "./version-map.ts";

/** How many of the most pressing sub-capabilities are named. */
export const MOST_PRESSING = 5;

export type NamedChange = ShareChange & { name: string };

/** What is told of a pressing sub-capability: of those who have a minimum to meet, and no levels. */
const told = [
  "code",
  "applicable",
  "answered",
  "expected",
  "belowMinimum",
  "meetsMinimum",
  "notMeeting",
  "shareMeeting",
] as const satisfies (keyof RegionalRow)[];

export type PressingRow = Pick<RegionalRow, (typeof told)[number] | "causes"> & {
  name: string;
  change: ShareChange | null;
};

export type RegionOverview = {
  /** Over all cells that may be shown. */
  coverage: { answered: number; applicable: number };
  /** Number of sub-capabilities; `unjudged`: nobody has both an answer and a minimum; `withheld`: too few stand behind. */
  reach: Record<Reach, number> & { unjudged: number; withheld: number };
  priority: PressingRow[];
  capabilities: CapabilityPoint[];
  /** None without an earlier round. */
  changes: NamedChange[];
};

export type EarlierRound = { before: OverviewRound; lineage: Lineage | undefined };

type Now = OverviewRound & { results: { priority: readonly string[] } };

/** `mayWithhold`: for a reader who sees no single actor's answers. */
export function regionOverview(
  now: Now,
  earlier: EarlierRound | null,
  { mayWithhold }: { mayWithhold: boolean },
): RegionOverview {
  const { definition, results } = now;
  const rows = results.regional.filter(({ code }) => !(mayWithhold && isWithheld(results, code)));
  const changes = earlier ? shareChanges({ now, ...earlier, mayWithhold }) : [];
  return {
    coverage: {
      answered: rows.reduce((sum, { answered }) => sum + answered, 0),
      applicable: rows.reduce((sum, { applicable }) => sum + applicable, 0),
    },
    reach: { ...countReach(rows), withheld: listSubCapabilities(definition).length - rows.length },
    priority: pressing(now, rows, { changes, mayWithhold }),
    capabilities: capabilityPoints(now, earlier, { mayWithhold }),
    changes: changes.map((change) => ({ ...change, name: nameIn(now, change.code) })),
  };
}

function countReach(rows: RegionalRow[]) {
  const reaches = rows.map(reachOf);
  const of = (reach: Reach | null) => reaches.filter((each) => each === reach).length;
  return { all: of("all"), most: of("most"), few: of("few"), unjudged: of(null) };
}

const noCauses = { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 };

/** The most pressing of the rows. */
function pressing(
  now: Now,
  rows: RegionalRow[],
  { changes, mayWithhold }: { changes: ShareChange[]; mayWithhold: boolean },
): PressingRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const listed = now.results.priority.flatMap((code) => byCode.get(code) ?? []);
  return listed.slice(0, MOST_PRESSING).map((row) => ({
    ...pick(row, told),
    name: nameIn(now, row.code),
    causes: mayWithhold ? (causesShown(now.results, row) ?? noCauses) : row.causes,
    change: changes.find(({ code }) => code === row.code) ?? null,
  }));
}

function pick<Of extends object, Key extends keyof Of>(from: Of, keys: readonly Key[]): Pick<Of, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<Of, Key>;
}

function nameIn({ definition }: OverviewRound, code: string): string {
  return findSubCapability(definition, code)?.name ?? "";
}
