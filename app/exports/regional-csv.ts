import type { RegionalRow } from "#domain/aggregate.ts";
import { causes } from "#domain/answer.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import { type CsvValue, csvText } from "./csv.ts";

const columns: [string, (row: RegionalRow) => CsvValue][] = [
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

export type RegionalTable = { year: number; definition: Definition; regional: readonly RegionalRow[] };

/** The whole region, one line per sub-capability. Shares are 0–1 with at most 6 decimals; one column per level of the scale. */
export function regionalCsv({ year, definition, regional }: RegionalTable): string {
  const names = new Map(listSubCapabilities(definition).map(({ code, name }) => [code, name]));
  const heads = [
    "year",
    "definition",
    "code",
    "sub_capability",
    ...columns.map(([head]) => head),
    ...definition.levels.map(({ level }) => `level_${level}`),
    "gap_steps",
    ...causes,
  ];
  const rows = regional.map((row) => [
    year,
    definition.version,
    row.code,
    names.get(row.code) ?? null,
    ...columns.map(([, value]) => value(row)),
    ...row.distribution,
    row.gapSteps,
    ...causes.map((cause) => row.causes[cause]),
  ]);
  return csvText(heads, rows);
}
