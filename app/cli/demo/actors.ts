// How the demo's actors change over its three years. Those that come, go and change name are made up, and say so.
import type { Db } from "#db/client.server.ts";
import { latestActorChange } from "#db/queries/actor-changes.ts";
import { findActor } from "#db/queries/actors.ts";
import type { ActorValues } from "#domain/actor-life.ts";
import { stockholmDay } from "#domain/day.ts";
import { addPerson } from "#usecases/add-person.ts";
import { addRoundActor } from "#usecases/add-round-actor.ts";
import { correctRoundActor } from "#usecases/correct-round-actor.ts";
import { type ActorBy, editActor } from "#usecases/edit-actor.ts";
import { joinActor } from "#usecases/join-actor.ts";
import { leaveActor } from "#usecases/leave-actor.ts";
import { done } from "./done.ts";
import { memberOf } from "./people.ts";
import { atWork, daysFrom, type RoundTimes } from "./times.ts";

/** Is renamed before the second year, and leaves after it. */
const port = { name: "Exempelhamnen (påhittad)", shortName: "Exempelhamnen", category: "trafik", designated: false };
const portId = "exempelhamnen-pahittad";
/** Joins while the third year's round is open. */
const town = { name: "Exempelby kommun (påhittad)", shortName: "Exempelby", category: "övrig", designated: false };
export const lateJoiner = "exempelby-kommun-pahittad";
/** Is pointed out from the second year on. */
const laterDesignated = "brandkaren-attunda";
const madeUp = "Påhittat exempel";

function addCoordinator(db: Db, actorId: string, name: string, now: Date): void {
  const email = `samordnare.${actorId}@example.se`;
  done(addPerson(db, { name: `Samordnare, ${name}`, email, role: "coordinator", actorId }, { now }));
}

function edit(db: Db, id: string, values: Partial<ActorValues>, by: ActorBy): void {
  const actor = findActor(db, id);
  if (!actor) throw new Error(`The demo has no actor ${id}`);
  const expected = latestActorChange(db, id);
  done(editActor(db, { ...actor, ...values, expected, reason: madeUp }, by));
}

/** What happens to the actors before the round of so many years ago opens. */
export function playActorsBefore(db: Db, times: RoundTimes, yearsAgo: 0 | 1 | 2): void {
  const now = atWork(times.openedAt, -50, 0.4);
  const by = { now, personId: memberOf(db, now, "office").personId };
  if (yearsAgo === 2) {
    done(joinActor(db, { ...port, day: stockholmDay(now), reason: madeUp }, by));
    addCoordinator(db, portId, port.name, now);
    edit(db, laterDesignated, { designated: false }, by);
  } else if (yearsAgo === 1) {
    edit(db, portId, { name: "Exempelhamnarna (påhittad)", shortName: "Exempelhamnarna" }, by);
    edit(db, laterDesignated, { designated: true }, by);
  } else {
    const expected = latestActorChange(db, portId);
    const leaving = { id: portId, day: stockholmDay(daysFrom(now, 10)), reason: madeUp, people: "end" as const };
    done(leaveActor(db, { ...leaving, expected }, by));
  }
}

/** One joins after the opening, is taken into the round, and had been given the wrong category. */
export function playLateJoiner(db: Db, { year, openedAt }: RoundTimes): void {
  const { personId } = memberOf(db, openedAt, "office");
  const at = (day: number) => ({ now: atWork(openedAt, day, 0.5), personId });
  done(joinActor(db, { ...town, day: stockholmDay(at(4).now), reason: madeUp }, at(4)));
  addCoordinator(db, lateJoiner, town.name, at(4).now);
  const reason = "Gick med strax efter öppningen och vill vara med redan i år.";
  done(addRoundActor(db, { year, actorId: lateJoiner, reason }, at(5)));
  edit(db, lateJoiner, { category: "kommun" }, at(6));
  const correction = {
    values: { ...town, category: "kommun" },
    reason: "Fick fel kategori när den lades till.",
    expected: 1,
  };
  done(correctRoundActor(db, { year, actorId: lateJoiner, ...correction }, at(6)));
}
