import { sql } from "drizzle-orm";
import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "../../app/domain/access.ts";
import { actor } from "./actors.ts";

export const person = sqliteTable("person", {
  id: text().primaryKey(),
  /** Lower case, trimmed. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id; null until the person has chosen a password. */
  passwordHash: text("password_hash"),
  createdAt: text("created_at").notNull(),
});

export const membership = sqliteTable(
  "membership",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    role: text({ enum: roles }).notNull(),
    /** The actor for coordinator, contributor and approver; null for the others. */
    actorId: text("actor_id").references(() => actor.id),
    validFrom: text("valid_from").notNull(),
    /** The first moment the membership no longer holds; null while it does. */
    validUntil: text("valid_until"),
    /** When somebody last signed in as it or switched to it; null: never. The next sign-in picks the latest. */
    lastUsedAt: text("last_used_at"),
  },
  (t) => [
    index("membership_person").on(t.personId),
    check(
      "membership_role_actor",
      sql`(${t.role} IN ('coordinator', 'contributor', 'approver')) = (${t.actorId} IS NOT NULL)`,
    ),
  ],
);

/** Server-side sessions; the cookie holds the token, the table only its SHA-256. */
export const session = sqliteTable("session", {
  tokenHash: text("token_hash").primaryKey(),
  personId: text("person_id")
    .notNull()
    .references(() => person.id),
  membershipId: text("membership_id")
    .notNull()
    .references(() => membership.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** Links that work once: the first office user, an invitation to choose a password. */
export const oneTimeLink = sqliteTable("one_time_link", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text({ enum: ["first_office", "invitation"] }).notNull(),
  /** Null for first_office: the person does not exist yet. */
  personId: text("person_id").references(() => person.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at").notNull(),
  usedAt: text("used_at"),
  /** The actor whose coordinator was shown it; null: the office alone, or nobody but who gets the letter. */
  shownToActor: text("shown_to_actor").references(() => actor.id),
});
