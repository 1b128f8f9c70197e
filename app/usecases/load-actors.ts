import { z } from "zod";
import { type Db, inTransaction } from "#db/client.server.ts";
import { countActors, insertActor } from "#db/queries/actors.ts";
import { type ActorValues, actorIdOf } from "#domain/actor-life.ts";
import { parseYamlFile, type TextFile } from "./parse-yaml-file.ts";

const name = z.string().regex(/^\S(.*\S)?$/, "Namnet är tomt eller har mellanslag i kanten. Skriv aktörens namn.");
const entrySchema = z.union([name, z.strictObject({ name, shortName: name })]);

/** Category → its actors; the short name is given where it is not the name without "kommun" or "stad". */
const actorsFileSchema = z.record(z.string(), z.array(entrySchema)).superRefine((categories, context) => {
  const ids = new Set<string>();
  for (const [category, entries] of Object.entries(categories)) {
    for (const [index, entry] of entries.entries()) {
      const id = actorIdOf(nameOf(entry));
      if (ids.has(id)) {
        const message = `Aktören ${nameOf(entry)} finns två gånger. Ta bort den ena.`;
        context.addIssue({ code: "custom", path: [category, index], message });
      }
      ids.add(id);
    }
  }
});

type Entry = z.infer<typeof entrySchema>;

/** The actors of a file. Throws FileError for a wrong one. */
export function parseActorsFile(file: TextFile) {
  const { data } = parseYamlFile(file, actorsFileSchema);
  return Object.entries(data).flatMap(([category, entries]) => entries.map((entry) => toActor(category, entry)));
}

/**
 * Fills an empty actor table, once; where there are actors already it does nothing, as the office edits them.
 * Nobody is designated at first. Returns how many were loaded. Throws FileError, and writes nothing, for a wrong file.
 */
export function loadActors(db: Db, file: TextFile): number {
  const actors = parseActorsFile(file);
  return inTransaction(db, (tx) => {
    if (countActors(tx) > 0) return 0;
    for (const actor of actors) insertActor(tx, actor);
    return actors.length;
  });
}

function toActor(category: string, entry: Entry): ActorValues & { id: string } {
  const fullName = nameOf(entry);
  const shortName = typeof entry === "string" ? fullName.replace(/ (kommun|stad)$/, "") : entry.shortName;
  return { id: actorIdOf(fullName), name: fullName, shortName, category, designated: false };
}

function nameOf(entry: Entry): string {
  return typeof entry === "string" ? entry : entry.name;
}
