import { causes } from "#domain/answer.ts";
import { aboutColumns, aboutHeads } from "./about-columns.ts";
import { type CsvValue, csvText } from "./csv.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Row = PlanningBasis["subCapabilities"][number];

const columns: [string, (row: Row) => CsvValue][] = [
  ["code", (row) => row.code],
  ["sub_capability", (row) => row.name],
  ["applicable", (row) => row.applicable],
  ["missing", (row) => row.missing],
  ["answered", (row) => row.answered],
  ["unknown", (row) => row.unknown],
  ["no_minimum", (row) => row.noMinimum],
  ["expected", (row) => row.expected],
  ["below_minimum", (row) => row.belowMinimum],
  ["meets_minimum", (row) => row.meetsMinimum],
  ["meets_ambition", (row) => row.meetsAmbition],
  ["not_meeting", (row) => row.notMeeting],
  ["share_meeting", (row) => row.shareMeeting],
  ["share_low", (row) => row.shareLow],
  ["share_high", (row) => row.shareHigh],
  ["median", (row) => row.median],
];

/** The whole region, one line per sub-capability. Shares are 0–1 with at most 6 decimals; one column per level of the scale. */
export function regionalCsv({
  about,
  scale,
  subCapabilities,
}: Pick<PlanningBasis, "about" | "scale" | "subCapabilities">): string {
  const heads = [
    "year",
    "definition",
    ...columns.map(([head]) => head),
    ...scale.map(({ level }) => `level_${level}`),
    "gap_steps",
    ...causes,
    ...aboutHeads,
  ];
  const rows = subCapabilities.map((row) => [
    about.year,
    about.definition.version,
    ...columns.map(([, value]) => value(row)),
    ...row.distribution,
    row.gapSteps,
    ...causes.map((cause) => row.causes[cause]),
    ...aboutColumns(about),
  ]);
  return csvText(heads, rows);
}
