import type { Confidence } from "#domain/answer.ts";
import type { CellChange } from "#domain/cell-change.ts";
import type { Cell } from "#domain/gap.ts";
import { confidenceNames } from "#text/answers.ts";
import { causesText, ownStatusName } from "#text/results.ts";
import { ChangeText } from "./change-text.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { LevelMark } from "./gap-cell.tsx";
import { changeColumn, gapWords } from "./result-table.tsx";

type Row = {
  cell: Cell;
  name: string;
  levelName: string | null;
  confidence: Confidence | null;
  change: CellChange | null;
};

function confidenceText(confidence: Confidence | null): string {
  return confidence ? confidenceNames[confidence].toLowerCase() : "–";
}

type LevelProps = Pick<Row, "cell" | "levelName"> & { submittedAt: string | null };

function Level({ cell, levelName, submittedAt }: LevelProps) {
  return (
    <>
      <LevelMark cell={cell} />{" "}
      {cell.level === null ? (
        ownStatusName(cell.status, submittedAt)
      ) : (
        <>
          <span className="sr-only">{cell.level} </span>
          {levelName}
        </>
      )}
    </>
  );
}

const columns = (since: number | null, submittedAt: string | null): Column<Row>[] => [
  {
    key: "name",
    head: "Delförmåga",
    cell: ({ cell, name }) => (
      <>
        <b className="codeh">{cell.code}</b> {name}
      </>
    ),
  },
  { key: "level", head: "Nivå", label: "", cell: (row) => <Level {...row} submittedAt={submittedAt} /> },
  { key: "minimum", head: "Lägstanivå", number: true, cell: ({ cell }) => cell.minimum ?? "–" },
  { key: "ambition", head: "Ambition", number: true, cell: ({ cell }) => cell.ambition ?? "–" },
  { key: "gap", head: "Brist", cell: ({ cell }) => gapWords(cell) },
  { key: "confidence", head: "Säkerhet", cell: ({ confidence }) => confidenceText(confidence) },
  ...changeColumn(since),
];

/** Before anything is submitted there are levels to reach and nothing else to say. */
const levelColumns = columns(null, null).filter(({ key }) => ["name", "minimum", "ambition"].includes(key));

type ReportTableProps = { caption: string; rows: Row[]; since: number | null; submittedAt: string | null };

/** Every sub-capability of one base capability, one per line. */
export function ReportTable({ caption, rows, since, submittedAt }: ReportTableProps) {
  return (
    <div className="report-table">
      <DataTable
        asList
        caption={caption}
        rows={rows}
        rowKey={({ cell }) => cell.code}
        columns={submittedAt === null ? levelColumns : columns(since, submittedAt)}
      />
    </div>
  );
}

type ShortcomingsProps = { since: number | null; rows: Row[]; reasons: Record<string, string>; submittedAt: string };

/** What falls short or is not known, with what lies behind it and what the actor wrote. */
export function ReportShortcomings({ since, rows, reasons, submittedAt }: ShortcomingsProps) {
  return (
    <ol className="report-gaps">
      {rows.map((row) => {
        const { cell, name, confidence } = row;
        const minimum = cell.minimum === null ? "ingen lägstanivå" : `lägstanivå ${cell.minimum}`;
        return (
          <li key={cell.code}>
            <h3>
              <span className="codeh">{cell.code}</span> {name}
            </h3>
            <p>
              <Level {...row} submittedAt={submittedAt} />, {minimum}
              {cell.gap !== null && `: brist ${gapWords(cell)}`}
            </p>
            {cell.status !== "missing" && (
              <dl className="facts-list">
                <dt>Vad som fattas</dt>
                <dd>{causesText(cell.causes) || "inte angivet"}</dd>
                <dt>Motivering</dt>
                <dd className="typed">{reasons[cell.code] || "ingen skriven"}</dd>
                <dt>Säkerhet</dt>
                <dd>{confidenceText(confidence)}</dd>
                {since !== null && <dt>Sedan {since}</dt>}
                {since !== null && (
                  <dd>
                    <ChangeText change={row.change} />
                  </dd>
                )}
              </dl>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Why levels have changed much since the earlier year, in the actor's words. */
export function ReportChangeReasons({ rows, reasons }: { rows: Row[]; reasons: Record<string, string> }) {
  const told = rows.filter(({ cell }) => reasons[cell.code]);
  if (told.length === 0) return null;
  return (
    <section>
      <h2>Varför nivåer har ändrats</h2>
      <dl className="facts-list">
        {told.map(({ cell, name }) => (
          <div key={cell.code}>
            <dt>
              <span className="codeh">{cell.code}</span> {name}
            </dt>
            <dd className="typed">{reasons[cell.code]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
