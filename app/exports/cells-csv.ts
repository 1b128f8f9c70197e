import { aboutColumns, aboutHeads } from "./about-columns.ts";
import { type CsvValue, csvText } from "./csv.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

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

/** Every cell of a round, one per line, in the order of `cells`. Several causes stand in one field, with commas. */
export function cellsCsv({ about, actors, cells }: Pick<PlanningBasis, "about" | "actors" | "cells">): string {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]));
  const rows = cells.map((cell): Record<(typeof heads)[number], CsvValue> => {
    const actor = actorById.get(cell.actor);
    return {
      year: about.year,
      definition: about.definition.version,
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
      confidence: cell.confidence,
      causes: cell.causes.join(","),
    };
  });
  return csvText(
    [...heads, ...aboutHeads],
    rows.map((row) => [...heads.map((head) => row[head]), ...aboutColumns(about)]),
  );
}
