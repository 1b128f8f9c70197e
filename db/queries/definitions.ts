import { eq } from "drizzle-orm";
import type { Definition } from "#domain/definition.ts";
import { definitionSchema } from "#domain/definition-schema.ts";
import { type Db, tables } from "../client.server.ts";

const { definition, definitionPublication } = tables;

export type StoredDefinition = { version: string; sha256: string; publishedAt: string | null };

/** The parsed definition of a version, published or draft. */
export function findDefinition(db: Db, version: string): Definition | undefined {
  const row = db.select({ content: definition.content }).from(definition).where(eq(definition.version, version)).get();
  return row && definitionSchema.parse(JSON.parse(row.content));
}

/** Every stored version with its hash and when it was published (null: draft), by version. */
export function listDefinitions(db: Db): StoredDefinition[] {
  return db
    .select({
      version: definition.version,
      sha256: definition.sha256,
      publishedAt: definitionPublication.publishedAt,
    })
    .from(definition)
    .leftJoin(definitionPublication, eq(definitionPublication.version, definition.version))
    .orderBy(definition.version)
    .all();
}

/** Stores a version, or replaces the content of a draft; a trigger refuses it for a published version. */
export function upsertDefinition(db: Db, row: { sha256: string; content: Definition; loadedAt: string }): void {
  const values = { ...row, version: row.content.version, content: JSON.stringify(row.content) };
  db.insert(definition).values(values).onConflictDoUpdate({ target: definition.version, set: values }).run();
}

/** Publishes a stored version: from now on its content can never change. */
export function insertPublication(db: Db, row: { version: string; sha256: string; publishedAt: string }): void {
  db.insert(definitionPublication).values(row).run();
}
