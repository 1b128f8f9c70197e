import type { LevelSpread, Summary } from "#domain/summary.ts";
import { causesText, commonestCauses, percentText } from "#text/results.ts";
import { StackedBar, StackedBarKey } from "./stacked-bar.tsx";

/** `since`: a last sentence on what has changed. */
export type PriorityItem = Pick<LevelSpread, "causes"> &
  Pick<
    Summary,
    "answered" | "applicable" | "expected" | "belowMinimum" | "meetsMinimum" | "notMeeting" | "shareMeeting"
  > & {
    code: string;
    name: string;
    since?: string;
  };
type PriorityListProps = {
  /** The most pressing first. */
  items: PriorityItem[];
  /** How many stand open; the rest are a click away. */
  shown?: number;
  /** Null for those who may not open what is behind. */
  href: ((code: string) => string) | null;
};

const usuallyShown = 5;

function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

function Sentence({ item }: { item: PriorityItem }) {
  const causes = commonestCauses(item.causes);
  const [isUnder, isUnknown] = [item.belowMinimum > 0, item.notMeeting > item.belowMinimum];
  const what = isUnder && isUnknown ? "under eller osäkra" : isUnder ? "under" : "som inte kan bedöma";
  const told =
    `${actorsText(item.notMeeting)} ${what}. ${percentText(item.shareMeeting)} når lägstanivån ` +
    `(svar från ${item.answered} av ${item.applicable}).`;
  return (
    <p className="note">
      {told}
      {causes.length > 0 && (
        <>
          {causes.length === 1 ? " Vanligaste orsak: " : " Vanligaste orsaker: "}
          <b>{causesText(causes)}</b>.
        </>
      )}
      {item.since && ` ${item.since}`}
    </p>
  );
}

function ItemName({ item: { code, name }, href }: { item: PriorityItem; href: PriorityListProps["href"] }) {
  const text = (
    <>
      <b>{code}</b> {name}
    </>
  );
  return href ? <a href={href(code)}>{text}</a> : text;
}

function Items({ items, href }: Pick<PriorityListProps, "items" | "href">) {
  return (
    <ol className="top5">
      {items.map((item) => (
        <li key={item.code}>
          <p className="t">
            <ItemName item={item} href={href} />
          </p>
          <StackedBar row={item} />
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
