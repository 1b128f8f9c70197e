// The closed loop (uppföljning): how levels stood before and after what a plan's activities and the actors' own measures concerned, for
// the actors that took part and for the others. It tells what moved, never why: those that took part were chosen because they fell
// short, and other things happen meanwhile. Source: docs/the-year.md, method § 6 and § 7.
import { disclosable } from "./disclosure.ts";
import type { Cell } from "./gap.ts";
import type { Comparability } from "./version-map.ts";

/** What became of one actor's level from one round to a later one, in the order in which it is told. */
export const movements = ["up", "same", "down", "not_comparable", "not_answered"] as const;
export type Movement = (typeof movements)[number];
export type MovementCounts = Record<Movement, number>;

type Judged = Pick<Cell, "actor" | "status" | "level">;

/** What concerned a sub-capability: `actors` took part. */
export type Effort = { key: string; actors: readonly string[] };
/** How the levels moved for those that took part and for the others; null where it may not be told (method § 7). */
export type EffortMovement = { key: string; took: MovementCounts | null; others: MovementCounts | null };

/**
 * How one actor's level moved; null where nothing was asked of it in one of the rounds, so that it counts nowhere. Not comparable:
 * the version map draws no line, or it was "kan inte bedömas" in one of them.
 */
export function movementOf(
  before: Judged | undefined,
  after: Judged | undefined,
  isComparable: boolean,
): Movement | null {
  if (before?.status === "not_applicable" || after?.status === "not_applicable") return null;
  if (!isAnswered(before) || !isAnswered(after)) return "not_answered";
  if (!isComparable || before.level === null || after.level === null) return "not_comparable";
  if (after.level === before.level) return "same";
  return after.level > before.level ? "up" : "down";
}

function isAnswered(cell: Judged | undefined): cell is Judged {
  return cell !== undefined && cell.status !== "missing";
}

type Rounds = {
  /** The later round's cells of one sub-capability. */
  after: readonly Judged[];
  /** All cells of the earlier round. */
  before: readonly (Judged & { code: string })[];
  /** Of the later round's code with the earlier round. */
  comparability: Comparability;
};

/** Movement by actor over both rounds: an actor that is only in one of them has not answered in the other. */
export function movementsBetween({ after, before, comparability }: Rounds): Map<string, Movement> {
  const from = comparability.comparable ? comparability.from : null;
  const earlier = new Map(before.filter(({ code }) => code === from).map((cell) => [cell.actor, cell]));
  // Without a line there is no cell to compare with, but whether an actor answered at all is known by its other answers.
  const answeredThen = new Set(before.filter(isAnswered).map(({ actor }) => actor));
  const later = new Map(after.map((cell) => [cell.actor, cell]));
  const found = new Map<string, Movement>();
  for (const actor of new Set([...later.keys(), ...earlier.keys()])) {
    const then = from === null && answeredThen.has(actor) ? later.get(actor) : earlier.get(actor);
    const movement = movementOf(then, later.get(actor), comparability.comparable);
    if (movement !== null) found.set(actor, movement);
  }
  return found;
}

/** The counts of each effort, for those that took part and for the others. */
export function effortMovements(
  efforts: readonly Effort[],
  movementByActor: ReadonlyMap<string, Movement>,
): EffortMovement[] {
  return efforts.map(({ key, actors }) => {
    const took = new Set(actors);
    const of = (isIn: boolean) => counted([...movementByActor].filter(([actor]) => took.has(actor) === isIn));
    return { key, took: of(true), others: of(false) };
  });
}

function counted(found: [string, Movement][]): MovementCounts {
  const counts: MovementCounts = { up: 0, same: 0, down: 0, not_comparable: 0, not_answered: 0 };
  for (const [, movement] of found) counts[movement] += 1;
  return counts;
}

/**
 * The counts that a reader may see who sees no single actor's answers: each over five actors with an answer in both rounds, and
 * none whose difference to another rests on one to four. All noughts: there are no others. `movementByActor` is of one sub-capability, `efforts` all that concerned it.
 */
export function disclosedMovements(
  efforts: readonly Effort[],
  movementByActor: ReadonlyMap<string, Movement>,
): EffortMovement[] {
  const answered = new Set([...movementByActor].flatMap(([actor, to]) => (to === "not_answered" ? [] : [actor])));
  const groups = efforts.flatMap(({ key, actors }) => {
    const took = new Set(actors.filter((actor) => answered.has(actor)));
    const others = new Set([...answered].filter((actor) => !took.has(actor)));
    return [
      { key: `${key} took`, actors: took },
      { key: `${key} others`, actors: others },
    ];
  });
  const shown = disclosable(groups, new Set(), [{ key: "all", actors: answered }]);
  return effortMovements(efforts, movementByActor).map(({ key, took, others }) => {
    // Where it concerned everyone there is nobody to tell of, and whoever sees the one value sees the whole.
    const isWhole = shown.has(`${key} took`) && isNobody(others);
    return {
      key,
      took: shown.has(`${key} took`) ? withoutSilent(took) : null,
      others: isWhole || shown.has(`${key} others`) ? withoutSilent(others) : null,
    };
  });
}

function isNobody(counts: MovementCounts | null): boolean {
  return counts !== null && movements.every((movement) => counts[movement] === 0);
}

/** Who did not answer is one by one no value over five: only those that did are told. */
function withoutSilent(counts: MovementCounts | null): MovementCounts | null {
  return counts && { ...counts, not_answered: 0 };
}
