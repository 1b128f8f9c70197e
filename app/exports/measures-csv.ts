import { aboutColumns, aboutHeads } from "./about-columns.ts";
import { csvText } from "./csv.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

const heads = [
  "year",
  "definition",
  "actor_id",
  "actor",
  "code",
  "code_then",
  "noted_in",
  "number",
  "what",
  "holder",
  "due",
  "first_due",
  "state",
  "note",
] as const;

/** What the actors will do, one measure per line; `code` is empty where no line leads to this year's version. */
export function measuresCsv({ about, actors, measures }: Pick<PlanningBasis, "about" | "actors" | "measures">): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const rows = measures.map((measure) => [
    about.year,
    about.definition.version,
    measure.actor,
    names.get(measure.actor) ?? null,
    measure.code,
    measure.codeThen,
    measure.year,
    measure.number,
    measure.what,
    measure.holder,
    measure.dueDay,
    measure.firstDueDay,
    measure.state,
    measure.note,
    ...aboutColumns(about),
  ]);
  return csvText([...heads, ...aboutHeads], rows);
}
