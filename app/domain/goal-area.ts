// A goal area (målområde) is a part of the region's document of goals (målbild), to the letter. Which sub-capabilities feed it is no
// part of that text: the file proposes, the office changes, and every change is kept. Source: Gemensam målbild, docs/the-year.md.
import type { z } from "zod";
import type { goalAreaSchema, goalDocumentSchema } from "./goal-area-file.ts";
import { codeComingFrom, type Lineage } from "./version-map.ts";

export type GoalArea = z.infer<typeof goalAreaSchema>;
export type GoalDocument = z.infer<typeof goalDocumentSchema>;

/** That a sub-capability feeds a goal area, and why; `isChanged`: said by the office, not by the file. */
export type GoalLink = { area: string; code: string; reason: string; isChanged: boolean };
/** That the office joined the two, or parted them, under a definition version. */
export type GoalLinkChange = {
  sequence: number;
  area: string;
  definitionVersion: string;
  code: string;
  isLinked: boolean;
  reason: string;
};

/** The newest document that begins no later than the year; the oldest for a year before them all. */
export function documentFor(documents: readonly GoalDocument[], year: number): GoalDocument | undefined {
  const byYear = documents.toSorted((a, b) => a.fromYear - b.fromYear);
  return byYear.findLast(({ fromYear }) => fromYear <= year) ?? byYear[0];
}

/**
 * What feeds what, under a definition version: the file's proposal with the office's changes, along the version map's lines
 * where it is not the file's own version, and then what the office has changed under the version itself.
 */
export function goalLinks(
  document: GoalDocument,
  changes: readonly GoalLinkChange[],
  { version, lineage }: { version: string; lineage: Lineage | undefined },
): GoalLink[] {
  const of = (asked: string) => changes.filter(({ definitionVersion }) => definitionVersion === asked);
  const proposed = document.areas.flatMap(({ key, fedBy }) =>
    fedBy.flatMap(({ codes, reason }) => codes.map((code) => ({ area: key, code, reason, isChanged: false }))),
  );
  const own = withChanges(proposed, of(document.definition));
  if (version === document.definition) return own;
  const carried = own.flatMap((link) => {
    const code = codeComingFrom(lineage, link.code);
    return code === null ? [] : [{ ...link, code }];
  });
  return withChanges(carried, of(version));
}

function withChanges(links: readonly GoalLink[], changes: readonly GoalLinkChange[]): GoalLink[] {
  const byKey = new Map(links.map((link) => [`${link.area} ${link.code}`, link]));
  for (const { area, code, isLinked, reason } of changes.toSorted((a, b) => a.sequence - b.sequence)) {
    if (isLinked) byKey.set(`${area} ${code}`, { area, code, reason, isChanged: true });
    else byKey.delete(`${area} ${code}`);
  }
  return [...byKey.values()];
}

/** The areas that a sub-capability feeds, the most particular first: the one fed by the fewest; then in document order. */
export function areasFedBy(document: GoalDocument, links: readonly GoalLink[], code: string): string[] {
  const feeders = (key: string) => links.filter(({ area }) => area === key).length;
  return document.areas
    .map(({ key }) => key)
    .filter((key) => links.some((link) => link.area === key && link.code === code))
    .sort((a, b) => feeders(a) - feeders(b));
}
