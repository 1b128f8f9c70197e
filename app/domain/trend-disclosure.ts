// What of a trend may be shown to a reader who sees no single actor's answers. The value over all actors is what the region's page
// shows; the panel, and values against another minimum, only where no difference to anything shown, in this or an earlier year's trend,
// rests on one to four actors. Source: method § 7.
import { disclosable, type GroupValue } from "./disclosure.ts";
import { type Cell, isAnswered } from "./gap.ts";
import { type StretchPoint, type TrendKind, trendKinds } from "./trend-cells.ts";
import { partsOfTrends } from "./trend-parts.ts";
import type { TrendRound } from "./trend-stretch.ts";
import type { VersionMap } from "./version-map.ts";

/** Whether a point's value of a kind may be shown. Where nobody has answered there is nothing to hide. */
export type RegionalReader = (point: StretchPoint, kind: TrendKind) => boolean;

const nobody: ReadonlySet<string> = new Set();

/** A value as what it gives away: who has answered (its coverage), and who is judged against which minimum (its share). */
type Value = { answered: GroupValue; judged: GroupValue };

/** What may be shown of the newest round's trend. Each year's trend was shown when it was the newest: none takes that back. */
export function regionalReader(rounds: readonly TrendRound[], maps: readonly VersionMap[]): RegionalReader {
  const shown = new Map<string, Value[]>();
  let mayShow = new Set<string>();
  const oldestFirst = rounds.toSorted((a, b) => a.year - b.year);
  for (const [at] of oldestFirst.entries()) mayShow = shownWith(oldestFirst.slice(0, at + 1), maps, shown);
  return (point, kind) => !point.isAnswered || mayShow.has(keyOf(point, kind));
}

/** A sum that begins later, where the line of one of its parts is broken, has another panel than the part has alone. */
function keyOf({ year, code, span }: StretchPoint, kind: TrendKind): string {
  return `${year} ${code} ${kind} ${span}`;
}

/** What the trend of these rounds shows, beside all that is shown already; adds it to that. */
function shownWith(rounds: TrendRound[], maps: readonly VersionMap[], shown: Map<string, Value[]>): Set<string> {
  const { subs, whole, capabilities } = partsOfTrends(rounds, maps);
  const stretches = [...subs, ...capabilities, whole].flatMap((part) => part.stretches);
  const points = [...new Set(stretches)].flatMap((each) => each.points);
  const keys = new Set<string>();
  for (const point of points) {
    const family = `${point.year} ${point.code}`;
    const before = shown.get(family) ?? [];
    shown.set(family, before);
    for (const kind of trendKinds) {
      const value = givenAwayBy(keyOf(point, kind), point.cells[kind]);
      if (!isApart(value, before)) continue;
      keys.add(keyOf(point, kind));
      before.push(value);
    }
  }
  return keys;
}

function givenAwayBy(key: string, cells: readonly Cell[]): Value {
  const answered = cells.filter(isAnswered);
  const judged = answered.flatMap(({ actor, minimum }) => (minimum === null ? [] : [[actor, minimum] as const]));
  const asked = new Map(judged);
  return {
    answered: { key, actors: new Set(answered.map(({ actor }) => actor)) },
    judged: { key, actors: new Set(asked.keys()), asked },
  };
}

/**
 * Where nobody is judged there is no share to hide. Where one to four of those who answered have no minimum, the share differs
 * from the coverage by them: it is withheld, as in the region's rows.
 */
function isApart({ answered, judged }: Value, before: readonly Value[]): boolean {
  const isShown = (value: GroupValue, others: GroupValue[]) => disclosable([value], nobody, others).has(value.key);
  const judgedBefore = before.map((each) => each.judged).filter(({ actors }) => actors.size > 0);
  return (
    isShown(
      answered,
      before.map((each) => each.answered),
    ) &&
    (judged.actors.size === 0 ||
      (isShown(judged, judgedBefore) && isShown({ key: "share", actors: judged.actors }, [answered])))
  );
}
