// What the trends of a region are made of: the stretches of every sub-capability in the newest round's version, and those that are
// taken together, in all and per base capability. Source: method § 6.
import { listSubCapabilities } from "./definition.ts";
import { cellsOfStretch, cellsTogether, type StretchCells } from "./trend-cells.ts";
import { stretchesOf, type TrendRound } from "./trend-stretch.ts";
import type { VersionMap } from "./version-map.ts";

/** `code`: "" the whole, "2" a base capability, "2:5" a sub-capability. Stretches: oldest first; that of the newest round is the last. */
export type TrendPart = { code: string; name: string; stretches: StretchCells[] };
export type TrendParts = {
  subs: TrendPart[];
  /** The newest stretches of all sub-capabilities together; without name. */
  whole: TrendPart;
  capabilities: TrendPart[];
};

/** The parts as of the newest of the rounds. */
export function partsOfTrends(rounds: readonly TrendRound[], maps: readonly VersionMap[]): TrendParts {
  const newest = rounds.reduce<TrendRound | undefined>((a, b) => (a && a.year > b.year ? a : b), undefined);
  const subs = (newest ? listSubCapabilities(newest.definition) : []).map(({ code, name }) => ({
    code,
    name,
    stretches: stretchesOf(rounds, maps, code).map((each) => cellsOfStretch(each)),
  }));
  const together = (code: string, name: string, members: TrendPart[]): TrendPart => ({
    code,
    name,
    stretches: cellsTogether(members.flatMap(({ stretches }) => stretches.at(-1) ?? [])),
  });
  const capabilities = (newest?.definition.capabilities ?? []).map(({ number, name, subCapabilities }) => {
    const codes = new Set(subCapabilities.map(({ code }) => code));
    return together(
      String(number),
      name,
      subs.filter(({ code }) => codes.has(code)),
    );
  });
  return { subs, whole: together("", "", subs), capabilities };
}
