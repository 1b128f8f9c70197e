import { type Db, inSnapshot } from "#db/client.server.ts";
import { regionRows } from "#domain/region.ts";
import { roundState } from "#domain/round.ts";
import { type CouncilBasis, councilBasisFormat } from "#exports/council-basis-schema.ts";
import { aboutOf, changeOf, type Making } from "./basis-about.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { overviewIn } from "./view-overview.ts";
import { commonRows } from "./view-region.ts";

/**
 * What the council may read of a year, at one moment. Before the release there is none for anybody: then it would say what
 * nobody has decided to tell. undefined for an unknown year.
 */
export function loadCouncilBasis(db: Db, year: number, making: Making): CouncilBasis | { waits: true } | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    if (roundState(loaded.round, making.now) !== "released") return { waits: true };
    const overview = overviewIn(tx, loaded, { isCouncil: true, now: making.now });
    return {
      $schema: `underlag-radet-${year}.schema.json`,
      format: councilBasisFormat,
      about: aboutOf(loaded, overview, { ...making, isCouncil: true }),
      scale: loaded.definition.levels,
      since: overview.since?.year ?? null,
      reach: overview.reach,
      capabilities: overview.capabilities.map(({ capability, name, now, before, isMinimumChanged, isWithheld }) => ({
        number: capability,
        name,
        shareMeeting: now,
        before,
        isMinimumChanged,
        isWithheld,
      })),
      subCapabilities: councilRows(loaded),
      priority: overview.priority.map(({ code, notMeeting, meetsMinimum, causes, change }) => ({
        code,
        notMeeting,
        meetsMinimum,
        causes,
        change: change && changeOf(change),
      })),
      commonFunctions: commonRows(tx, year, making.now),
    };
  });
}

function councilRows(loaded: RoundResults): CouncilBasis["subCapabilities"] {
  const nothing = { answered: null, applicable: null, shareMeeting: null, shareLow: null, shareHigh: null };
  return regionRows(loaded).flatMap(({ number, rows }) =>
    rows.map((row) => ({ ...nothing, ...row, capability: number })),
  );
}
