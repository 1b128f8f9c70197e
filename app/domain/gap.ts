// Gap (gap, brist): how many steps an actor's level lies below the minimum in force. One cell is one actor and one sub-capability.
// Missing, unknown, not applicable, no minimum and level 0 are five different things. Source: method § 4.
import { type AnswerKind, type Cause, inCauseOrder } from "./answer.ts";
import type { Target } from "./target.ts";

export type CellStatus =
  | "not_applicable"
  | "missing"
  | "unknown"
  | "no_minimum"
  | "below_minimum"
  | "meets_ambition"
  | "meets_minimum";

/** The part of the latest submission that counts. `level` is a number exactly when `kind` is "level". */
export type CountedAnswer = { actor: string; code: string; kind: AnswerKind; level: number | null; causes: Cause[] };

export type Cell = {
  actor: string;
  code: string;
  level: number | null;
  minimum: number | null;
  ambition: number | null;
  gap: number | null;
  ambitionGap: number | null;
  causes: Cause[];
  status: CellStatus;
};

export type CellInput = {
  actor: string;
  code: string;
  /** Whether at least one indicator is directed to the actor. */
  isDirected: boolean;
  answer: CountedAnswer | undefined;
  target: Target;
};

/** Whether a cell has a counted answer that says something: a level, or unknown. */
export function isAnswered({ status }: Pick<Cell, "status">): boolean {
  return status !== "missing" && status !== "not_applicable";
}

/** Steps from a level up to the wanted one: 0 where it is reached, null where one of them does not exist. */
export function gapBetween(wanted: number | null, level: number | null): number | null {
  return wanted === null || level === null ? null : Math.max(0, wanted - level);
}

/** The cell of one actor and one sub-capability. `minimum` and `ambition` in force are stated whatever the status. */
export function cellOf({ actor, code, isDirected, answer, target }: CellInput): Cell {
  const status = statusOf(isDirected, answer, target);
  const hasLevel = status !== "not_applicable" && status !== "missing" && status !== "unknown";
  const level = hasLevel && answer ? answer.level : null;
  return {
    actor,
    code,
    level,
    minimum: target.minimum,
    ambition: target.ambition,
    gap: gapBetween(target.minimum, level),
    ambitionGap: gapBetween(target.ambition, level),
    causes: answer && (status === "unknown" || status === "below_minimum") ? inCauseOrder(answer.causes) : [],
    status,
  };
}

/** The first status that matches, in the method's order. */
function statusOf(isDirected: boolean, answer: CountedAnswer | undefined, { minimum, ambition }: Target): CellStatus {
  if (!isDirected || answer?.kind === "not_applicable") return "not_applicable";
  if (!answer) return "missing";
  if (answer.kind === "unknown" || answer.level === null) return "unknown";
  if (minimum === null) return "no_minimum";
  if (answer.level < minimum) return "below_minimum";
  return ambition !== null && answer.level >= ambition ? "meets_ambition" : "meets_minimum";
}
