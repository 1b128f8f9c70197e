// What a version map's types cannot say: every sub-capability of both versions is accounted for, once, as method § 6 names it.
import { type Definition, listSubCapabilities, type SubCapability } from "./definition.ts";
import type { MapEntry, VersionMap } from "./version-map.ts";

/** What is wrong, and where: `path` as in a zod issue. */
export type MapProblem = { path: (string | number)[]; message: string };

/** Every breach of the map against the two versions it joins. */
export function checkVersionMap(map: VersionMap, from: Definition, to: Definition): MapProblem[] {
  return [...checkEntries(map, from, to), ...checkSources(map, from), ...checkScale(map, from, to)];
}

const neededSources: Record<MapEntry["change"], [number, number, string]> = {
  unchanged: [1, 1, "en delförmåga"],
  clarified: [1, 1, "en delförmåga"],
  rescaled: [1, 1, "en delförmåga"],
  split: [1, 1, "en delförmåga"],
  merged: [2, Number.POSITIVE_INFINITY, "minst två delförmågor"],
  new: [0, 0, "ingen delförmåga"],
};

function checkEntries({ subCapabilities }: VersionMap, from: Definition, to: Definition): MapProblem[] {
  const [older, newer] = [codesOf(from), codesOf(to)];
  const seen = new Set<string>();
  const problems = subCapabilities.flatMap((entry, index): MapProblem[] => {
    const path = ["subCapabilities", index];
    const { code, change, reason } = entry;
    const found: MapProblem[] = [];
    if (!newer.has(code))
      found.push({ path: [...path, "code"], message: `Delförmågan ${code} finns inte i ${to.version}.` });
    if (seen.has(code)) found.push({ path: [...path, "code"], message: `Delförmågan ${code} finns två gånger.` });
    seen.add(code);
    const unknown = entry.from.filter((source) => !older.has(source));
    if (unknown.length > 0)
      found.push({ path: [...path, "from"], message: `${unknown.join(", ")} finns inte i ${from.version}.` });
    const [least, most, words] = neededSources[change];
    const distinct = new Set(entry.from).size;
    if (distinct !== entry.from.length || distinct < least || distinct > most)
      found.push({ path: [...path, "from"], message: `${change} kommer från ${words}. Rätta from eller change.` });
    if (change !== "unchanged" && reason === "")
      found.push({
        path: [...path, "reason"],
        message: `Skriv varför ${code} är ${change} (reason). Det visas där linjen bryts.`,
      });
    return found;
  });
  const missing = [...newer].filter((code) => !seen.has(code));
  const message = `Kartan säger inte var ${missing.join(", ")} kommer från. Lägg till en rad för varje.`;
  return missing.length === 0 ? problems : [...problems, { path: ["subCapabilities"], message }];
}

/** A code goes on once, unless it is split in several; what goes on nowhere is retired, and nothing else is. */
function checkSources({ subCapabilities, retired }: VersionMap, from: Definition): MapProblem[] {
  const users = new Map<string, MapEntry[]>();
  for (const entry of subCapabilities)
    for (const source of entry.from) users.set(source, [...(users.get(source) ?? []), entry]);
  const problems = subCapabilities.flatMap((entry, index): MapProblem[] => {
    const path = ["subCapabilities", index, "from"];
    const shared = entry.from.find((source) => (users.get(source)?.length ?? 0) > 1 && entry.change !== "split");
    if (shared) return [{ path, message: `${shared} har blivit flera delförmågor. Skriv split på dem alla.` }];
    const alone = entry.change === "split" && (users.get(entry.from[0] ?? "")?.length ?? 0) === 1;
    return alone ? [{ path, message: `${entry.from[0]} har bara blivit en delförmåga, så den är inte delad.` }] : [];
  });
  const gone = new Set(retired.map(({ code }) => code));
  const known = codesOf(from);
  const wrong = retired.flatMap(({ code }, index): MapProblem[] => {
    const path = ["retired", index, "code"];
    if (!known.has(code)) return [{ path, message: `Delförmågan ${code} finns inte i ${from.version}.` }];
    return users.has(code) ? [{ path, message: `${code} är både utgången och kvar. Välj ett av dem.` }] : [];
  });
  const lost = [...known].filter((code) => !users.has(code) && !gone.has(code));
  const message = `Kartan säger inte vad ${lost.join(", ")} har blivit. Lägg till dem under retired, eller som ursprung.`;
  return [...problems, ...wrong, ...(lost.length > 0 ? [{ path: ["subCapabilities"], message }] : [])];
}

/** A level that means something else is no line: `unchanged` needs the same wording, and no line crosses another scale. */
function checkScale({ subCapabilities }: VersionMap, from: Definition, to: Definition): MapProblem[] {
  const numbers = ({ levels, proposal }: Definition) => JSON.stringify([levels.map(({ level }) => level), proposal]);
  const isOtherScale = numbers(from) !== numbers(to);
  const isOtherAnchor = JSON.stringify(from.levels) !== JSON.stringify(to.levels);
  const olderSubs = new Map(listSubCapabilities(from).map((sub) => [sub.code, sub]));
  const newerSubs = new Map(listSubCapabilities(to).map((sub) => [sub.code, sub]));
  return subCapabilities.flatMap(({ code, change, from: sources }, index): MapProblem[] => {
    const path = ["subCapabilities", index, "change"];
    if (isOtherScale && (change === "unchanged" || change === "clarified"))
      return [{ path, message: `Skalan är en annan i ${to.version}, så ${code} är inte ${change}. Skriv rescaled.` }];
    const [older, newer] = [olderSubs.get(sources[0] ?? ""), newerSubs.get(code)];
    const isReworded = isOtherAnchor || (older && newer && wordingOf(older) !== wordingOf(newer));
    return change === "unchanged" && isReworded
      ? [{ path, message: `${code} har inte samma lydelse som ${sources[0]}. Skriv clarified, eller vad den är.` }]
      : [];
  });
}

/** All that is asked, without the codes: a sub-capability may move and be the same. */
function wordingOf({ name, notApplicableAllowed, groups }: SubCapability): string {
  const asked = groups.map(({ leadIn, indicators }) => [
    leadIn,
    indicators.map(({ text, audience }) => [text, audience]),
  ]);
  return JSON.stringify([name, notApplicableAllowed, asked]);
}

function codesOf(definition: Definition): Set<string> {
  return new Set(listSubCapabilities(definition).map(({ code }) => code));
}
