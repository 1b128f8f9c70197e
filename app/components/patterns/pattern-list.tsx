import type { ReactNode } from "react";

export type PatternItem = { key: string; says: ReactNode; detail: ReactNode };

/** How many stand open, so that the page is read in a minute; the rest are a click away. */
const usuallyShown = 5;

function Items({ items }: { items: PatternItem[] }) {
  return (
    <ol className="pattern-list">
      {items.map(({ key, says, detail }) => (
        <li key={key}>
          <p className="says">{says}</p>
          {detail}
        </li>
      ))}
    </ol>
  );
}

/** `of`: how many there are where `items` are only the commonest. */
type PatternListProps = { title: string; hint: string; items: PatternItem[]; empty: string; of?: number };

/** One kind of pattern: what it means, the foremost of it, and the rest behind a click. */
export function PatternList({ title, hint, items, empty, of = items.length }: PatternListProps) {
  const rest = items.slice(usuallyShown);
  return (
    <section className="pattern">
      <h2>{title}</h2>
      <p className="note">
        {hint}
        {of > items.length && (
          <span className="screen-only">
            {" "}
            Här står de {items.length} vanligaste av {of}.
          </span>
        )}
        {rest.length > 0 && (
          <span className="print-only">
            {" "}
            Här står de {usuallyShown} första av {of}, fler på webbsidan.
          </span>
        )}
      </p>
      {items.length === 0 ? <p className="empty">{empty}</p> : <Items items={items.slice(0, usuallyShown)} />}
      {rest.length > 0 && (
        <details className="more">
          <summary>Visa {rest.length} till</summary>
          <Items items={rest} />
        </details>
      )}
    </section>
  );
}
