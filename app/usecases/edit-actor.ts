import { type Db, inTransaction } from "#db/client.server.ts";
import { type Actor, findActor, listActors, updateActor } from "#db/queries/actors.ts";

export type EditActorResult =
  | { ok: true }
  | { ok: false; problem: "actor_unknown" | "name_missing" | "short_name_missing" | "category_missing" | "name_taken" };

/** Changes an actor. Rounds that are already opened keep the actor as it was frozen. */
export function editActor(db: Db, actor: Actor): EditActorResult {
  const name = actor.name.trim();
  const shortName = actor.shortName.trim();
  if (name === "") return { ok: false, problem: "name_missing" };
  if (shortName === "") return { ok: false, problem: "short_name_missing" };
  if (actor.category.trim() === "") return { ok: false, problem: "category_missing" };
  return inTransaction(db, (tx): EditActorResult => {
    if (!findActor(tx, actor.id)) return { ok: false, problem: "actor_unknown" };
    const others = listActors(tx).filter(({ id }) => id !== actor.id);
    if (others.some((other) => sameText(other.name, name))) return { ok: false, problem: "name_taken" };
    const category = spelledAs(
      others.map((other) => other.category),
      actor.category.trim(),
    );
    updateActor(tx, { ...actor, name, shortName, category });
    return { ok: true };
  });
}

// "Kommun" beside "kommun" would split a category in two, and with it the levels decided for it.
function spelledAs(categories: string[], category: string): string {
  return categories.find((known) => sameText(known, category)) ?? category;
}

function sameText(a: string, b: string): boolean {
  return a.toLocaleLowerCase("sv") === b.toLocaleLowerCase("sv");
}
