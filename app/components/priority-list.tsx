import type { RegionalRow } from "#domain/aggregate.ts";
import { causesText, commonestCauses, percentText } from "#text/results.ts";
import { StackedBar, StackedBarKey } from "./stacked-bar.tsx";

type Item = RegionalRow & { name: string };
type PriorityListProps = {
  /** The most pressing first. */
  items: Item[];
  /** How many stand open; the rest are a click away. */
  shown?: number;
  href: (code: string) => string;
};

const usuallyShown = 5;

function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

function Sentence({ item }: { item: Item }) {
  const causes = commonestCauses(item.causes);
  const [isUnder, isUnknown] = [item.belowMinimum > 0, item.notMeeting > item.belowMinimum];
  const what = isUnder && isUnknown ? "under eller osäkra" : isUnder ? "under" : "som inte kan bedöma";
  return (
    <p className="note">
      {actorsText(item.notMeeting)} {what}. {percentText(item.shareMeeting)} når lägstanivån (svar från {item.answered}{" "}
      av {item.applicable}).{" "}
      {causes.length > 0 && (
        <>
          {causes.length === 1 ? "Vanligaste orsak: " : "Vanligaste orsaker: "}
          <b>{causesText(causes)}</b>.
        </>
      )}
    </p>
  );
}

function Items({ items, href }: Pick<PriorityListProps, "items" | "href">) {
  return (
    <ol className="top5">
      {items.map((item) => (
        <li key={item.code}>
          <p className="t">
            <a href={href(item.code)}>
              <b>{item.code}</b> {item.name}
            </a>
          </p>
          <StackedBar row={item} id={`rand-${item.code.replace(":", "-")}`} />
          <Sentence item={item} />
        </li>
      ))}
    </ol>
  );
}

/** The sub-capabilities that most actors do not meet. */
export function PriorityList({ items, shown = usuallyShown, href }: PriorityListProps) {
  const rest = items.slice(shown);
  return (
    <>
      <Items items={items.slice(0, shown)} href={href} />
      {rest.length > 0 && (
        <details className="more">
          <summary>Visa {rest.length} till</summary>
          <Items items={rest} href={href} />
        </details>
      )}
      <StackedBarKey />
    </>
  );
}
