import type { Db } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { type LevelDifference, levelDifferences } from "#domain/proposal.ts";

/** What was in force at some point: after a decision of a year, or after all of them. "2026" or "2026-2". */
export type LevelPoint = { key: string; year: number; sequence: number | null; decidedOn: string | null };
export type LevelComparison = {
  points: LevelPoint[];
  from: LevelPoint;
  to: LevelPoint;
  /** In definition order, with the sub-capability's name. */
  rows: (LevelDifference & { name: string })[];
  /** False where the two points have different definition versions, whose codes need not mean the same. */
  isSameVersion: boolean;
};

/** Every point that has levels, newest first: per year the whole, then its decisions. */
export function listLevelPoints(db: Db): LevelPoint[] {
  return listRounds(db).flatMap(({ year }) => {
    const decisions = listDecisions(db, year);
    if (decisions.length === 0) return [];
    const ofDecisions = decisions.map(({ sequence, decidedOn }) => ({
      key: `${year}-${sequence}`,
      year,
      sequence,
      decidedOn,
    }));
    return [{ key: String(year), year, sequence: null, decidedOn: null }, ...ofDecisions];
  });
}

/**
 * What differs between the levels in force at two points. Without two known points: from the one before `year`'s latest
 * decision, or from the year before. undefined where the year has no decision, or no point to compare it with.
 */
export function compareLevels(
  db: Db,
  year: number,
  asked: { from: string | null; to: string | null },
): LevelComparison | undefined {
  const points = listLevelPoints(db);
  const to = points.find(({ key }) => key === asked.to) ?? points.find((point) => point.year === year);
  const from = points.find(({ key }) => key === asked.from) ?? (to && pointBefore(points, to));
  if (!to || !from) return undefined;
  const definition = findDefinition(db, findRound(db, to.year)?.definitionVersion ?? "");
  const names = new Map(definition ? listSubCapabilities(definition).map(({ code, name }) => [code, name]) : []);
  const order = [...names.keys()];
  const rows = levelDifferences(decisionsAt(db, from), decisionsAt(db, to))
    .map((row) => ({ ...row, name: names.get(row.code) ?? "" }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return { points, from, to, rows, isSameVersion: versionOf(db, from) === versionOf(db, to) };
}

/** The year before as a whole; where there is none, the same year before its latest decision. */
function pointBefore(points: LevelPoint[], { year, sequence }: LevelPoint): LevelPoint | undefined {
  const earlier = points.find((point) => point.year < year && point.sequence === null);
  const latest = sequence ?? Math.max(...points.filter((point) => point.year === year).map((one) => one.sequence ?? 0));
  return earlier ?? points.find((point) => point.year === year && point.sequence === latest - 1);
}

function decisionsAt(db: Db, { year, sequence }: LevelPoint) {
  const last = sequence ?? Number.POSITIVE_INFINITY;
  return listLevelDecisions(db, year).filter((decision) => decision.sequence <= last);
}

function versionOf(db: Db, { year }: LevelPoint): string | undefined {
  return findRound(db, year)?.definitionVersion;
}
