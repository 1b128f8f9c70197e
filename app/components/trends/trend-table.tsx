import type { TrendGap, TrendPoint, TrendSegment, TrendValue } from "#domain/trend.ts";
import { bandNumbers, numberText } from "#text/results.ts";
import { gapNames, isNamedAlone, trendLineNames, trendShareText } from "#text/trends.ts";
import { type Column, DataTable } from "../data-table.tsx";

type TrendTableProps = { segments: TrendSegment[]; isChanged: boolean; minimumYear: number | null };
type Row = { segment: TrendSegment; year: number; point: TrendPoint | null; gap: TrendGap | null };

/** Points and gaps of every segment, oldest year first. */
function rowsOf(segments: TrendSegment[]): Row[] {
  const rows = segments.flatMap((segment): Row[] => [
    ...segment.points.map((point) => ({ segment, year: point.year, point, gap: null })),
    ...segment.gaps.map((gap) => ({ segment, year: gap.year, point: null, gap })),
  ]);
  return rows.sort((a, b) => a.year - b.year);
}

function answersText(value: TrendValue): string {
  return value.isWithheld ? "–" : `${numberText(value.answered)} av ${numberText(value.applicable)}`;
}

function bandText(value: TrendValue): string {
  return value.isWithheld ? "–" : bandNumbers(value);
}

function panelAnswers(value: TrendValue): string {
  return value.isWithheld ? "–" : numberText(value.answered);
}

const ofPoint = (pick: (point: TrendPoint) => string) => (row: Row) => (row.point ? pick(row.point) : "–");

function columnsFor({ segments, isChanged, minimumYear }: TrendTableProps): Column<Row>[] {
  const names = trendLineNames(minimumYear);
  const number = (key: string, head: string, cell: Column<Row>["cell"]): Column<Row> => ({
    key,
    head,
    number: true,
    cell,
  });
  const latest = [
    number(
      "latest",
      names.allLatest,
      ofPoint(({ allLatest }) => trendShareText(allLatest)),
    ),
    {
      ...number(
        "panel-latest",
        "Panelen mot den",
        ofPoint(({ panelLatest }) => trendShareText(panelLatest)),
      ),
      label: names.panelLatest,
    },
  ];
  return [
    {
      key: "year",
      head: "År",
      cell: (row) =>
        isNamedAlone(row.segment, segments) ? `${row.year}, ${row.segment.code} ${row.segment.name}` : row.year,
    },
    number("all", names.all, (row) =>
      row.gap ? gapNames[row.gap.why] : row.point && <b>{trendShareText(row.point.all)}</b>,
    ),
    number(
      "band",
      "Spann, %",
      ofPoint(({ all }) => bandText(all)),
    ),
    number(
      "answers",
      "Svar",
      ofPoint(({ all }) => answersText(all)),
    ),
    number(
      "panel",
      names.panel,
      ofPoint(({ panel }) => trendShareText(panel)),
    ),
    number(
      "panel-answers",
      "Svar i panelen",
      ofPoint(({ panel }) => panelAnswers(panel)),
    ),
    ...(isChanged ? latest : []),
  ];
}

/** The trend in numbers, a row per year; a year without answers says so. */
export function TrendTable(props: TrendTableProps) {
  return (
    <DataTable
      asList
      caption={<span className="sr-only">Andel som når lägstanivån, år för år</span>}
      rows={rowsOf(props.segments)}
      rowKey={({ segment, year }) => `${year} ${segment.code}`}
      columns={columnsFor(props)}
    />
  );
}
