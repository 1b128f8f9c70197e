// What of a trend may be shown to a reader who sees no single actor's answers. The value over all actors is what the region's page
// shows; the panel, and values against another minimum, only where no difference to anything shown, in this or an earlier year's trend,
// rests on one to four actors. Source: method § 7.
import { disclosable, type GroupValue } from "./disclosure.ts";
import { type Cell, isAnswered } from "./gap.ts";
import { type StretchPoint, type TrendKind, trendKinds } from "./trend-cells.ts";
import { partsOfTrends, type TrendParts } from "./trend-parts.ts";
import type { TrendRound } from "./trend-stretch.ts";
import type { VersionMap } from "./version-map.ts";

/** Whether a point's value of a kind may be shown. Where nobody has answered there is nothing to hide. */
export type RegionalReader = (point: StretchPoint, kind: TrendKind) => boolean;

const nobody: ReadonlySet<string> = new Set();

/** A value as what it gives away: who has answered (its coverage), and who is judged against which minimum (its share). */
type Value = { answered: GroupValue; judged: GroupValue };

/**
 * What is known of a sub-capability in a year: what is given away by the values shown, and which values are, by what they give away.
 * One that was shown adds nothing when it comes again, and none that was withheld is let out by more being shown: each is judged once.
 */
type Family = { answered: GroupValue[]; judged: GroupValue[]; isShown: Map<string, boolean> };

/**
 * What may be shown of the newest round's trend, whose parts are given. Each year's trend was shown when it was the newest: none
 * takes that back.
 */
export function regionalReader(
  rounds: readonly TrendRound[],
  maps: readonly VersionMap[],
  newest: TrendParts,
): RegionalReader {
  const families = new Map<string, Family>();
  const oldestFirst = rounds.toSorted((a, b) => a.year - b.year);
  for (const at of oldestFirst.slice(1).keys()) shownWith(partsOfTrends(oldestFirst.slice(0, at + 1), maps), families);
  const mayShow = shownWith(newest, families);
  return (point, kind) => !point.isAnswered || mayShow.has(keyOf(point, kind));
}

/** A sum that begins later, where the line of one of its parts is broken, has another panel than the part has alone. */
function keyOf({ year, code, span }: StretchPoint, kind: TrendKind): string {
  return `${year} ${code} ${kind} ${span}`;
}

/** What the trend of these parts shows, beside all that is shown already; adds it to that. */
function shownWith({ subs, whole, capabilities }: TrendParts, families: Map<string, Family>): Set<string> {
  const stretches = [...subs, ...capabilities, whole].flatMap((part) => part.stretches);
  const points = [...new Set(stretches)].flatMap((each) => each.points);
  const keys = new Set<string>();
  for (const point of points) {
    const about = `${point.year} ${point.code}`;
    const family = families.get(about) ?? { answered: [], judged: [], isShown: new Map() };
    families.set(about, family);
    for (const kind of trendKinds) if (isShownIn(family, point.cells[kind])) keys.add(keyOf(point, kind));
  }
  return keys;
}

function isShownIn(family: Family, cells: readonly Cell[]): boolean {
  const answered = cells.filter(isAnswered);
  const key = answered.map(({ actor, minimum }) => `${actor} ${minimum}`).join();
  const known = family.isShown.get(key);
  if (known !== undefined) return known;
  const value = givenAwayBy(answered);
  const isShown = isApart(value, family);
  family.isShown.set(key, isShown);
  if (isShown) {
    if (!isAmong(value.answered, family.answered)) family.answered.push(value.answered);
    if (!isAmong(value.judged, family.judged) && value.judged.actors.size > 0) family.judged.push(value.judged);
  }
  return isShown;
}

function givenAwayBy(answered: readonly Cell[]): Value {
  const actors = new Set(answered.map(({ actor }) => actor));
  const asked = new Map(
    answered.flatMap(({ actor, minimum }) => (minimum === null ? [] : [[actor, minimum] as const])),
  );
  const key = [...asked].join(" ");
  return {
    answered: { key: [...actors].join(" "), actors },
    judged: { key, actors: asked.size === actors.size ? actors : new Set(asked.keys()), asked },
  };
}

/**
 * Where nobody is judged there is no share to hide. Where one to four of those who answered have no minimum, the share differs
 * from the coverage by them: it is withheld, as in the region's rows.
 */
function isApart({ answered, judged }: Value, family: Family): boolean {
  if (!joins(answered, family.answered)) return false;
  if (judged.actors.size === 0) return true;
  return (
    joins(judged, family.judged) &&
    (judged.actors === answered.actors || joins({ key: "share", actors: judged.actors }, [answered]))
  );
}

/** Two values over the same actors, of whom the same is asked, tell no more than one. */
function joins(value: GroupValue, shown: readonly GroupValue[]): boolean {
  return isAmong(value, shown) || disclosable([value], nobody, shown).has(value.key);
}

function isAmong({ key }: GroupValue, shown: readonly GroupValue[]): boolean {
  return shown.some((each) => each.key === key);
}
