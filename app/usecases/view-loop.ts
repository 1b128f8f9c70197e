import { type Db, inSnapshot } from "#db/client.server.ts";
import { findNewestReleasedYear, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { ActivityState } from "#domain/activity.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { disclosedMovements, type EffortMovement, effortMovements, movementsBetween } from "#domain/loop.ts";
import { isContinued } from "#domain/measure.ts";
import { roundState } from "#domain/round.ts";
import { comparabilityOf, goesOnIn, type Lineage, type LineageStep, lineageBetween } from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { readRegionMeasures } from "./read-measures.ts";
import { type PlannedActivity, readPlannedActivities } from "./read-planned-activities.ts";
import { type ResultFacts, resultFacts } from "./result-facts.ts";

/** What concerned a sub-capability, with how the levels moved; `actors` null where even their number may not be told. */
export type LoopEffort = EffortMovement & {
  /** Null: the actors' own measures. */
  activity: { year: number; number: number; what: string; state: ActivityState } | null;
  actors: number | null;
};
export type LoopRow = {
  code: string;
  name: string;
  /** Why the levels cannot be compared; null where they can. */
  breaks: LineageStep[] | null;
  efforts: LoopEffort[];
};
/** The way from the round that a plan was built on to this one. */
export type Loop = {
  /** The newest earlier released year; null: none, so nothing to follow. */
  since: number | null;
  rows: LoopRow[];
  /** Activities of sub-capabilities that this year's definition no longer has. */
  ended: { year: number; number: number; what: string; codes: string[] }[];
};
export type LoopView = ResultFacts & Loop;
/** Who must wait for the release, and the newest year that is released; null: none. */
export type WaitingLoop = { waits: true; year: number; releasedYear: number | null };

/** What the plan's activities and the actors' measures concerned, and how the levels moved; undefined for an unknown year. */
export function viewLoop(
  db: Db,
  { year, isCouncil }: { year: number; isCouncil: boolean },
  { now }: { now: Date },
): LoopView | WaitingLoop | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    if (isCouncil && roundState(loaded.round, now) !== "released")
      return { waits: true, year, releasedYear: findNewestReleasedYear(tx) ?? null };
    return { ...resultFacts(loaded, now), ...readLoop(tx, loaded, { isCouncil }) };
  });
}

type Asked = { isCouncil: boolean; code?: string };

/**
 * The loop of a round that is already read; of one sub-capability where `code` is given. Once the round is released, plans and
 * measures count as they stood then: a group that changed later would tell of the few actors that it changed by.
 */
export function readLoop(db: Db, loaded: RoundResults, asked: Asked): Loop {
  const until = loaded.round.releasedAt;
  const since = earlierYear(db, loaded.round.year, until);
  const from = since === null ? undefined : loadResults(db, since);
  if (since === null || !from) return { since: null, rows: [], ended: [] };
  const lineage = lineageBetween(listVersionMaps(db), { from: from.definition.version, definition: loaded.definition });
  const activities = readPlannedActivities(db, loaded.round.year, until).filter(({ basisYear }) => basisYear === since);
  // An earlier year's measure counts where that round took it over: what had ended, or nobody spoke of, was not carried on.
  const measures = readRegionMeasures(db, { year: since, definition: from.definition, until }).filter(
    (measure) => measure.year === since || isContinued(measure.state),
  );
  const goesOn = (code: string) => goesOnIn(lineage, code);
  const subs = listSubCapabilities(loaded.definition).filter(({ code }) => !asked.code || code === asked.code);
  const rows = subs.flatMap(({ code, name }): LoopRow[] => {
    const noted = measures.flatMap((measure) =>
      measure.code !== null && goesOn(measure.code).includes(code) ? [measure.actorId] : [],
    );
    const concerned = activities.filter(({ codes }) => codes.some((each) => goesOn(each).includes(code)));
    if (concerned.length + noted.length === 0) return [];
    return [{ code, name, ...movedIn({ code, lineage, from, loaded, concerned, noted }, asked) }];
  });
  const ended = activities
    .map(({ codes, ...activity }) => ({ ...activity, codes: codes.filter((code) => goesOn(code).length === 0) }))
    .filter(({ codes }) => codes.length > 0)
    .map(({ year, number, what, codes }) => ({ year, number, what, codes }));
  return { since, rows, ended: asked.code ? [] : ended };
}

/** The newest earlier year whose results are released, or were at the moment `until`: what a plan is built on. */
export function earlierYear(db: Db, year: number, until: string | null = null): number | null {
  const isReleased = (releasedAt: string | null) => releasedAt !== null && (until === null || releasedAt <= until);
  return listRounds(db).find((round) => round.year < year && isReleased(round.releasedAt))?.year ?? null;
}

type Concerned = {
  code: string;
  lineage: Lineage | undefined;
  from: RoundResults;
  loaded: RoundResults;
  concerned: PlannedActivity[];
  /** Actors with a measure of their own. */
  noted: string[];
};

function movedIn({ code, lineage, from, loaded, concerned, noted }: Concerned, { isCouncil }: Asked) {
  const comparability = comparabilityOf(lineage, code);
  const after = loaded.results.cells.filter((cell) => cell.code === code);
  const moved = movementsBetween({ before: from.results.cells, after, comparability });
  const told = concerned.map((activity) => ({ key: `${activity.year} ${activity.number}`, ...activity }));
  const own = noted.length === 0 ? [] : [{ key: "measures", actors: [...new Set(noted)] }];
  const movements = (isCouncil ? disclosedMovements : effortMovements)([...told, ...own], moved);
  return {
    breaks: comparability.comparable ? null : comparability.breaks,
    efforts: movements.map((movement): LoopEffort => {
      const activity = told.find(({ key }) => key === movement.key);
      const actors = activity?.actors ?? own[0]?.actors ?? [];
      return {
        ...movement,
        activity: activity
          ? { year: activity.year, number: activity.number, what: activity.what, state: activity.state }
          : null,
        actors: isCouncil ? null : actors.length,
      };
    }),
  };
}
