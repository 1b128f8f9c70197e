import type { Db } from "#db/client.server.ts";
import { listOccurrences } from "#db/queries/occurrences.ts";
import { monthsBefore, stockholmDay } from "#domain/day.ts";
import type { Definition } from "#domain/definition.ts";
import { type ObservedShortcomings, observationsByCode } from "#domain/observed-shortcoming.ts";
import { provenWithinMonths } from "#domain/scale.ts";
import { codesIn } from "./read-occurrences.ts";

/**
 * What did not work in the events and exercises of the last 24 months, by this definition's codes. It tells of single actors:
 * for the office and the chief group (method § 7). At most four queries.
 */
export function readObservedShortcomings(db: Db, definition: Definition, now: Date): Map<string, ObservedShortcomings> {
  const earliest = monthsBefore(stockholmDay(now), provenWithinMonths);
  const recent = listOccurrences(db).filter(({ isRemoved, day }) => !isRemoved && day >= earliest);
  if (recent.length === 0) return new Map();
  const codeOf = codesIn(db, definition);
  return observationsByCode(
    recent.flatMap(({ id, observations }) =>
      observations.flatMap((observation) => {
        const code = observation.isRemoved ? null : codeOf(observation);
        const { actorId, shortcomings } = observation;
        return code === null ? [] : [{ occurrence: id, actorId, code, shortcomings }];
      }),
    ),
  );
}
