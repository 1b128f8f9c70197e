// Recorded events and exercises for tests, through use cases.
import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import type { ObservationContent } from "#domain/occurrence.ts";
import { noteObservation } from "#usecases/save-observation.ts";
import { type RecordedBy, recordOccurrence } from "#usecases/save-occurrence.ts";

export const anExercise = {
  kind: "exercise" as const,
  name: "Samverkansövning Snö",
  day: "2026-02-10",
  participants: ["haninge", "solna"],
};

/** Records an exercise of 10 February 2026 with Haninge and Solna, unless something else is said: its id. */
export function storeOccurrence(db: Db, by: RecordedBy, change: Partial<typeof anExercise> | object = {}): number {
  const result = recordOccurrence(db, { content: { ...anExercise, ...change }, saveId: randomUUID() }, by);
  if (!result.ok) throw new Error(result.problem);
  return result.id;
}

/** Notes that 1:1 worked, unless something else is said. */
export function storeObservation(
  db: Db,
  occurrenceId: number,
  by: RecordedBy,
  change: Partial<ObservationContent> = {},
) {
  const content = { code: "1:1", worked: "Larmet gick fram.", shortcomings: "", ...change };
  const result = noteObservation(db, { occurrenceId, saveId: randomUUID(), content }, by);
  if (!result.ok) throw new Error(result.problem);
}
