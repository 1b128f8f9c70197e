import { type Db, inSnapshot } from "#db/client.server.ts";
import { type Decision, findDecidedYearBefore } from "#db/queries/decisions.ts";
import { findLatestSubmission, listSubmittedAnswers } from "#db/queries/submissions.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { findSubCapability, indicatorsFor, type LevelAnchor, type SubCapability } from "#domain/definition.ts";
import type { Cell } from "#domain/gap.ts";
import type { NamedActor } from "#domain/heatmap.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import { proposalFor } from "#domain/submission.ts";
import { decisionsInForce, type Group, groupsOf, type LevelDecision } from "#domain/target.ts";
import { type CellYear, findCellYears } from "./find-cell-years.ts";
import { type LinkedOccurrence, linkedOccurrences } from "./find-usable-occurrences.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { type MeasureFacts, readSubmittedMeasures } from "./read-measures.ts";

/**
 * Where a level in force comes from. `before`: what to see the difference against, "2026-1" the decision before or "2025" the
 * year's that has one; null: it is the first of all.
 */
export type LevelSource = { group: Group; motive: string; before: string | null } & Pick<
  Decision,
  "sequence" | "decidedOn" | "reference" | "registryNumber"
>;
export type CellView = {
  year: number;
  state: RoundState;
  actor: NamedActor;
  sub: SubCapability;
  /** Ids of the indicators directed to the actor. */
  directed: string[];
  levels: LevelAnchor[];
  cell: Cell;
  /** The counted answer in full; null where nothing counts. */
  content: AnswerContent | null;
  proposed: number | null;
  /** The recorded events and exercises that its evidence points to. */
  linked: LinkedOccurrence[];
  /** As the submission that counts was made with them. */
  measures: MeasureFacts[];
  submission: { number: number; submittedAt: string; submittedByName: string | null } | null;
  minimumSource: LevelSource | null;
  ambitionSource: LevelSource | null;
  /** The same in the rounds before, newest first. */
  earlierYears: CellYear[];
};

/** What lies behind one cell; undefined for a year, actor or code that the round does not have. */
export function viewCell(
  db: Db,
  asked: { year: number; actorId: string; code: string },
  { now }: { now: Date },
): CellView | undefined {
  return inSnapshot(db, (tx) => readCell(tx, asked, now));
}

function readCell(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string },
  now: Date,
): CellView | undefined {
  const loaded = loadResults(db, year);
  const actor = loaded?.actors.find(({ id }) => id === actorId);
  const sub = loaded && findSubCapability(loaded.definition, code);
  const cell = loaded?.results.cells.find((candidate) => candidate.actor === actorId && candidate.code === code);
  if (!loaded || !actor || !sub || !cell) return undefined;
  const { definition, round } = loaded;
  const submission = findLatestSubmission(db, year, actorId);
  const answer = listSubmittedAnswers(db, year, actorId).find((candidate) => candidate.code === code);
  const content = answer?.content ?? null;
  const { designated } = actor;
  const measures = readSubmittedMeasures(db, { year, actorId, definition }, submission);
  return {
    year,
    state: roundState(round, now),
    actor,
    sub,
    directed: indicatorsFor(sub, { designated }).map(({ id }) => id),
    levels: definition.levels,
    cell,
    content,
    proposed: content && proposalFor({ definition, sub, designated, content, closingDay: round.originalClosingDay }),
    linked: content ? linkedOccurrences(db, actorId, [content]) : [],
    measures: measures.filter((measure) => measure.code === code),
    submission: submission ?? null,
    minimumSource: sourceOf(db, loaded, actor, cell, "minimum"),
    ambitionSource: sourceOf(db, loaded, actor, cell, "ambition"),
    earlierYears: findCellYears(db, { year, actorId, code, definition }),
  };
}

/** The decision that a level in force comes from: of those in force for the actor's groups, the one that says it. */
function sourceOf(
  db: Db,
  { round, levelDecisions, decisions }: RoundResults,
  actor: NamedActor,
  cell: Cell,
  which: "minimum" | "ambition",
): LevelSource | null {
  const [code, level] = [cell.code, cell[which]];
  if (level === null) return null;
  const byGroup = decisionsInForce(levelDecisions).get(code);
  for (const group of groupsOf(actor)) {
    const inForce = byGroup?.get(group);
    const decision = decisions.find(({ sequence }) => sequence === inForce?.sequence);
    if (inForce?.[which] !== level || !decision) continue;
    const { sequence, decidedOn, reference, registryNumber } = decision;
    const isIt = (each: LevelDecision) => each.sequence === sequence && each.code === code && each.group === group;
    const motive = levelDecisions.find(isIt)?.motive ?? "";
    const before = sequence > 1 ? `${round.year}-${sequence - 1}` : findDecidedYearBefore(db, round.year)?.toString();
    return { group, motive, before: before ?? null, sequence, decidedOn, reference, registryNumber };
  }
  return null;
}
