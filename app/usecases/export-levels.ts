import type { Db } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound } from "#db/queries/rounds.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { decisionsInForce } from "#domain/target.ts";
import { levelsCsv } from "#exports/levels-csv.ts";
import { groupsFor } from "./decide-levels.ts";

/** A year's levels in force as CSV, in definition order; undefined without a round. */
export function exportLevels(db: Db, year: number): string | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!definition) return undefined;
  const levels = listLevelDecisions(db, year);
  const decisions = new Map(listDecisions(db, year).map((decision) => [decision.sequence, decision]));
  const motives = new Map(levels.map(({ sequence, code, group, motive }) => [`${sequence} ${code} ${group}`, motive]));
  const inForce = decisionsInForce(levels);
  const order = groupsFor(db, year);
  const rows = listSubCapabilities(definition).flatMap(({ code, name }) =>
    [...(inForce.get(code)?.values() ?? [])]
      .filter(({ minimum, ambition }) => minimum !== null || ambition !== null)
      .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
      .flatMap((level) => {
        const decision = decisions.get(level.sequence);
        const motive = motives.get(`${level.sequence} ${code} ${level.group}`) ?? "";
        return decision ? [{ ...decision, ...level, name, motive }] : [];
      }),
  );
  return levelsCsv({ year, definition: definition.version, rows });
}
