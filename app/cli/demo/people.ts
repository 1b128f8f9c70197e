import type { Db } from "#db/client.server.ts";
import { type Actor, listActors } from "#db/queries/actors.ts";
import { listMemberships, type PersonMembership, type Role } from "#db/queries/people.ts";
import { roleNames } from "#text/access.ts";
import { addPerson } from "#usecases/add-person.ts";
import { editActor } from "#usecases/edit-actor.ts";
import { done } from "./done.ts";

/** The actor whose round is shown half way, with a person in each of its roles. */
export const shownActor = "haninge-kommun";

/** What stands before the at sign. */
const mailboxes: Record<Role, string> = {
  coordinator: "samordnare",
  contributor: "medarbetare",
  approver: "faststallare",
  office: "kansliet",
  chief_group: "chefsgruppen",
  council: "radet",
};

/** Other actors whose submission an approver reads in the tool; the rest approve on paper, or have not yet. */
const withApprover = ["nacka-kommun", "lidingo-stad", "sundbybergs-stad"];

const designatedActors = [
  "botkyrka-kommun",
  "huddinge-kommun",
  "nacka-kommun",
  "stockholms-stad",
  "sodertalje-kommun",
  "polismyndigheten-region-stockholm",
  "sos-alarm",
  "storstockholms-brandforsvar",
  "sodertorns-brandforsvarsforbund",
  "brandkaren-attunda",
  "lansstyrelsen-stockholm",
  "region-stockholm",
];

/** Points the designated actors out, as the office would. */
export function designateActors(db: Db, now: Date): void {
  const { personId } = memberOf(db, now, "office");
  for (const actor of listActors(db)) {
    if (!designatedActors.includes(actor.id)) continue;
    done(editActor(db, { ...actor, designated: true, reason: "", expected: 0 }, { now, personId }));
  }
}

function addMember(db: Db, role: Role, actor: Actor | null, now: Date): void {
  const name = actor ? `${roleNames[role]}, ${actor.name}` : roleNames[role];
  const email = `${actor ? `${mailboxes[role]}.${actor.id}` : mailboxes[role]}@example.se`;
  done(addPerson(db, { name, email, role, actorId: actor?.id ?? null }, { now }));
}

/** One person per role of the region, a coordinator per actor, some approvers, and all three roles at the shown actor. */
export function addPeople(db: Db, now: Date): void {
  for (const role of ["office", "chief_group", "council"] as const) addMember(db, role, null, now);
  for (const actor of listActors(db)) {
    addMember(db, "coordinator", actor, now);
    if (withApprover.includes(actor.id)) addMember(db, "approver", actor, now);
    if (actor.id !== shownActor) continue;
    for (const role of ["contributor", "approver"] as const) addMember(db, role, actor, now);
  }
}

/** The membership with this role, at this actor where the role has one: the first by name. Throws where there is none. */
export function memberOf(db: Db, now: Date, role: Role, actorId: string | null = null): PersonMembership {
  const found = listMemberships(db, now.toISOString()).find((row) => row.role === role && row.actorId === actorId);
  if (!found) throw new Error(`The demo has no ${role} at ${actorId}`);
  return found;
}
