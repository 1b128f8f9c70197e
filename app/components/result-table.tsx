import type { ReactNode } from "react";
import type { Confidence } from "#domain/answer.ts";
import type { Cell } from "#domain/gap.ts";
import { confidenceNames } from "#text/answers.ts";
import { causesText, statusNames, stepsText } from "#text/results.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { LevelMark } from "./gap-cell.tsx";

type Row = { cell: Cell; name: string; levelName: string | null; confidence: Confidence | null };

/** The gap in words: "två steg"; a dash where there is none to tell of. */
export function gapWords({ gap }: Cell): string {
  if (gap === null) return "–";
  return gap === 0 ? "ingen" : stepsText(gap);
}

function columnsFor(href: (code: string) => string): Column<Row>[] {
  return [
    {
      key: "name",
      head: "Delförmåga",
      cell: ({ cell, name }) => (
        <a href={href(cell.code)}>
          <b className="codeh">{cell.code}</b> {name}
        </a>
      ),
    },
    {
      key: "level",
      head: "Nivå",
      cell: ({ cell, levelName }) => (
        <span className="nowrap">
          <LevelMark cell={cell} />{" "}
          {cell.level === null ? (
            statusNames[cell.status]
          ) : (
            <>
              <span className="sr-only">{cell.level} </span>
              {levelName}
            </>
          )}
        </span>
      ),
    },
    { key: "minimum", head: "Lägstanivå", number: true, cell: ({ cell }) => cell.minimum ?? "–" },
    { key: "ambition", head: "Ambitionsnivå", number: true, cell: ({ cell }) => cell.ambition ?? "–" },
    { key: "gap", head: "Brist", cell: ({ cell }) => <span className="nowrap">{gapWords(cell)}</span> },
    { key: "causes", head: "Orsaker", cell: ({ cell }) => causesText(cell.causes) || "–" },
    {
      key: "confidence",
      head: "Säkerhet",
      cell: ({ confidence }) => (confidence ? confidenceNames[confidence].toLowerCase() : "–"),
    },
  ];
}

type ResultTableProps = { caption: ReactNode; rows: Row[]; href: (code: string) => string };

/** One actor's cells, one per line, each leading to its counted answer. */
export function ResultTable({ caption, rows, href }: ResultTableProps) {
  return (
    <div className="result-table">
      <DataTable caption={caption} rows={rows} rowKey={({ cell }) => cell.code} columns={columnsFor(href)} />
    </div>
  );
}
