import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts about this database file itself, such as `demo`. */
export const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });

/** A definition version as parsed; `content` is JSON of the domain's Definition. */
export const definition = sqliteTable("definition", {
  version: text().primaryKey(),
  sha256: text().notNull(),
  content: text().notNull(),
  loadedAt: text("loaded_at").notNull(),
});

/** A version with a row here is published: its content can never change again. */
export const definitionPublication = sqliteTable("definition_publication", {
  version: text()
    .primaryKey()
    .references(() => definition.version),
  sha256: text().notNull(),
  publishedAt: text("published_at").notNull(),
});

/** What became what from one version to the next; `content` is JSON of the domain's VersionMap. One map leads to a version. */
export const versionMap = sqliteTable("version_map", {
  toVersion: text("to_version")
    .primaryKey()
    .references(() => definition.version),
  fromVersion: text("from_version")
    .notNull()
    .references(() => definition.version),
  sha256: text().notNull(),
  content: text().notNull(),
  loadedAt: text("loaded_at").notNull(),
});
