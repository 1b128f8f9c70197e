import type { Group } from "#domain/target.ts";
import { csvText } from "./csv.ts";

const heads = [
  "year",
  "definition",
  "code",
  "sub_capability",
  "group",
  "minimum",
  "ambition",
  "decision",
  "decided_on",
  "meeting",
  "reference",
  "registry_number",
  "motive",
] as const;

export type LevelsTable = {
  year: number;
  definition: string;
  rows: readonly {
    code: string;
    name: string;
    group: Group;
    minimum: number | null;
    ambition: number | null;
    sequence: number;
    decidedOn: string;
    meeting: string | null;
    reference: string;
    registryNumber: string | null;
    motive: string;
  }[];
};

/** The levels in force, one line per sub-capability and group, each with the decision that it comes from. */
export function levelsCsv({ year, definition, rows }: LevelsTable): string {
  return csvText(
    heads,
    rows.map((row) => [
      year,
      definition,
      row.code,
      row.name,
      row.group,
      row.minimum,
      row.ambition,
      row.sequence,
      row.decidedOn,
      row.meeting,
      row.reference,
      row.registryNumber,
      row.motive,
    ]),
  );
}
