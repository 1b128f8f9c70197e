// A stretch (sträcka) is the years over which a sub-capability can be compared: the version map draws its line unbroken through
// them. At anything but unchanged and clarified a new stretch begins, with the reason. Source: method § 6.
import type { ResultsInput } from "./aggregate.ts";
import { findSubCapability, listSubCapabilities } from "./definition.ts";
import type { Cell } from "./gap.ts";
import { comparabilityOf, type Lineage, type LineageStep, lineageBetween, type VersionMap } from "./version-map.ts";

/** A round with its results. `cells`: all of them, as `computeResults` gives them. */
export type TrendRound = ResultsInput & { year: number; cells: readonly Cell[] };
/** What the version map did to a sub-capability: `code` is that of the version it led to. */
export type TrendBreak = LineageStep & { code: string };

/** One round of a stretch. `code`: the sub-capability's in that year's version; `clarified`: why, where it is since the one before. */
export type StretchYear = { round: TrendRound; code: string; clarified: string[] };
export type Stretch = {
  /** As in its latest version. */
  code: string;
  name: string;
  /** Every round of it, oldest first, also those in which nobody has answered. */
  years: StretchYear[];
  /** What breaks the line before the first year: empty where no map leads further back. null: nothing, it begins there. */
  broken: TrendBreak[] | null;
};

/**
 * The stretches that lead to a sub-capability of the newest round's version: that of the newest round last, before it those of
 * what it comes from, side by side where it was merged.
 */
export function stretchesOf(rounds: readonly TrendRound[], maps: readonly VersionMap[], code: string): Stretch[] {
  const newestFirst = rounds.toSorted((a, b) => b.year - a.year);
  const [newest] = newestFirst;
  const sub = newest && findSubCapability(newest.definition, code);
  if (!newest || !sub) return [];
  const stretch: Stretch = { code, name: sub.name, years: [], broken: null };
  let clarifiedSince: string[] = [];
  for (const [at, round] of newestFirst.entries()) {
    const lineage = lineageOfRounds(maps, round, newest);
    const comparability = comparabilityOf(lineage, code);
    if (!comparability.comparable) {
      const older = [...(lineage?.get(code)?.from ?? [])].flatMap((origin) =>
        stretchesOf(newestFirst.slice(at), maps, origin),
      );
      return [...onceEach(older), { ...stretch, broken: comparability.breaks.map((step) => ({ ...step, code })) }];
    }
    const [later] = stretch.years;
    if (later) later.clarified = newReasons(comparability.clarified, clarifiedSince);
    clarifiedSince = comparability.clarified;
    stretch.years.unshift({ round, code: comparability.from, clarified: [] });
  }
  return [stretch];
}

function lineageOfRounds(maps: readonly VersionMap[], from: TrendRound, to: TrendRound): Lineage | undefined {
  return lineageBetween(maps, { from: from.definition.version, definition: to.definition });
}

/** Of the reasons from an earlier year on, oldest first, those that the later year does not have. */
function newReasons(fromEarlier: string[], fromLater: string[]): string[] {
  return fromEarlier.slice(0, fromEarlier.length - fromLater.length);
}

/** What was split and merged again leads to the same stretch along two ways. */
function onceEach(stretches: Stretch[]): Stretch[] {
  const keyOf = ({ code, years }: Stretch) => `${code} ${years.map(({ round }) => round.year).join(" ")}`;
  return [...new Map(stretches.map((stretch) => [keyOf(stretch), stretch])).values()];
}

/** What has become of sub-capabilities that are in the version before and not in the newest: retired on the way, with the reason. */
export function retiredBefore(rounds: readonly TrendRound[], maps: readonly VersionMap[]) {
  const versions = new Set(rounds.map(({ definition }) => definition.version));
  return maps
    .filter(({ from, to }) => versions.has(from) && versions.has(to))
    .flatMap(({ from, retired }) => {
      const definition = rounds.find((round) => round.definition.version === from)?.definition;
      const names = new Map(definition ? listSubCapabilities(definition).map(({ code, name }) => [code, name]) : []);
      return retired.map(({ code, reason }) => ({ code, name: names.get(code) ?? "", reason }));
    });
}
