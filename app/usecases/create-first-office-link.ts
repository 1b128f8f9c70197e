import { createOneTimeLink } from "#auth/one-time-link.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { countPeople } from "#db/queries/people.ts";

/** On a database without people: the token of a one-time link that makes the first office user. Else undefined. */
export function createFirstOfficeLink(db: Db, now: Date): string | undefined {
  return inTransaction(db, (tx) =>
    countPeople(tx) === 0 ? createOneTimeLink(tx, { purpose: "first_office", personId: null }, now) : undefined,
  );
}
