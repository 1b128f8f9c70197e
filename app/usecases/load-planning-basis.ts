import { type Db, inSnapshot } from "#db/client.server.ts";
import { cellsOf } from "#domain/aggregate.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { findPatterns } from "#domain/pattern.ts";
import { summarize } from "#domain/summary.ts";
import { decisionsInForce } from "#domain/target.ts";
import { type PlanningBasis, planningBasisFormat } from "#exports/planning-basis-schema.ts";
import { aboutOf, changeOf, type Making } from "./basis-about.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { readRegionMeasures } from "./read-measures.ts";
import { type OverviewView, overviewIn } from "./view-overview.ts";
import { commonRows } from "./view-region.ts";

/** The whole basis of a year, read at one moment; undefined for an unknown year. */
export function loadPlanningBasis(db: Db, year: number, making: Making): PlanningBasis | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, year);
    if (!loaded) return undefined;
    const overview = overviewIn(tx, loaded, { isCouncil: false, now: making.now });
    const { withheld: _none, ...reach } = overview.reach;
    return {
      $schema: `underlag-${year}.schema.json`,
      format: planningBasisFormat,
      about: aboutOf(loaded, overview, { ...making, isCouncil: false }),
      scale: loaded.definition.levels,
      since: overview.since?.year ?? null,
      reach,
      capabilities: capabilityRows(loaded, overview),
      subCapabilities: subRows(loaded, overview),
      priority: loaded.results.priority,
      actors: actorRows(loaded),
      cells: cellRows(loaded),
      patterns: patternsOf(loaded),
      measures: measureRows(tx, loaded),
      commonFunctions: commonRows(tx, year, making.now),
    };
  });
}

function capabilityRows({ results }: RoundResults, overview: OverviewView): PlanningBasis["capabilities"] {
  return overview.capabilities.flatMap(({ capability: number, name, before, isMinimumChanged }) => {
    const row = results.capabilities.find(({ capability }) => capability === number);
    if (!row) return [];
    const { capability: _number, ...summary } = row;
    return [{ number, name, ...summary, before, isMinimumChanged }];
  });
}

function subRows({ definition, levelDecisions, results }: RoundResults, { since }: OverviewView) {
  const inForce = decisionsInForce(levelDecisions);
  const rows = new Map(results.regional.map((row) => [row.code, row]));
  const changes = new Map(since?.changes.map((change) => [change.code, change]));
  return definition.capabilities.flatMap(({ number, subCapabilities }) =>
    subCapabilities.flatMap(({ code, name }): PlanningBasis["subCapabilities"] => {
      const [row, change] = [rows.get(code), changes.get(code)];
      const levels = [...(inForce.get(code)?.values() ?? [])];
      const targets = levels
        .filter(({ minimum, ambition }) => minimum !== null || ambition !== null)
        .map(({ group, minimum, ambition, sequence }) => ({ group, minimum, ambition, decision: sequence }));
      if (!row) return [];
      return [{ ...row, code, name, capability: number, targets, change: change ? changeOf(change) : null }];
    }),
  );
}

function patternsOf(loaded: RoundResults): PlanningBasis["patterns"] {
  const { causes, gapPairs, help, doubtful } = findPatterns(loaded);
  return { causes, gapPairs, help, doubtful };
}

function actorRows({ actors, answers, results }: RoundResults): PlanningBasis["actors"] {
  const answering = new Set(answers.map(({ actor }) => actor));
  return actors.map((actor, place) => ({
    ...actor,
    hasSubmitted: answering.has(actor.id),
    ...summarize(cellsOf(results, place)),
  }));
}

function cellRows({ answers, results }: RoundResults): PlanningBasis["cells"] {
  const key = (actor: string, code: string) => `${actor}\n${code}`;
  const confidences = new Map(answers.map(({ actor, code, confidence }) => [key(actor, code), confidence]));
  return results.cells.map((cell) => ({ ...cell, confidence: confidences.get(key(cell.actor, cell.code)) ?? null }));
}

function measureRows(db: Db, { round, definition, actors }: RoundResults): PlanningBasis["measures"] {
  const order = new Map(listSubCapabilities(definition).map(({ code }, index) => [code, index]));
  const actorOrder = new Map(actors.map(({ id }, index) => [id, index]));
  const place = ({ code, actor }: { code: string | null; actor: string }) =>
    (order.get(code ?? "") ?? order.size) * actors.length + (actorOrder.get(actor) ?? 0);
  return readRegionMeasures(db, { year: round.year, definition })
    .map(({ actorId, year, number, code, codeThen, what, holder, dueDay, firstDueDay, state, note, before }) => ({
      actor: actorId,
      year,
      number,
      code,
      codeThen,
      what,
      holder,
      dueDay,
      firstDueDay,
      state,
      note,
      before,
    }))
    .sort((a, b) => place(a) - place(b));
}
