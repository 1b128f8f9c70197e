import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { type Decision, listDecisions, listLevelDecisions, type MotivatedDecision } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listRemarks } from "#db/queries/proposals.ts";
import { findRound, findRoundActor } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { type LevelWarning, levelWarnings } from "#domain/level-check.ts";
import { mayMoveRound, mayRoleMoveRound, type RoundState, roundState } from "#domain/round.ts";
import { decisionsInForce, type Group, groupsOf, type LevelDecision, type Target, targetsFor } from "#domain/target.ts";
import { actorsOf, groupsFor } from "./decide-levels.ts";

export type LevelInForce = Target & { sequence: number };
/** The strictest of an actor's groups, with the decisions that say so: one, or two where the ambition is another group's. */
export type OwnLevel = Target & { sources: { sequence: number; group: Group; decidedOn: string; motive: string }[] };
export type LevelRow = {
  code: string;
  name: string;
  /** In the order of the view's groups; null where the group has no levels. */
  byGroup: (LevelInForce | null)[];
  /** What applies to the reader's actor, and the decisions it comes from; null for readers without one. */
  own: OwnLevel | null;
};
export type DecisionView = Decision & {
  recordedByName: string | null;
  levels: MotivatedDecision[];
  /** What was said at the meeting; for those who may read it. */
  remarks: { sequence: number; code: string | null; text: string; notedAt: string; notedByName: string | null }[];
  warnings: LevelWarning[];
};
export type LevelsView = {
  year: number;
  state: RoundState;
  mayDecide: boolean;
  scale: LevelAnchor[];
  /** Groups that have any level in force. */
  groups: Group[];
  capabilities: { number: number; name: string; rows: LevelRow[] }[];
  /** Newest first. */
  decisions: DecisionView[];
  own: { name: string; groups: Group[] } | null;
};
type Reader = { role: Role; actorId: string | null };

/** A year's levels in force, per sub-capability and group, and the decisions they come from; undefined without a round. */
export function viewLevels(
  db: Db,
  year: number,
  { reader, now }: { reader: Reader; now: Date },
): LevelsView | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const state = roundState(round, now);
  const decided = listLevelDecisions(db, year);
  const inForce = decisionsInForce(decided);
  const groups = groupsWithLevels(inForce, groupsFor(db, year));
  const actor = ownActor(db, year, reader.actorId);
  const ownOf = ownReader(db, year, decided);
  const levelRow = ({ code, name }: { code: string; name: string }): LevelRow => ({
    code,
    name,
    byGroup: groups.map((group) => levelOf(inForce.get(code)?.get(group))),
    own: actor ? ownOf(actor, code) : null,
  });
  return {
    year,
    state,
    mayDecide: mayMoveRound(state, "decide_levels") && mayRoleMoveRound("decide_levels", reader.role),
    scale: definition.levels,
    groups,
    capabilities: definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      rows: subCapabilities.map(levelRow),
    })),
    decisions: decisionViews(db, year, decided, mayReadRemarks(reader)),
    own: actor ? { name: actor.name, groups: groupsOf(actor) } : null,
  };
}

function mayReadRemarks({ role }: Reader): boolean {
  return role === "office" || role === "chief_group";
}

/** The levels of an actor with the decisions that they come from: of its groups, those that say the strictest. */
function ownReader(db: Db, year: number, decided: MotivatedDecision[]) {
  const target = targetsFor(decided);
  const inForce = decisionsInForce(decided);
  const days = new Map(listDecisions(db, year).map(({ sequence, decidedOn }) => [sequence, decidedOn]));
  return (actor: { category: string; designated: boolean }, code: string): OwnLevel => {
    const { minimum, ambition } = target(actor, code);
    const known = groupsOf(actor).flatMap((group) => inForce.get(code)?.get(group) ?? []);
    const saying = (field: "minimum" | "ambition", level: number | null) =>
      level === null ? undefined : known.find((one) => one[field] === level);
    const saidBy = [...new Set([saying("minimum", minimum), saying("ambition", ambition)])];
    const sources = saidBy.flatMap((source) => {
      const row = decided.find(
        (one) => one.sequence === source?.sequence && one.code === code && one.group === source.group,
      );
      return row ? [{ ...row, decidedOn: days.get(row.sequence) ?? "" }] : [];
    });
    return {
      minimum,
      ambition,
      sources: sources.map(({ sequence, group, decidedOn, motive }) => ({ sequence, group, decidedOn, motive })),
    };
  };
}

function decisionViews(db: Db, year: number, decided: MotivatedDecision[], withRemarks: boolean): DecisionView[] {
  const actors = actorsOf(db, year);
  return listDecisions(db, year).map((decision) => ({
    ...decision,
    remarks: withRemarks && decision.proposal !== null ? listRemarks(db, { year, number: decision.proposal }) : [],
    levels: decided.filter(({ sequence }) => sequence === decision.sequence),
    warnings: levelWarnings(decided, decision.sequence, actors),
  }));
}

/** The actor as frozen in the round, or as it is before the round has opened. */
function ownActor(db: Db, year: number, actorId: string | null) {
  return actorId === null ? undefined : (findRoundActor(db, year, actorId) ?? findActor(db, actorId));
}

function levelOf(decision: LevelDecision | undefined): LevelInForce | null {
  if (!decision || (decision.minimum === null && decision.ambition === null)) return null;
  const { minimum, ambition, sequence } = decision;
  return { minimum, ambition, sequence };
}

function groupsWithLevels(inForce: ReturnType<typeof decisionsInForce>, order: Group[]): Group[] {
  const withLevels = new Set<Group>();
  for (const byGroup of inForce.values()) {
    for (const [group, decision] of byGroup) if (levelOf(decision)) withLevels.add(group);
  }
  // A category may have lost its last actor since the decision: it still has levels, and stands last.
  return [...order.filter((group) => withLevels.delete(group)), ...withLevels];
}
