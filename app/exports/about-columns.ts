import { coverageText, decisionsLine, stateText, stockholmStamp } from "#text/planning-basis.ts";
import type { About } from "./basis-parts-schema.ts";
import type { CsvValue } from "./csv.ts";

/** A CSV file has no page to say this on: every row carries what the file is, last. */
export const aboutHeads = ["round", "decisions", "coverage", "made_at", "made_by", "secrecy"] as const;

/** The values under `aboutHeads`; `made_at` is in Stockholm. */
export function aboutColumns(about: About): CsvValue[] {
  return [
    stateText(about.round),
    decisionsLine(about.decisions),
    coverageText(about.coverage),
    stockholmStamp(about.madeAt),
    about.madeBy,
    about.secrecy,
  ];
}
