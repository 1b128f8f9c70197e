import type { ReactNode } from "react";
import type { Confidence } from "#domain/answer.ts";
import type { CellChange } from "#domain/cell-change.ts";
import type { Cell } from "#domain/gap.ts";
import { confidenceNames } from "#text/answers.ts";
import { causesText, ownStatusName, stepsText } from "#text/results.ts";
import { ChangeText } from "./change-text.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { LevelMark } from "./gap-cell.tsx";

type Row = {
  cell: Cell;
  name: string;
  levelName: string | null;
  confidence: Confidence | null;
  change: CellChange | null;
};

/** The gap in words: "två steg"; a dash where there is none to tell of. */
export function gapWords({ gap }: Cell): string {
  if (gap === null) return "–";
  return gap === 0 ? "ingen" : stepsText(gap);
}

/** The column of changes, where there is a year to compare with. */
export function changeColumn(since: number | null): Column<{ change: CellChange | null }>[] {
  if (since === null) return [];
  return [{ key: "change", head: `Sedan ${since}`, cell: ({ change }) => <ChangeText change={change} /> }];
}

function columnsFor({ href, since, submittedAt }: Omit<ResultTableProps, "caption" | "rows">): Column<Row>[] {
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
      label: "",
      cell: ({ cell, levelName }) => (
        <span className="nowrap">
          <LevelMark cell={cell} />{" "}
          {cell.level === null ? (
            ownStatusName(cell.status, submittedAt)
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
    ...changeColumn(since),
  ];
}

type ResultTableProps = {
  caption: ReactNode;
  rows: Row[];
  href: (code: string) => string;
  /** The year that changes are counted from. */
  since: number | null;
  submittedAt: string | null;
};

/** One actor's cells, one per line, each leading to its counted answer. */
export function ResultTable({ caption, rows, ...how }: ResultTableProps) {
  return (
    <div className="result-table">
      <DataTable caption={caption} rows={rows} rowKey={({ cell }) => cell.code} columns={columnsFor(how)} />
    </div>
  );
}
