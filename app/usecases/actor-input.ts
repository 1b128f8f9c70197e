import type { Db } from "#db/client.server.ts";
import { listActors } from "#db/queries/actors.ts";
import { type ActorValues, isSameText, spelledAs } from "#domain/actor-life.ts";

/** The longest texts of an actor, in characters. */
export const actorLimits = { name: 120, shortName: 40, category: 40, reason: 500 };

export type ActorInputProblem =
  | "name_missing"
  | "name_long"
  | "short_name_missing"
  | "short_name_long"
  | "category_missing"
  | "category_long"
  | "name_taken";

/**
 * An actor's values tidied: trimmed, the category as others spell it. Refused where something is missing or too long, or
 * another actor bears the name, also one that has left: a name in an old report must mean one actor.
 */
export function checkActorInput(
  db: Db,
  given: ActorValues,
  ownId: string | null,
): { ok: true; values: ActorValues } | { ok: false; problem: ActorInputProblem } {
  const [name, shortName, category] = [given.name.trim(), given.shortName.trim(), given.category.trim()];
  const problem = textProblem({ name, shortName, category });
  if (problem) return { ok: false, problem };
  const others = listActors(db).filter(({ id }) => id !== ownId);
  if (others.some((other) => isSameText(other.name, name))) return { ok: false, problem: "name_taken" };
  const known = others.map((other) => other.category);
  return { ok: true, values: { name, shortName, category: spelledAs(known, category), designated: given.designated } };
}

function textProblem({ name, shortName, category }: Omit<ActorValues, "designated">): ActorInputProblem | undefined {
  if (name === "") return "name_missing";
  if (name.length > actorLimits.name) return "name_long";
  if (shortName === "") return "short_name_missing";
  if (shortName.length > actorLimits.shortName) return "short_name_long";
  if (category === "") return "category_missing";
  return category.length > actorLimits.category ? "category_long" : undefined;
}
