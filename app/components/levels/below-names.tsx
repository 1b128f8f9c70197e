import { compareCategories } from "#domain/actor-order.ts";
import { categoryName } from "#text/results.ts";

export type ShownActor = { id: string; shortName: string; category: string };

/** The names of actors, by category: "Kommuner (2): Haninge, Solna". */
export function BelowNames({ ids, actors }: { ids: readonly string[]; actors: readonly ShownActor[] }) {
  const chosen = actors.filter(({ id }) => ids.includes(id));
  const categories = [...new Set(chosen.map(({ category }) => category))].sort(compareCategories);
  return (
    <ul className="below-names">
      {categories.map((category) => {
        const names = chosen.filter((actor) => actor.category === category).map(({ shortName }) => shortName);
        return (
          <li key={category}>
            <b>
              {categoryName(category)} ({names.length}):
            </b>{" "}
            {names.join(", ")}
          </li>
        );
      })}
    </ul>
  );
}
