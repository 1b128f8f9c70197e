import type { Db } from "#db/client.server.ts";
import { listGoalLinkChanges } from "#db/queries/goal-areas.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { Definition } from "#domain/definition.ts";
import { type GoalDocument, type GoalLink, goalLinks } from "#domain/goal-area.ts";
import { lineageBetween } from "#domain/version-map.ts";

/** Which sub-capabilities of a definition feed which of a document's goal areas. Two queries at most. */
export function readGoalLinks(db: Db, goals: GoalDocument, definition: Definition): GoalLink[] {
  const { version } = definition;
  const isOwn = version === goals.definition;
  const lineage = isOwn ? undefined : lineageBetween(listVersionMaps(db), { from: goals.definition, definition });
  return goalLinks(goals, listGoalLinkChanges(db, goals.id), { version, lineage });
}
