import type { Db } from "#db/client.server.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { findEarlierYear, listCountedAnswers, listSubmittedAnswers } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { Definition } from "#domain/definition.ts";
import type { Earlier } from "#domain/earlier-answer.ts";
import { comparabilityOf, identityLineage, type Lineage, lineageBetween } from "#domain/version-map.ts";

/** A sub-capability's answer in the actor's newest earlier released year; undefined where it has no such year. */
export type EarlierOf = (code: string) => Earlier | undefined;

/** Reads an actor's answers of its newest earlier released year with a submission that counts. One query where there is none, else three to five. */
export function findEarlierAnswers(
  db: Db,
  { year, actorId, definition }: { year: number; actorId: string; definition: Definition },
): EarlierOf {
  const earlierYear = findEarlierYear(db, { year, actorId });
  const version = earlierYear && findRound(db, earlierYear)?.definitionVersion;
  if (!earlierYear || !version) return () => undefined;
  const lineage = lineageTo(db, version, definition);
  const answers = new Map(listSubmittedAnswers(db, earlierYear, actorId).map(({ code, content }) => [code, content]));
  return (code) => {
    const comparability = comparabilityOf(lineage, code);
    if (!comparability.comparable) return { kind: "not_comparable", year: earlierYear, breaks: comparability.breaks };
    const content = answers.get(comparability.from);
    if (!content) return { kind: "not_answered", year: earlierYear };
    return { kind: "comparable", year: earlierYear, clarified: comparability.clarified, content };
  };
}

/**
 * The same year's levels for many actors at once, by actor and code; null as of `earlierLevelOf`. One query or two per released
 * year, newest first, until every actor has one.
 */
export function findEarlierLevels(
  db: Db,
  { year, definition }: { year: number; definition: Definition },
  actorIds: readonly string[],
): (actorId: string, code: string) => number | null {
  const levelsOf = new Map<string, (code: string) => number | null>();
  const released = listRounds(db).filter((round) => round.year < year && round.releasedAt !== null);
  for (const round of released.toSorted((a, b) => b.year - a.year)) {
    if (actorIds.every((id) => levelsOf.has(id))) break;
    const lineage = lineageTo(db, round.definitionVersion, definition);
    const byActor = new Map<string, Map<string, number | null>>();
    for (const { actor, code, level } of listCountedAnswers(db, round.year))
      byActor.set(actor, (byActor.get(actor) ?? new Map<string, number | null>()).set(code, level));
    for (const [actor, levels] of byActor) {
      if (levelsOf.has(actor)) continue;
      levelsOf.set(actor, (code) => {
        const comparability = comparabilityOf(lineage, code);
        return comparability.comparable ? (levels.get(comparability.from) ?? null) : null;
      });
    }
  }
  return (actorId, code) => levelsOf.get(actorId)?.(code) ?? null;
}

function lineageTo(db: Db, from: string, definition: Definition): Lineage | undefined {
  if (from === definition.version) return identityLineage(definition);
  return lineageBetween(listVersionMaps(db), { from, definition });
}

/** The level then, where that year can be compared with and had one. */
export function earlierLevelOf(earlier: Earlier | undefined): number | null {
  return earlier?.kind === "comparable" ? earlier.content.level : null;
}
