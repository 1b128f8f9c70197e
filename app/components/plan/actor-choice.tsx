import { categoryName } from "#text/results.ts";
import { FieldError } from "../field.tsx";

export type ChoosableActor = { id: string; shortName: string; category: string };

/** Which actors an activity is for, by category. */
export function ActorChoice(props: { actors: ChoosableActor[]; chosen: string[]; error: string | undefined }) {
  const { actors, chosen, error } = props;
  const categories = [...new Set(actors.map(({ category }) => category))];
  return (
    <fieldset className="choices" id="actor">
      <legend>Vilka aktörer gäller det?</legend>
      <p className="hint">Namnen visas för kansliet och chefsgruppen, och var och en ser att den själv är med.</p>
      {categories.map((category) => (
        <fieldset key={category} className="choices actor-category">
          <legend>{categoryName(category)}</legend>
          <div className="chips">
            {actors
              .filter((actor) => actor.category === category)
              .map(({ id, shortName }) => (
                <label key={id}>
                  <input type="checkbox" name="actor" value={id} defaultChecked={chosen.includes(id)} />
                  <span>{shortName}</span>
                </label>
              ))}
          </div>
        </fieldset>
      ))}
      {error && <FieldError name="actor">{error}</FieldError>}
    </fieldset>
  );
}
