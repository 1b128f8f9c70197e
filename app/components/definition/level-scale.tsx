import type { LevelAnchor } from "#domain/definition.ts";

/** The scale's levels with what each means. */
export function LevelScale({ levels }: { levels: LevelAnchor[] }) {
  return (
    <dl className="scale">
      {levels.map(({ level, name, anchor }) => (
        <div key={level}>
          <dt>
            <b>{level}</b> {name}
          </dt>
          <dd>{anchor}</dd>
        </div>
      ))}
    </dl>
  );
}
