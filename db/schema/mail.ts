import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { roles } from "../../app/domain/access.ts";
import { mailKinds, mailStates } from "../../app/domain/mail.ts";
import { actor } from "./actors.ts";
import { person } from "./people.ts";

/** One message to one person, made in the transaction of what it tells of, and sent later (domain/mail). */
export const mail = sqliteTable(
  "mail",
  {
    id: text().primaryKey(),
    kind: text({ enum: mailKinds }).notNull(),
    year: integer(),
    actorId: text("actor_id").references(() => actor.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** The role it is written for; whoever has lost it gets nothing. Null: any role will do. */
    role: text({ enum: roles }),
    /** What of its kind it tells of: a submission's number, a day, a moment. */
    occasion: text().notNull(),
    /** JSON of the domain's MailContent. */
    content: text().notNull(),
    /** The secret of an invitation's link; gone once the message is sent, copied or of no more use. */
    token: text(),
    createdAt: text("created_at").notNull(),
    lastUsefulDay: text("last_useful_day").notNull(),
    state: text({ enum: mailStates }).notNull(),
    attempts: integer().notNull(),
    nextAttemptAt: text("next_attempt_at").notNull(),
    claimedAt: text("claimed_at"),
    doneAt: text("done_at"),
    /** Who in the office marked it as sent; null where the worker sent it. */
    doneBy: text("done_by").references(() => person.id),
    /** Why it has not been sent, in words for the office. */
    reason: text(),
    /** As it left, without the secret. */
    sentSubject: text("sent_subject"),
    sentText: text("sent_text"),
  },
  (t) => [
    // Nobody gets the same thing twice. SQLite takes two nulls for different.
    uniqueIndex("mail_once").on(
      t.kind,
      sql`coalesce(${t.year}, 0)`,
      sql`coalesce(${t.actorId}, '')`,
      t.personId,
      t.occasion,
    ),
    index("mail_state").on(t.state),
  ],
);

/** Who has turned reminders off. */
export const reminderStop = sqliteTable("reminder_stop", {
  personId: text("person_id")
    .primaryKey()
    .references(() => person.id),
  stoppedAt: text("stopped_at").notNull(),
});
