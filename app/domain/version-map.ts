// The version map (versionskarta): what became what from one definition version to the next, so that years can be compared.
// A line is drawn only across `unchanged` and `clarified`; at anything else it breaks, with the reason. Source: method § 6.
import type { Definition } from "./definition.ts";
import { listSubCapabilities } from "./definition.ts";

/** Where a sub-capability of the new version comes from. */
export const mapChanges = ["unchanged", "clarified", "rescaled", "split", "merged", "new"] as const;
export type MapChange = (typeof mapChanges)[number];

/** One sub-capability of the new version: its code, the codes it comes from, and why ("" for unchanged). */
export type MapEntry = { code: string; change: MapChange; from: string[]; reason: string };

/** The step from one version to the next. Every code of `to` has one entry; every code of `from` goes on or is retired. */
export type VersionMap = {
  from: string;
  to: string;
  subCapabilities: MapEntry[];
  retired: { code: string; reason: string }[];
};

/** A change on the way from an earlier version, other than `unchanged`, with its reason. */
export type LineageStep = { change: Exclude<MapChange, "unchanged">; reason: string };
/** Where a code comes from in an earlier version, across all steps, the oldest first. No steps: unchanged all the way. */
export type Origin = { from: string[]; steps: LineageStep[] };
/** Code of the later version → its origin in the earlier one. */
export type Lineage = ReadonlyMap<string, Origin>;

const identities = new WeakMap<Definition, Lineage>();

/** Within one version every sub-capability is itself. Asked for at every step of every trend: made once per definition. */
export function identityLineage(definition: Definition): Lineage {
  const known = identities.get(definition);
  if (known) return known;
  const lineage = new Map(listSubCapabilities(definition).map(({ code }) => [code, { from: [code], steps: [] }]));
  identities.set(definition, lineage);
  return lineage;
}

/** One map as a lineage. */
export function lineageOf({ subCapabilities }: VersionMap): Lineage {
  return new Map(
    subCapabilities.map(({ code, change, from, reason }) => [
      code,
      { from, steps: change === "unchanged" ? [] : [{ change, reason }] },
    ]),
  );
}

/** Two lineages after each other: `earlier` from A to B, `later` from B to C, together from A to C. */
export function composeLineages(earlier: Lineage, later: Lineage): Lineage {
  return new Map(
    [...later].map(([code, { from, steps }]) => {
      const origins = from.map((source) => earlier.get(source) ?? { from: [], steps: [] });
      return [
        code,
        {
          from: [...new Set(origins.flatMap((origin) => origin.from))],
          steps: [...origins.flatMap((origin) => origin.steps), ...steps],
        },
      ];
    }),
  );
}

/** The lineage of a version's codes back to an earlier version, over the maps between; undefined where none leads there. */
export function lineageBetween(
  maps: readonly VersionMap[],
  { from, definition }: { from: string; definition: Definition },
): Lineage | undefined {
  let lineage = identityLineage(definition);
  let version = definition.version;
  const seen = new Set<string>();
  while (version !== from) {
    const map = maps.find(({ to }) => to === version);
    if (!map || seen.has(version)) return undefined;
    seen.add(version);
    lineage = composeLineages(lineageOf(map), lineage);
    version = map.from;
  }
  return lineage;
}

export type Comparability =
  /** The code of the earlier version to compare with, and what was clarified on the way. */
  | { comparable: true; from: string; clarified: string[] }
  /** The changes that break the line, the oldest first; empty where no map leads to the earlier version. */
  | { comparable: false; breaks: LineageStep[] };

/** Whether a code can be compared with an earlier version, with which of its codes, and if not, why. */
export function comparabilityOf(lineage: Lineage | undefined, code: string): Comparability {
  const origin = lineage?.get(code);
  if (!origin) return { comparable: false, breaks: [] };
  const breaks = origin.steps.filter(({ change }) => change !== "clarified");
  const [from] = origin.from;
  if (breaks.length > 0 || from === undefined || origin.from.length > 1) return { comparable: false, breaks };
  return { comparable: true, from, clarified: origin.steps.map(({ reason }) => reason) };
}

/**
 * The code that a code of the earlier version goes on as, or null where the line is broken. `lineage`: from the later version
 * back to the earlier.
 */
export function codeComingFrom(lineage: Lineage | undefined, earlier: string): string | null {
  for (const later of lineage?.keys() ?? []) {
    const found = comparabilityOf(lineage, later);
    if (found.comparable && found.from === earlier) return later;
  }
  return null;
}

/** Levels, answers or other rows of an earlier version under the codes of the later one. What no line leads to is left out. */
export function carriedOver<Row extends { code: string }>(lineage: Lineage | undefined, rows: readonly Row[]): Row[] {
  const byCode = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byCode.get(row.code);
    if (known) known.push(row);
    else byCode.set(row.code, [row]);
  }
  return [...(lineage?.keys() ?? [])].flatMap((code) => {
    const comparability = comparabilityOf(lineage, code);
    const own = comparability.comparable ? (byCode.get(comparability.from) ?? []) : [];
    return own.map((row) => ({ ...row, code }));
  });
}

/** What breaks the line to a sub-capability of the later version; null: nothing does. */
export function breaksOf(lineage: Lineage | undefined, code: string): LineageStep[] | null {
  const comparability = comparabilityOf(lineage, code);
  return comparability.comparable ? null : comparability.breaks;
}

/** The codes of the later version that a code of the earlier one goes on in, comparable or not: none where it was retired. */
export function goesOnIn(lineage: Lineage | undefined, earlier: string): string[] {
  return [...(lineage ?? [])].filter(([, { from }]) => from.includes(earlier)).map(([code]) => code);
}
