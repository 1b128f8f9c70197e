import type { VersionMap } from "#domain/version-map.ts";
import { type Db, tables } from "../client.server.ts";

const { versionMap } = tables;

/** Every map between definition versions, checked when it was loaded. */
export function listVersionMaps(db: Db): (VersionMap & { sha256: string })[] {
  const rows = db.select({ content: versionMap.content, sha256: versionMap.sha256 }).from(versionMap).all();
  return rows.map(({ content, sha256 }) => ({ ...(JSON.parse(content) as VersionMap), sha256 }));
}

/** Stores the map to a version, or replaces it; a trigger refuses to replace one to a published version. */
export function upsertVersionMap(db: Db, row: { map: VersionMap; sha256: string; loadedAt: string }): void {
  const { map, sha256, loadedAt } = row;
  const values = { fromVersion: map.from, sha256, content: JSON.stringify(map), loadedAt };
  db.insert(versionMap)
    .values({ toVersion: map.to, ...values })
    .onConflictDoUpdate({ target: versionMap.toVersion, set: values })
    .run();
}
