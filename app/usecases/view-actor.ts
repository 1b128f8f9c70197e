import { type Db, inSnapshot } from "#db/client.server.ts";
import {
  type ActorChange,
  latestActorChange,
  listActorChanges,
  listMergers,
  listRoundActorChanges,
  type RoundActorChange,
} from "#db/queries/actor-changes.ts";
import { type Actor, listActors } from "#db/queries/actors.ts";
import { listMemberships } from "#db/queries/people.ts";
import { type FrozenActor, listRounds, listRoundsOf } from "#db/queries/rounds.ts";
import { isMemberOn } from "#domain/actor-life.ts";
import { compareActors, compareCategories, compareNames } from "#domain/actor-order.ts";
import { stockholmDay } from "#domain/day.ts";
import { mayMoveRound, type RoundState, roundState } from "#domain/round.ts";

/** A round that the actor is frozen in. */
export type ActorRound = { year: number; state: RoundState; mayCorrect: boolean; frozen: FrozenActor };
export type ActorView = {
  actor: Actor;
  isMember: boolean;
  today: string;
  /** The latest change that this view has seen. */
  expected: number;
  changes: ActorChange[];
  roundChanges: RoundActorChange[];
  rounds: ActorRound[];
  /** The open round that the actor is not part of and can be taken into. */
  canJoinYear: number | null;
  /** How many roles its people hold now. */
  memberships: number;
  categories: string[];
  /** Id to name, for those that the history speaks of. */
  names: Record<string, string>;
};

/** One actor with its history, as the office keeps it; undefined where there is none. */
export function viewActor(db: Db, id: string, now: Date): ActorView | undefined {
  return inSnapshot(db, (tx): ActorView | undefined => {
    const actors = listActors(tx);
    const actor = actors.find((one) => one.id === id);
    if (!actor) return undefined;
    const today = stockholmDay(now);
    const rounds = listRoundsOf(tx, id)
      .map((round) => ({ round, state: roundState(round, now) }))
      .filter(({ state }) => state !== "planned");
    const years = new Set(rounds.map(({ round }) => round.year));
    const toJoin = listRounds(tx).find(
      (round) => mayMoveRound(roundState(round, now), "add_actor") && !years.has(round.year),
    );
    const isMember = isMemberOn(actor, today);
    return {
      ...{ actor, isMember, today, expected: latestActorChange(tx, id) },
      changes: listActorChanges(tx, id),
      roundChanges: listRoundActorChanges(tx, { actorId: id }),
      rounds: rounds.map(({ round: { year, frozen }, state }) => ({
        ...{ year, state, frozen },
        mayCorrect: mayMoveRound(state, "correct_actor"),
      })),
      canJoinYear: isMember ? (toJoin?.year ?? null) : null,
      memberships: listMemberships(tx, now.toISOString()).filter(({ actorId }) => actorId === id).length,
      categories: categoriesOf(actors),
      names: Object.fromEntries(actors.map((one) => [one.id, one.name])),
    };
  });
}

export type ListedActor = Actor & { intoName: string | null };
export type ActorList = {
  /** By category and name. */
  members: ListedActor[];
  /** Those that join on a later day. */
  coming: ListedActor[];
  /** By name. */
  left: ListedActor[];
  categories: string[];
};

/** The register: who is a member today, who is to come, and who has left or become part of another. */
export function viewActors(db: Db, now: Date): ActorList {
  return inSnapshot(db, (tx) => {
    const today = stockholmDay(now);
    const actors = listActors(tx);
    const names = new Map(actors.map(({ id, name }) => [id, name]));
    const into = new Map(listMergers(tx).map(({ actorId, intoActorId }) => [actorId, names.get(intoActorId ?? "")]));
    const listed = actors.map((actor) => ({
      ...actor,
      intoName: actor.memberUntil === null ? null : (into.get(actor.id) ?? null),
    }));
    const isComing = ({ memberFrom }: Actor) => memberFrom !== null && memberFrom > today;
    return {
      members: listed.filter((actor) => isMemberOn(actor, today)).sort(compareActors),
      coming: listed.filter(isComing).sort(compareActors),
      left: listed
        .filter((actor) => !isMemberOn(actor, today) && !isComing(actor))
        .sort((a, b) => compareNames(a.name, b.name)),
      categories: categoriesOf(actors),
    };
  });
}

function categoriesOf(actors: readonly { category: string }[]): string[] {
  return [...new Set(actors.map(({ category }) => category))].sort(compareCategories);
}
