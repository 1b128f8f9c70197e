import type { Db } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import { type LevelDifference, levelDifferences } from "#domain/proposal.ts";
import { breaksOf, carriedOver, type LineageStep, lineageBetween } from "#domain/version-map.ts";

/** What was in force at some point: after a decision of a year, or after all of them. "2026" or "2026-2". */
export type LevelPoint = { key: string; year: number; sequence: number | null; decidedOn: string | null };
export type LevelComparison = {
  points: LevelPoint[];
  from: LevelPoint;
  to: LevelPoint;
  /** In definition order, with the sub-capability's name. */
  rows: (LevelDifference & { name: string })[];
  /** Sub-capabilities of the later point's version to which no line leads from the earlier one: their levels are not compared. */
  notComparable: { code: string; name: string; breaks: LineageStep[] }[];
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
  const [older, newer] = from.year <= to.year ? [from, to] : [to, from];
  const definition = definitionOf(db, newer);
  const olderVersion = findRound(db, older.year)?.definitionVersion;
  if (!definition || olderVersion === undefined) return undefined;
  const lineage = lineageBetween(listVersionMaps(db), { from: olderVersion, definition });
  // Both under the codes of the newer year's version, also where the reader asks from the newer to the older.
  const levelsAt = (point: LevelPoint) => {
    const decisions = decisionsAt(db, point);
    if (point.year === newer.year) return decisions.filter(({ code }) => breaksOf(lineage, code) === null);
    return carriedOver(lineage, decisions);
  };
  const subs = listSubCapabilities(definition);
  const order = subs.map(({ code }) => code);
  const rows = levelDifferences(levelsAt(from), levelsAt(to))
    .map((row) => ({ ...row, name: subs.find(({ code }) => code === row.code)?.name ?? "" }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  const notComparable = subs.flatMap(({ code, name }) => {
    const breaks = breaksOf(lineage, code);
    return breaks ? [{ code, name, breaks }] : [];
  });
  return { points, from, to, rows, notComparable };
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

function definitionOf(db: Db, { year }: LevelPoint): Definition | undefined {
  return findDefinition(db, findRound(db, year)?.definitionVersion ?? "");
}
