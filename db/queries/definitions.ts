import { desc, eq, sql } from "drizzle-orm";
import type { Definition } from "#domain/definition.ts";
import { definitionSchema } from "#domain/definition-schema.ts";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { definition, definitionPublication } = tables;

export type StoredDefinition = { version: string; sha256: string; publishedAt: string | null };

/** Parsed definitions by the SHA-256 of their content, which says all of it: parsing one takes longer than most queries. */
const parsedByHash = new Map<string, Definition>();
const mostParsed = 20;

const hashOf = preparedOn((db) =>
  db
    .select({ sha256: definition.sha256 })
    .from(definition)
    .where(eq(definition.version, sql.placeholder("version")))
    .prepare(),
);

/** The parsed definition of a version, published or draft. Shared between callers, and frozen. */
export function findDefinition(db: Db, version: string): Definition | undefined {
  const sha256 = hashOf(db).get({ version })?.sha256;
  const known = sha256 === undefined ? undefined : parsedByHash.get(sha256);
  if (known || sha256 === undefined) return known;
  const row = db.select({ content: definition.content }).from(definition).where(eq(definition.version, version)).get();
  if (!row) return undefined;
  const parsed = frozen(definitionSchema.parse(JSON.parse(row.content)));
  const [oldest] = parsedByHash.size >= mostParsed ? parsedByHash.keys() : [];
  if (oldest !== undefined) parsedByHash.delete(oldest);
  parsedByHash.set(sha256, parsed);
  return parsed;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
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

/** The version that was published last; undefined where none is. */
export function findNewestPublished(db: Db): string | undefined {
  return db
    .select({ version: definitionPublication.version })
    .from(definitionPublication)
    .orderBy(desc(definitionPublication.publishedAt), desc(definitionPublication.version))
    .limit(1)
    .get()?.version;
}
