import { type Db, inSnapshot } from "#db/client.server.ts";
import type { Decision } from "#db/queries/decisions.ts";
import { findNewestReleasedYear, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { RegionalRow } from "#domain/aggregate.ts";
import { stockholmDay } from "#domain/day.ts";
import { findSubCapability, listSubCapabilities } from "#domain/definition.ts";
import { fewestActors } from "#domain/disclosure.ts";
import {
  type CapabilityPoint,
  capabilityPoints,
  type Reach,
  reachOf,
  type ShareChange,
  shareChanges,
  shownRows,
} from "#domain/overview.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import type { Summary } from "#domain/summary.ts";
import { type Lineage, lineageBetween } from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";

/** How many of the most pressing sub-capabilities the page names. */
const MOST_PRESSING = 5;

export type NamedChange = ShareChange & { name: string };
export type PressingRow = Summary & Pick<RegionalRow, "code" | "causes"> & { name: string; change: ShareChange | null };
export type OverviewView = {
  year: number;
  state: RoundState;
  closingDay: string;
  /** Today in Stockholm, YYYY-MM-DD: the day that the numbers are of. */
  day: string;
  actorCount: number;
  submittedCount: number;
  latestDecision: Pick<Decision, "sequence" | "decidedOn"> | null;
  /** Over all cells that may be shown. */
  coverage: { answered: number; applicable: number };
  /** Number of sub-capabilities; `unjudged`: nobody has both an answer and a minimum; `withheld`: too few stand behind. */
  reach: Record<Reach, number> & { unjudged: number; withheld: number };
  priority: PressingRow[];
  capabilities: CapabilityPoint[];
  /** Since the newest released year before; null without one. */
  since: { year: number; changes: NamedChange[] } | null;
};
/** Who must wait for the release, and the newest year that is released; null: none. */
export type WaitingOverview = { waits: true; year: number; releasedYear: number | null };

type Asked = { year: number; isCouncil: boolean };
type Earlier = { before: RoundResults; lineage: Lineage | undefined };

/**
 * The region on one page. The council gets it after release, without what rests on one to four actors. Reads two rounds
 * at most, whatever their number. undefined for an unknown year.
 */
export function viewOverview(
  db: Db,
  { year, isCouncil }: Asked,
  { now }: { now: Date },
): OverviewView | WaitingOverview | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    const state = roundState(loaded.round, now);
    if (isCouncil && state !== "released")
      return { waits: true, year, releasedYear: findNewestReleasedYear(tx) ?? null };
    return overviewIn(tx, loaded, { isCouncil, now });
  });
}

/** The same of results that are already read, without asking whether they are released: for somebody in a snapshot of its own. */
export function overviewIn(
  db: Db,
  loaded: RoundResults,
  { isCouncil, now }: { isCouncil: boolean; now: Date },
): OverviewView {
  const state = roundState(loaded.round, now);
  return overviewOf(loaded, findEarlier(db, loaded), { isCouncil, state, now });
}

/** The newest released round before, and where this one's sub-capabilities come from in it. */
function findEarlier(db: Db, { round, definition }: RoundResults): Earlier | null {
  const earlier = listRounds(db).find((other) => other.year < round.year && other.releasedAt !== null);
  const before = earlier && loadResults(db, earlier.year);
  if (!before) return null;
  return { before, lineage: lineageBetween(listVersionMaps(db), { from: before.definition.version, definition }) };
}

function overviewOf(
  loaded: RoundResults,
  earlier: Earlier | null,
  { isCouncil, state, now }: { isCouncil: boolean; state: RoundState; now: Date },
): OverviewView {
  const { round, definition, actors, decisions, submittedCount, results } = loaded;
  const [latest] = decisions;
  const rows = shownRows(results.regional, isCouncil);
  const changes = earlier ? shareChanges({ now: loaded, ...earlier, mayWithhold: isCouncil }) : [];
  const named = changes.map((change) => ({ ...change, name: nameIn(loaded, change.code) }));
  return {
    year: round.year,
    state,
    closingDay: round.closingDay,
    day: stockholmDay(now),
    actorCount: actors.length,
    submittedCount,
    latestDecision: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null,
    coverage: {
      answered: rows.reduce((sum, { answered }) => sum + answered, 0),
      applicable: rows.reduce((sum, { applicable }) => sum + applicable, 0),
    },
    reach: { ...countReach(rows), withheld: listSubCapabilities(definition).length - rows.length },
    priority: pressing(loaded, rows, { changes, isCouncil }),
    capabilities: capabilityPoints(loaded, earlier, { mayWithhold: isCouncil }),
    since: earlier ? { year: earlier.before.round.year, changes: named } : null,
  };
}

function countReach(rows: RegionalRow[]) {
  const reaches = rows.map(reachOf);
  const of = (reach: Reach | null) => reaches.filter((each) => each === reach).length;
  return { all: of("all"), most: of("most"), few: of("few"), unjudged: of(null) };
}

const noCauses = { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 };

/** The most pressing of the rows. The council reads causes only where they are those of at least five. */
function pressing(
  loaded: RoundResults,
  rows: RegionalRow[],
  { changes, isCouncil }: { changes: ShareChange[]; isCouncil: boolean },
): PressingRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const listed = loaded.results.priority.flatMap((code) => byCode.get(code) ?? []);
  // Neither levels nor steps go along: no more than the page shows.
  return listed.slice(0, MOST_PRESSING).map(({ distribution: _d, median: _m, gapSteps: _g, ...row }) => ({
    ...row,
    name: nameIn(loaded, row.code),
    causes: isCouncil && row.notMeeting < fewestActors ? noCauses : row.causes,
    change: changes.find(({ code }) => code === row.code) ?? null,
  }));
}

function nameIn({ definition }: RoundResults, code: string): string {
  return findSubCapability(definition, code)?.name ?? "";
}
