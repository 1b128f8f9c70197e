import type { Db } from "#db/client.server.ts";
import { findRound } from "#db/queries/rounds.ts";
import { findEarlierYear, listSubmittedAnswers } from "#db/queries/submissions.ts";
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

function lineageTo(db: Db, from: string, definition: Definition): Lineage | undefined {
  if (from === definition.version) return identityLineage(definition);
  return lineageBetween(listVersionMaps(db), { from, definition });
}

/** The level then, where that year can be compared with and had one. */
export function earlierLevelOf(earlier: Earlier | undefined): number | null {
  return earlier?.kind === "comparable" ? earlier.content.level : null;
}
