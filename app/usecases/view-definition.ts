import type { Db } from "#db/client.server.ts";
import { findDefinition, listDefinitions } from "#db/queries/definitions.ts";
import type { Role } from "#domain/access.ts";
import type { Definition } from "#domain/definition.ts";

/** A definition version as a role may read it: undefined for what is none, and for a draft to all but the office. */
export function viewDefinition(
  db: Db,
  version: string,
  role: Role,
): { definition: Definition; isDraft: boolean } | undefined {
  const stored = listDefinitions(db).find((one) => one.version === version);
  const isDraft = stored?.publishedAt === null;
  const definition = isDraft && role !== "office" ? undefined : findDefinition(db, version);
  return definition && { definition, isDraft };
}
