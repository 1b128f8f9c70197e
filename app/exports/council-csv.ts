import { aboutColumns, aboutHeads } from "./about-columns.ts";
import type { CouncilBasis } from "./council-basis-schema.ts";
import { csvText } from "./csv.ts";

const heads = [
  "year",
  "definition",
  "code",
  "sub_capability",
  "shown",
  "answered",
  "applicable",
  "share_meeting",
  "share_low",
  "share_high",
] as const;

/** What the council sees of the region, one line per sub-capability; `shown` says why a value is withheld. */
export function councilCsv({ about, subCapabilities }: Pick<CouncilBasis, "about" | "subCapabilities">): string {
  const rows = subCapabilities.map((row) => [
    about.year,
    about.definition.version,
    row.code,
    row.name,
    row.shown,
    row.answered,
    row.applicable,
    row.shareMeeting,
    row.shareLow,
    row.shareHigh,
    ...aboutColumns(about),
  ]);
  return csvText([...heads, ...aboutHeads], rows);
}
