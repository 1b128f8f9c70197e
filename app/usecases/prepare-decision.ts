import type { Db } from "#db/client.server.ts";
import { latestSequence, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { Definition, LevelAnchor } from "#domain/definition.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import type { Group, Target } from "#domain/target.ts";
import { carriedOver, lineageBetween } from "#domain/version-map.ts";
import { groupsFor } from "./decide-levels.ts";

/** What the form is filled in with: what is in force, last year's levels, or one minimum for all sub-capabilities. */
export type DecisionStart = "in_force" | "last_year" | number;

export type DecisionRow = {
  code: string;
  name: string;
  inForce: Target;
  ofAll: Target;
  /** What the form begins with. */
  prefill: Target;
};
export type DecisionForm = {
  year: number;
  isReleased: boolean;
  /** The latest decision; the form sends it back, so that no decision goes unseen. */
  sequence: number;
  group: Group;
  groups: Group[];
  /** The levels that may be chosen: all but the scale's lowest. */
  choices: LevelAnchor[];
  scale: LevelAnchor[];
  /** The newest year before that has levels for the group, as far as the version map leads; null if none has. */
  lastYear: number | null;
  capabilities: { number: number; name: string; rows: DecisionRow[] }[];
};

const none: Target = { minimum: null, ambition: null };

/** The form for a decision on a group's levels; undefined without a round. An unknown group becomes "all". */
export function prepareDecision(
  db: Db,
  { year, group: asked, start }: { year: number; group: string; start: DecisionStart },
  now: Date,
): DecisionForm | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const groups = groupsFor(db, year);
  const group = groups.find((known) => known === asked) ?? "all";
  const decisions = listLevelDecisions(db, year);
  const inForce = levelsInForce(decisions, group);
  const ofAll = levelsInForce(decisions, "all");
  const last = lastYearsLevels(db, year, definition, group);
  const prefillOf = (code: string): Target => {
    const current = inForce.get(code) ?? none;
    if (typeof start === "number") return { minimum: start, ambition: atLeast(current.ambition, start) };
    return start === "last_year" ? (last?.levels.get(code) ?? none) : current;
  };
  const lowest = Math.min(...definition.levels.map(({ level }) => level));
  return {
    year,
    isReleased: !mayMoveRound(roundState(round, now), "decide_levels"),
    sequence: latestSequence(db, year),
    group,
    groups,
    choices: definition.levels.filter(({ level }) => level !== lowest),
    scale: definition.levels,
    lastYear: last?.year ?? null,
    capabilities: definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      rows: subCapabilities.map((sub) => ({
        code: sub.code,
        name: sub.name,
        inForce: inForce.get(sub.code) ?? none,
        ofAll: ofAll.get(sub.code) ?? none,
        prefill: prefillOf(sub.code),
      })),
    })),
  };
}

function atLeast(level: number | null, minimum: number): number | null {
  return level !== null && level >= minimum ? level : null;
}

/** The newest year before with levels for the group. In another version a code need not mean the same: the version map says. */
function lastYearsLevels(db: Db, year: number, definition: Definition, group: Group) {
  const maps = listVersionMaps(db);
  for (const round of listRounds(db)) {
    if (round.year >= year) continue;
    const lineage = lineageBetween(maps, { from: round.definitionVersion, definition });
    const levels = levelsInForce(carriedOver(lineage, listLevelDecisions(db, round.year)), group);
    if (levels.size > 0) return { year: round.year, levels };
  }
  return undefined;
}
