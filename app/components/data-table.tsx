import { type ReactNode, useId } from "react";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** True for numbers: aligned to the right with their heading. */
  number?: boolean;
  /** What the value is called in a list; the heading where nothing else is said, "" where it speaks for itself. */
  label?: string;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** What stands instead of the rows where there are none. */
  empty?: ReactNode;
  /** True: where the screen is narrow, a list of what each row says, not a table to scroll. */
  asList?: boolean;
};

/** What stands before the value in a list. */
function labelOf<Row>({ label, head }: Column<Row>): string | undefined {
  const text = label ?? (typeof head === "string" || typeof head === "number" ? String(head) : "");
  return text || undefined;
}

/** A plain table whose first column names the row. It scrolls sideways on its own where the screen is narrow. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, asList }: DataTableProps<Row>) {
  const captionId = useId();
  if (rows.length === 0 && empty) return <p className="empty">{empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for the keyboard alone
    <section className={asList ? "table-wrap as-list" : "table-wrap"} tabIndex={0} aria-labelledby={captionId}>
      <table className="data">
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? "num" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, position) =>
                position === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.number ? "num" : undefined} data-label={labelOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
