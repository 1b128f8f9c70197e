import type { Db } from "#db/client.server.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listRoundsOf } from "#db/queries/rounds.ts";
import { listSubmittedAnswers } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { cellRows } from "#domain/aggregate.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import type { Cell, CountedAnswer } from "#domain/gap.ts";
import { comparabilityOf, type LineageStep, lineageBetween } from "#domain/version-map.ts";

/** An earlier year of a cell. `cell` null: it cannot be compared, `breaks` says why. `code`: what it was called then. */
export type CellYear = { year: number; code: string | null; cell: Cell | null; breaks: LineageStep[] };
type Asked = { year: number; actorId: string; code: string; definition: Definition };

/** The same actor and sub-capability in every earlier round that the actor was in, newest first. Reads only the actor's own. */
export function findCellYears(db: Db, { year, actorId, code, definition }: Asked): CellYear[] {
  const maps = listVersionMaps(db);
  return listRoundsOf(db, actorId)
    .filter((round) => round.year < year)
    .flatMap((round): CellYear[] => {
      const then = findDefinition(db, round.definitionVersion);
      if (!then) return [];
      const comparability = comparabilityOf(lineageBetween(maps, { from: then.version, definition }), code);
      if (!comparability.comparable)
        return [{ year: round.year, code: null, cell: null, breaks: comparability.breaks }];
      const { category, designated } = round.frozen;
      const decisions = listLevelDecisions(db, round.year);
      const answers = ownAnswers(db, round.year, actorId);
      const actors = [{ id: actorId, category, designated }];
      const subs = listSubCapabilities(then).filter((sub) => sub.code === comparability.from);
      const [row] = cellRows({ definition: then, actors, decisions, answers }, subs);
      return [{ year: round.year, code: comparability.from, cell: row?.[0] ?? null, breaks: [] }];
    });
}

function ownAnswers(db: Db, year: number, actor: string): CountedAnswer[] {
  return listSubmittedAnswers(db, year, actor).flatMap(({ code, content: { kind, level, causes } }) =>
    kind === null ? [] : [{ actor, code, kind, level, causes }],
  );
}
