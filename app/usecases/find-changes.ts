import type { Db } from "#db/client.server.ts";
import { listMergers } from "#db/queries/actor-changes.ts";
import { findEarlierYear } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type CellChange, cellChange, countChanges } from "#domain/cell-change.ts";
import { comparabilityOf, lineageBetween } from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";

export type ChangesSince = {
  /** The newest released year before in which the actor has a submission that counts. */
  year: number;
  byCode: Record<string, CellChange>;
  counts: ReturnType<typeof countChanges>;
  /** Names of actors that went up in this one between the two years: its answers then did not speak for them. */
  merged: string[];
};

/** What has changed in an actor's cells since its last year; undefined where no earlier released year has answers of it. */
export function findChanges(db: Db, now: RoundResults, actorId: string): ChangesSince | undefined {
  const { year } = now.round;
  const earlierYear = findEarlierYear(db, { year, actorId });
  const then = earlierYear && loadResults(db, earlierYear);
  if (!then) return undefined;
  const { definition } = now;
  const lineage = lineageBetween(listVersionMaps(db), { from: then.definition.version, definition });
  const cellsThen = new Map(ownCells(then, actorId).map((cell) => [cell.code, cell]));
  const changes = ownCells(now, actorId).map(
    (cell) => [cell.code, cellChange(cell, cellsThen, comparabilityOf(lineage, cell.code))] as const,
  );
  const merged = listMergers(db).filter(
    ({ intoActorId, day }) =>
      intoActorId === actorId && day > (then.round.openedAt ?? "") && day <= (now.round.openedAt ?? "9999"),
  );
  return {
    year: then.round.year,
    byCode: Object.fromEntries(changes),
    counts: countChanges(changes.map(([, change]) => change)),
    merged: merged.map(({ name }) => name),
  };
}

function ownCells({ results }: RoundResults, actorId: string) {
  return results.cells.filter(({ actor }) => actor === actorId);
}
