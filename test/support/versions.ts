// A second definition version with its map, for what is shown of years on different versions.
import type { Db } from "#db/client.server.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { MapChange, VersionMap } from "#domain/version-map.ts";
import { closeRound } from "#usecases/close-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { aCapability, aSubCapability } from "./builders.ts";
import { testNow } from "./request.ts";
import { storeDefinition, testYear } from "./stored.ts";

const entry = (code: string, change: MapChange, from: string[]) => ({
  ...{ code, change, from },
  reason: change === "unchanged" ? "" : `${change} därför`,
});

/** Of "test" to "next": 1:1 as it is, 1:2 split into 1:3 and 1:4, 2:1 clarified under the code 2:9, and 2:2 new. */
export const nextMap: VersionMap = {
  ...{ from: "test", to: "next", retired: [] },
  subCapabilities: [
    entry("1:1", "unchanged", ["1:1"]),
    entry("1:3", "split", ["1:2"]),
    entry("1:4", "split", ["1:2"]),
    entry("2:9", "clarified", ["2:1"]),
    entry("2:2", "new", []),
  ],
};

export const nextYear = testYear + 1;
/** A day when the next round has begun. */
export const nextNow = new Date("2027-03-02T11:00:00.000Z");

/** Stores version "next", and its map from "test" unless told not to. */
export function storeNextVersion(db: Db, { withMap = true } = {}): void {
  const subs = (...codes: string[]) => codes.map((code) => aSubCapability(code));
  storeDefinition(db, {
    version: "next",
    capabilities: [aCapability(1, subs("1:1", "1:3", "1:4")), aCapability(2, subs("2:9", "2:2"))],
  });
  if (withMap) upsertVersionMap(db, { map: nextMap, sha256: "map", loadedAt: testNow.toISOString() });
}

/** Closes and releases the first round, which must be open, and opens the next on version "next". */
export function storeNextRound(db: Db, options: { withMap?: boolean } = {}): void {
  storeNextVersion(db, options);
  const steps = [
    () => closeRound(db, { year: testYear }, { now: testNow }),
    () => releaseRound(db, { year: testYear }, { now: testNow }),
    () => planRound(db, { year: nextYear, definitionVersion: "next", closingDay: "2027-05-31" }, { now: nextNow }),
    () => openRound(db, { year: nextYear }, { now: nextNow }),
  ];
  for (const step of steps) {
    const result = step();
    if (!result.ok) throw new Error(result.problem);
  }
}
