import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Delegation } from "#domain/delegation.ts";
import { type Db, tables } from "../client.server.ts";
import { holdsAt } from "./people.ts";

const { delegation, delegationEnd, delegationMark, membership, person } = tables;
const delegator = alias(person, "delegator");

type Key = { year: number; actorId: string };

/** A delegation with the names, and what its contributor has last said of it. */
export type DelegationRow = Delegation & {
  actorId: string;
  name: string;
  delegatedAt: string;
  delegatedByName: string | null;
  /** The note of the latest mark; empty where there is none. */
  note: string;
};

function sameDelegation(columns: typeof delegationEnd | typeof delegationMark) {
  return and(
    eq(columns.year, delegation.year),
    eq(columns.actorId, delegation.actorId),
    eq(columns.sequence, delegation.sequence),
  );
}

/**
 * Every delegation of a round, of one actor or of all, as it stands at `at` (UTC ISO): also those that are taken back or
 * whose person has left. By actor, base capability and time, in one query.
 */
export function listDelegations(db: Db, { year, actorId }: { year: number; actorId?: string }, at: string) {
  const latestMark = sql`(SELECT max(number) FROM delegation_mark latest WHERE latest.year = ${delegation.year}
    AND latest.actor_id = ${delegation.actorId} AND latest.sequence = ${delegation.sequence})`;
  const isContributor = sql<number>`EXISTS (SELECT 1 FROM ${membership} WHERE ${membership.personId} = ${delegation.personId}
    AND ${membership.actorId} = ${delegation.actorId} AND ${membership.role} = 'contributor' AND ${holdsAt(at)})`;
  return db
    .select({
      actorId: delegation.actorId,
      sequence: delegation.sequence,
      capability: delegation.capability,
      personId: delegation.personId,
      name: person.name,
      delegatedAt: delegation.delegatedAt,
      delegatedByName: delegator.name,
      takenBackAt: delegationEnd.takenBackAt,
      isContributor,
      kind: delegationMark.kind,
      markedAt: delegationMark.markedAt,
      note: delegationMark.note,
    })
    .from(delegation)
    .innerJoin(person, eq(person.id, delegation.personId))
    .leftJoin(delegator, eq(delegator.id, delegation.delegatedBy))
    .leftJoin(delegationEnd, sameDelegation(delegationEnd))
    .leftJoin(delegationMark, and(sameDelegation(delegationMark), eq(delegationMark.number, latestMark)))
    .where(
      actorId === undefined
        ? eq(delegation.year, year)
        : and(eq(delegation.year, year), eq(delegation.actorId, actorId)),
    )
    .orderBy(asc(delegation.actorId), asc(delegation.capability), asc(delegation.sequence))
    .all()
    .map(
      ({ kind, markedAt, note, isContributor: is, ...row }): DelegationRow => ({
        ...row,
        isContributor: is === 1,
        readyAt: kind === "ready" ? markedAt : null,
        note: note ?? "",
      }),
    );
}

/** Stores a delegation under the next number of the actor's delegations that year, which it returns. */
export function insertDelegation(
  db: Db,
  row: Key & { capability: number; personId: string; delegatedAt: string; delegatedBy: string },
): number {
  const latest = db
    .select({ sequence: delegation.sequence })
    .from(delegation)
    .where(and(eq(delegation.year, row.year), eq(delegation.actorId, row.actorId)))
    .orderBy(desc(delegation.sequence))
    .limit(1)
    .get();
  const sequence = (latest?.sequence ?? 0) + 1;
  db.insert(delegation)
    .values({ ...row, sequence })
    .run();
  return sequence;
}

/** Stores that a delegation was taken back. */
export function insertDelegationEnd(db: Db, row: typeof delegationEnd.$inferSelect): void {
  db.insert(delegationEnd).values(row).run();
}

/** Stores what a contributor says of its delegation now, after what it has said before. */
export function insertDelegationMark(db: Db, row: Omit<typeof delegationMark.$inferSelect, "number">): void {
  const { year, actorId, sequence } = row;
  const latest = db
    .select({ number: delegationMark.number })
    .from(delegationMark)
    .where(
      and(eq(delegationMark.year, year), eq(delegationMark.actorId, actorId), eq(delegationMark.sequence, sequence)),
    )
    .orderBy(desc(delegationMark.number))
    .limit(1)
    .get();
  db.insert(delegationMark)
    .values({ ...row, number: (latest?.number ?? 0) + 1 })
    .run();
}
