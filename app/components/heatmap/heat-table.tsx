import type { ReactNode } from "react";
import type { LineageStep } from "#domain/version-map.ts";
import { type RowOfCells, rowHtml } from "./cell-row.ts";

/** So few columns do not make room for a long word above them. */
const FEW_COLUMNS = 3;

export type HeatColumn = { code: string; name: string; first: boolean };
type Band = { number: number; name: string; columns: { code: string; name: string; breaks?: LineageStep[] }[] };
export type HeatGroup = { key: string; heading: ReactNode; rows: RowOfCells[] };
type HeatTableProps = {
  label: string;
  caption: string;
  /** What the rows are, and what stands at their ends: "Aktör", "Under". */
  corner: string;
  end: string;
  bands: Band[];
  groups: HeatGroup[];
  /** Where a column's head leads: the rows ordered by it. */
  codeHref: (code: string) => string;
  /** The column that the rows are ordered by. */
  sorted: string | null;
  feet?: ReactNode;
};

/** The columns of all bands, with whether each is the first of its band, which stands a little apart. */
export function columnsOf<Column extends { code: string; name: string }>(
  bands: readonly { columns: readonly Column[] }[],
): (Column & { first: boolean })[] {
  return bands.flatMap(({ columns }) => columns.map((column, index) => ({ ...column, first: index === 0 })));
}

type HeadsProps = Pick<HeatTableProps, "bands" | "codeHref" | "sorted" | "corner" | "end">;

function CodeHead({ column, few, codeHref, sorted }: { column: HeatColumn; few: boolean } & Omit<HeadsProps, "bands">) {
  const { code, name, first } = column;
  const isSorted = sorted === code;
  const className = ["col-code", first && "first", few && "few", isSorted && "sorted"].filter(Boolean).join(" ");
  return (
    <th scope="col" className={className} aria-sort={isSorted ? "other" : undefined}>
      <a href={codeHref(code)} title={name}>
        {code}
        {isSorted && <span aria-hidden="true">▾</span>}
        <span className="sr-only"> {name}</span>
      </a>
    </th>
  );
}

function Heads({ bands, ...rest }: HeadsProps) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="corner">
          {rest.corner}
        </th>
        {bands.map(({ number, name, columns }) => (
          <th key={number} scope="colgroup" colSpan={columns.length} className="cap first">
            <span title={`${number} ${name}`}>
              {number} {name}
            </span>
          </th>
        ))}
        <th scope="col" rowSpan={2} className="corner end">
          {rest.end}
        </th>
      </tr>
      <tr>
        {bands.flatMap(({ columns }) =>
          columnsOf([{ columns }]).map((column) => (
            <CodeHead key={column.code} column={column} few={columns.length <= FEW_COLUMNS} {...rest} />
          )),
        )}
      </tr>
    </thead>
  );
}

/** Rows × sub-capabilities with sticky heads. Every cell is a plain link: it needs no script. */
export function HeatTable({ label, caption, groups, feet, ...heads }: HeatTableProps) {
  const width = columnsOf(heads.bands).length + 2;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it where the screen is narrow
    <section className="heatwrap" aria-label={label} tabIndex={0}>
      <table className="heat">
        <caption className="sr-only">{caption}</caption>
        <Heads {...heads} />
        {groups.map(({ key, heading, rows }) => (
          <tbody key={key}>
            <tr className="group">
              <th scope="rowgroup" colSpan={width}>
                <div>{heading}</div>
              </th>
            </tr>
            {rows.map((row) => (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: every text in it is escaped in rowHtml
              <tr key={row.id} dangerouslySetInnerHTML={{ __html: rowHtml(row) }} />
            ))}
          </tbody>
        ))}
        {feet}
      </table>
    </section>
  );
}
