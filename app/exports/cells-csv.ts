import type { Confidence } from "#domain/answer.ts";
import type { Cell } from "#domain/gap.ts";
import { type CsvValue, csvText } from "./csv.ts";

const heads = [
  "year",
  "definition",
  "actor_id",
  "actor",
  "category",
  "designated",
  "code",
  "level",
  "minimum",
  "ambition",
  "gap",
  "status",
  "confidence",
  "causes",
] as const;

export type CellsTable = {
  year: number;
  /** The definition's version. */
  definition: string;
  actors: readonly { id: string; name: string; category: string; designated: boolean }[];
  cells: readonly Cell[];
  /** The counted answers' confidence. */
  answers: readonly { actor: string; code: string; confidence: Confidence | null }[];
};

/** Every cell of a round, one per line, in the order of `cells`. Several causes stand in one field, with commas. */
export function cellsCsv({ year, definition, actors, cells, answers }: CellsTable): string {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]));
  const key = (actor: string, code: string) => `${actor}\n${code}`;
  const confidences = new Map(answers.map(({ actor, code, confidence }) => [key(actor, code), confidence]));
  const rows = cells.map((cell): Record<(typeof heads)[number], CsvValue> => {
    const actor = actorById.get(cell.actor);
    return {
      year,
      definition,
      actor_id: cell.actor,
      actor: actor?.name ?? null,
      category: actor?.category ?? null,
      designated: actor?.designated ?? null,
      code: cell.code,
      level: cell.level,
      minimum: cell.minimum,
      ambition: cell.ambition,
      gap: cell.gap,
      status: cell.status,
      confidence: confidences.get(key(cell.actor, cell.code)) ?? null,
      causes: cell.causes.join(","),
    };
  });
  return csvText(
    heads,
    rows.map((row) => heads.map((head) => row[head])),
  );
}
