import { Link } from "@remix-run/react";
import type { TrendCell } from "#domain/trend-row.ts";
import { percentText } from "#text/results.ts";
import { newMinimumNote, withheldText } from "#text/trends.ts";

type Row = { code: string; name: string; cells: TrendCell[] };
type TrendRowsProps = {
  years: number[];
  whole: Row;
  capabilities: (Row & { subs: Row[] })[];
  shown: string;
  href: (code: string) => string;
};

function cellText(cell: TrendCell): string {
  if (cell.kind === "share") return percentText(cell.share);
  if (cell.kind === "withheld") return withheldText;
  return cell.kind === "several" ? "flera" : "";
}

function YearCell({ cell }: { cell: TrendCell }) {
  return (
    <td className={cell.isBroken ? "num broken" : "num"} data-label={cell.year}>
      {cell.isBroken && (
        <>
          <span aria-hidden="true">‖ </span>
          <span className="sr-only">ny definition, </span>
        </>
      )}
      {cellText(cell)}
      {cell.isNewMinimum && (
        <>
          <span aria-hidden="true"> *</span>
          <span className="sr-only">, ny lägstanivå</span>
        </>
      )}
    </td>
  );
}

function LineRow({ row, isShown, href }: { row: Row; isShown: boolean; href: string }) {
  return (
    <tr className={isShown ? "shown" : undefined}>
      <th scope="row">
        <Link to={href} aria-current={isShown ? "true" : undefined}>
          {row.code && <span className="code">{row.code} </span>}
          {row.name}
        </Link>
      </th>
      {row.cells.map((cell) => (
        <YearCell key={cell.year} cell={cell} />
      ))}
    </tr>
  );
}

const signs: { says: string; isIn: (cell: TrendCell) => boolean }[] = [
  { says: newMinimumNote, isIn: ({ isNewMinimum }) => isNewMinimum },
  { says: "‖ Definitionen är ny och går inte att jämföra med året före.", isIn: ({ isBroken }) => isBroken },
  { says: "– Inget svar har en lägstanivå att nå.", isIn: (cell) => cell.kind === "share" && cell.share === null },
  { says: "Tom ruta: inga svar, eller inget som kan jämföras.", isIn: ({ kind }) => kind === "none" },
];

/** What the signs in the table mean: those that stand there. */
export function TrendRowNotes({ rows }: { rows: Pick<Row, "cells">[] }) {
  const cells = rows.flatMap((row) => row.cells);
  const met = signs.filter(({ isIn }) => cells.some(isIn));
  if (met.length === 0) return null;
  return <p className="note">{met.map(({ says }) => says).join(" ")}</p>;
}

/** Every base capability and sub-capability, year by year; each leads to its own chart. */
export function TrendRows({ years, whole, capabilities, shown, href }: TrendRowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for the keyboard alone
    <section className="table-wrap" tabIndex={0} aria-labelledby="alla-ar">
      <table className="data trend-rows">
        <caption id="alla-ar" className="sr-only">
          Andel som når lägstanivån per delförmåga och år
        </caption>
        <thead>
          <tr>
            <th scope="col">Delförmåga</th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <LineRow row={{ ...whole, name: "Hela regionen" }} isShown={shown === ""} href={href("")} />
        </tbody>
        {capabilities.map((capability) => (
          <tbody key={capability.code}>
            <tr className="capability">
              <th scope="row">
                <Link to={href(capability.code)} aria-current={shown === capability.code ? "true" : undefined}>
                  {capability.code} {capability.name}
                </Link>
              </th>
              {capability.cells.map((cell) => (
                <YearCell key={cell.year} cell={cell} />
              ))}
            </tr>
            {capability.subs.map((sub) => (
              <LineRow key={sub.code} row={sub} isShown={shown === sub.code} href={href(sub.code)} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
