import { type Db, inTransaction } from "#db/client.server.ts";
import { listColleagues, type PersonMembership, updateMembershipEnd } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { daysAfter, startOfDay, stockholmDay } from "#domain/day.ts";
import { type AddPersonProblem, addPerson } from "./add-person.ts";

/** `membershipId`: the leaver's, as coordinator. `successor`: a colleague by person, or somebody by name and address. */
export type TransferInput = {
  actorId: string;
  membershipId: string;
  successor: { personId: string } | { name: string; email: string };
};
/** `endsAt`: when the leaver stops being coordinator, UTC ISO. `token`: as of addPerson. */
export type TransferResult =
  | {
      ok: true;
      leaver: string;
      successor: string;
      endsAt: string;
      isNew: boolean;
      hasPassword: boolean;
      token: string | null;
    }
  | { ok: false; problem: "leaver_unknown" | "successor_unknown" | AddPersonProblem };

type By = { now: Date; personId: string; role: Role };

/**
 * A successor becomes coordinator in place of one who leaves. What is delegated stays as it is. The leaver's membership
 * ends now; one's own ends with the day in Stockholm, so that there is time to hand over the link.
 */
export function transferCoordinator(db: Db, input: TransferInput, by: By): TransferResult {
  const at = by.now.toISOString();
  return inTransaction(db, (tx): TransferResult => {
    const colleagues = listColleagues(tx, at, input.actorId);
    const leaver = colleagues.find((one) => one.membershipId === input.membershipId && one.role === "coordinator");
    if (!leaver) return { ok: false, problem: "leaver_unknown" };
    const appointed = appoint(tx, input, { colleagues, leaver, by });
    if (!appointed.ok) return appointed;
    const isOwn = leaver.personId === by.personId;
    const endsAt = isOwn ? startOfDay(daysAfter(stockholmDay(by.now), 1)) : at;
    updateMembershipEnd(tx, leaver.membershipId, endsAt);
    const { name: successor, isNew, hasPassword, token } = appointed;
    return { ok: true, leaver: leaver.name, successor, endsAt, isNew, hasPassword, token };
  });
}

type Place = { colleagues: PersonMembership[]; leaver: PersonMembership; by: By };

function appoint(db: Db, { actorId, successor }: TransferInput, { colleagues, leaver, by }: Place) {
  const adder = { now: by.now, by: { role: by.role, actorId } };
  if (!("personId" in successor)) return addPerson(db, { ...successor, role: "coordinator", actorId }, adder);
  const theirs = colleagues.filter(({ personId }) => personId === successor.personId && personId !== leaver.personId);
  const [colleague] = theirs;
  if (!colleague) return { ok: false, problem: "successor_unknown" } as const;
  const staying = theirs.find(({ role, validUntil }) => role === "coordinator" && validUntil === null);
  if (staying)
    return { ok: true, name: staying.name, isNew: false, hasPassword: staying.hasPassword, token: null } as const;
  const { name, email } = colleague;
  return addPerson(db, { name, email, role: "coordinator", actorId }, adder);
}
