import { and, asc, count, desc, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";
import type { MailKind, MailState } from "#domain/mail.ts";
import { type MailContent, mailContentSchema } from "#domain/mail-content.ts";
import { type Db, tables } from "../client.server.ts";

const { mail, person, reminderStop } = tables;

type Row = typeof mail.$inferSelect;
/** A message with its content as the domain wants it and who it is to. */
export type Mail = Omit<Row, "content"> & { content: MailContent; name: string; email: string };
export type MailChange = Partial<Omit<Row, "id" | "kind" | "content">>;

/** Stores a message, unless its person has already got the same one (kind, year, actor and occasion). Tells whether it did. */
export function insertMail(db: Db, row: Omit<Row, "content"> & { content: MailContent }): boolean {
  const stored = { ...row, content: JSON.stringify(row.content) };
  return db.insert(mail).values(stored).onConflictDoNothing().run().changes === 1;
}

function selectMail(db: Db) {
  return db
    .select({ mail, name: person.name, email: person.email })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .$dynamic();
}

function mailOf({ mail: row, ...to }: { mail: Row; name: string; email: string }): Mail {
  return { ...row, ...to, content: mailContentSchema.parse(JSON.parse(row.content)) };
}

export function findMail(db: Db, id: string): Mail | undefined {
  const row = selectMail(db).where(eq(mail.id, id)).get();
  return row && mailOf(row);
}

/** The messages in these states, newest first, at most `limit`. */
export function listMail(db: Db, states: readonly MailState[], limit: number): Mail[] {
  return selectMail(db)
    .where(inArray(mail.state, states))
    .orderBy(desc(mail.createdAt), asc(person.name))
    .limit(limit)
    .all()
    .map(mailOf);
}

/** Every message that waits, in the order they will be sent. */
export function listWaitingMail(db: Db): Mail[] {
  return selectMail(db).where(eq(mail.state, "waiting")).orderBy(asc(mail.createdAt), asc(mail.id)).all().map(mailOf);
}

/** The oldest waiting message whose turn has come at `at` (UTC ISO).  */
export function findDueMail(db: Db, at: string): Mail | undefined {
  const row = selectMail(db)
    .where(and(eq(mail.state, "waiting"), lte(mail.nextAttemptAt, at)))
    .orderBy(asc(mail.nextAttemptAt), asc(mail.id))
    .limit(1)
    .get();
  return row && mailOf(row);
}

/** How many messages there are in each state that has any. */
export function countMail(db: Db): Partial<Record<MailState, number>> {
  const rows = db.select({ state: mail.state, n: count() }).from(mail).groupBy(mail.state).all();
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Changes a message that is in one of the states given; tells whether it was. */
export function updateMail(db: Db, id: string, from: readonly MailState[], values: MailChange): boolean {
  return (
    db
      .update(mail)
      .set(values)
      .where(and(eq(mail.id, id), inArray(mail.state, from)))
      .run().changes === 1
  );
}

/** Settles a message taken at `claimedAt`, also where it has been called unclear since; tells whether it was that one. */
export function updateClaimedMail(db: Db, id: string, claimedAt: string, values: MailChange): boolean {
  return (
    db
      .update(mail)
      .set(values)
      .where(and(eq(mail.id, id), eq(mail.claimedAt, claimedAt), inArray(mail.state, ["sending", "unclear"])))
      .run().changes === 1
  );
}

/** Calls every message unclear that was taken before `before` (UTC ISO) and never settled. Returns how many. */
export function updateLostMail(db: Db, before: string, reason: string): number {
  return db
    .update(mail)
    .set({ state: "unclear", reason })
    .where(and(eq(mail.state, "sending"), lt(mail.claimedAt, before)))
    .run().changes;
}

/** Forgets the secret of every link whose last useful day lies before `today` (YYYY-MM-DD in Stockholm). */
export function updateSpentTokens(db: Db, today: string): void {
  db.update(mail)
    .set({ token: null })
    .where(and(isNotNull(mail.token), lt(mail.lastUsefulDay, today)))
    .run();
}

/** The occasions of a kind of message about an actor that year, to whomever. */
export function listOccasions(
  db: Db,
  { kind, year, actorId }: { kind: MailKind; year: number; actorId: string },
): string[] {
  return db
    .selectDistinct({ occasion: mail.occasion })
    .from(mail)
    .where(and(eq(mail.kind, kind), eq(mail.year, year), eq(mail.actorId, actorId)))
    .all()
    .map(({ occasion }) => occasion);
}

/** The ids of everyone who has turned reminders off. */
export function listReminderStops(db: Db): Set<string> {
  return new Set(
    db
      .select({ personId: reminderStop.personId })
      .from(reminderStop)
      .all()
      .map((row) => row.personId),
  );
}

export function findReminderStop(db: Db, personId: string): { stoppedAt: string } | undefined {
  return db.select().from(reminderStop).where(eq(reminderStop.personId, personId)).get();
}

export function insertReminderStop(db: Db, row: { personId: string; stoppedAt: string }): void {
  db.insert(reminderStop).values(row).onConflictDoNothing().run();
}

export function deleteReminderStop(db: Db, personId: string): void {
  db.delete(reminderStop).where(eq(reminderStop.personId, personId)).run();
}
