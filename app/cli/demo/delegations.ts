// Who answers what at the demo's shown actor in the open round: one contributor ready with a note, one at work, one taken back.
import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { listColleagues } from "#db/queries/people.ts";
import { addPerson } from "#usecases/add-person.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { markDelegation } from "#usecases/mark-delegation.ts";
import { takeBackDelegation } from "#usecases/take-back-delegation.ts";
import { done } from "./done.ts";
import { memberOf, shownActor } from "./people.ts";
import { atWork, daysFrom, type RoundTimes } from "./times.ts";

const secondRoleAt = "sodertorns-brandforsvarsforbund";
const itAddress = `medarbetare.it.${shownActor}@example.se`;

/** A second contributor at the shown actor, and for its coordinator a second role, at another actor. */
export function addDelegates(db: Db, now: Date): void {
  const name = `Medarbetare, ${findActor(db, shownActor)?.name}, it-enheten`;
  done(addPerson(db, { name, email: itAddress, role: "contributor", actorId: shownActor }, { now }));
  const coordinator = memberOf(db, now, "coordinator", shownActor);
  // A day later, so that its sign-in goes to the older role.
  const later = { now: daysFrom(now, 1) };
  done(addPerson(db, { ...coordinator, role: "contributor", actorId: secondRoleAt }, later));
}

/** Plays the delegations of the shown actor in a round that is open, after its answers. */
export function playDelegations(db: Db, { year, openedAt }: RoundTimes): void {
  const contributor = memberOf(db, openedAt, "contributor", shownActor).personId;
  const colleagues = listColleagues(db, openedAt.toISOString(), shownActor);
  const it = colleagues.find(({ email }) => email === itAddress)?.personId ?? "";
  const by = (role: "coordinator" | "contributor", days: number, personId: string) => ({
    ...{ role, personId },
    now: atWork(openedAt, days, 0.4),
  });
  const coordinator = memberOf(db, openedAt, "coordinator", shownActor).personId;
  const key = { year, actorId: shownActor };
  const delegate = (capability: number, personId: string) =>
    done(delegateBaseCapability(db, { ...key, capability, personId }, by("coordinator", 2, coordinator))).sequence;
  delegate(1, contributor);
  delegate(2, it);
  delegate(3, contributor);
  const sequence = delegate(4, it);
  done(takeBackDelegation(db, { ...key, sequence }, by("coordinator", 20, coordinator)));
  const note = "Klart så långt det går. Bemanningen på helger behöver du stämma av med ledningen.";
  done(markDelegation(db, { ...key, capability: 1, kind: "ready", note }, by("contributor", 35, contributor)));
}
