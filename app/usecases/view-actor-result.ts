import { type Db, inSnapshot } from "#db/client.server.ts";
import { findStanding, type Standing } from "#db/queries/standing.ts";
import type { ActorProfile } from "#domain/actor-profile.ts";
import { actorRow, cellsOf } from "#domain/aggregate.ts";
import type { Confidence } from "#domain/answer.ts";
import type { CellChange } from "#domain/cell-change.ts";
import type { Cell } from "#domain/gap.ts";
import { gapWeight } from "#domain/heatmap-order.ts";
import { type RoundState, roundState } from "#domain/round.ts";
import type { Summary } from "#domain/summary.ts";
import type { NamedActor } from "#domain/target.ts";
import { type ChangesSince, findChanges } from "./find-changes.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { readActorProfile } from "./read-actor-profile.ts";
import { type MeasureFacts, readSubmittedMeasures } from "./read-measures.ts";
import { type ResultFacts, resultFacts } from "./result-facts.ts";

export type ResultRow = {
  cell: Cell;
  name: string;
  /** The name of the level: "Delvis uppfylld". */
  levelName: string | null;
  confidence: Confidence | null;
  /** Since the year of `since`; null where there is none. */
  change: CellChange | null;
};
export type ActorResult = {
  year: number;
  state: RoundState;
  closingDay: string;
  actor: NamedActor;
  submittedAt: string | null;
  /** Of the submission that counts; `paperDate`: where it was given on paper. */
  approval: { approvedAt: string; approvedByName: string | null; paperDate: string | null } | null;
  hasDecisions: boolean;
  total: Summary;
  /** What falls short or is not known: the largest gap first, then unknown, then missing. */
  shortcomings: ResultRow[];
  capabilities: { number: number; name: string; summary: Summary; rows: ResultRow[] }[];
  /** The earlier year that the changes are counted from; null where the actor has none to compare with. */
  since: Omit<ChangesSince, "byCode"> | null;
  /** As the submission that counts was made with them, oldest first. */
  measures: MeasureFacts[];
  /** Beside its category and over the years; null for who may not see the category. */
  profile: ActorProfile | null;
  /** With the profile alone: it counts the others' submissions. */
  facts: ResultFacts | null;
};

/** One actor's result; `withProfile`: for who may see other actors' answers. undefined for a year or actor that the round does not have. */
export function viewActorResult(
  db: Db,
  asked: { year: number; actorId: string; withProfile?: boolean },
  { now }: { now: Date },
): ActorResult | undefined {
  return inSnapshot(db, (tx) => {
    const loaded = loadResults(tx, asked.year);
    const { submission, approval } = findStanding(tx, asked.year, asked.actorId);
    const submittedAt = submission?.submittedAt ?? null;
    // Without a submission of this year nothing has changed: it is not known.
    const changes = loaded && submittedAt !== null ? findChanges(tx, loaded, asked.actorId) : undefined;
    const measures = loaded ? readSubmittedMeasures(tx, { ...asked, definition: loaded.definition }, submission) : [];
    const profile = loaded && asked.withProfile ? readActorProfile(tx, loaded, asked.actorId) : undefined;
    return (
      loaded &&
      resultOf(
        loaded,
        asked.actorId,
        { submittedAt, approval: submission && approval, changes, measures, profile },
        now,
      )
    );
  });
}

type Submitted = {
  submittedAt: string | null;
  approval: Standing["approval"];
  changes: ChangesSince | undefined;
  measures: MeasureFacts[];
  profile?: ActorProfile;
};

function resultOf(
  loaded: RoundResults,
  actorId: string,
  { submittedAt, approval, changes, measures, profile }: Submitted,
  now: Date,
): ActorResult | undefined {
  const place = loaded.actors.findIndex(({ id }) => id === actorId);
  const actor = loaded.actors[place];
  if (!actor) return undefined;
  const cells = cellsOf(loaded.results, place);
  const totals = actorRow(loaded.definition, actorId, cells);
  const rowOf = rowsOf(loaded, cells, { actorId, changes });
  const capabilities = loaded.definition.capabilities.map(({ number, name, subCapabilities }, index) => ({
    number,
    name,
    summary: totals.capabilities[index] ?? totals.total,
    rows: subCapabilities.flatMap((sub) => rowOf(sub) ?? []),
  }));
  const shortStatuses = ["below_minimum", "unknown", "missing"];
  return {
    year: loaded.round.year,
    state: roundState(loaded.round, now),
    closingDay: loaded.round.closingDay,
    actor,
    submittedAt,
    approval: approvalFacts(approval),
    hasDecisions: loaded.levelDecisions.length > 0,
    total: totals.total,
    shortcomings: capabilities
      .flatMap(({ rows }) => rows)
      .filter(({ cell }) => shortStatuses.includes(cell.status))
      .sort((a, b) => gapWeight(a.cell) - gapWeight(b.cell)),
    capabilities,
    since: changes ? { year: changes.year, counts: changes.counts, merged: changes.merged } : null,
    measures,
    profile: profile ?? null,
    facts: profile ? resultFacts(loaded, now) : null,
  };
}

function approvalFacts(approval: Standing["approval"]): ActorResult["approval"] {
  if (!approval) return null;
  const { approvedAt, approvedByName, paperDate } = approval;
  return { approvedAt, approvedByName, paperDate };
}

function rowsOf(
  { definition, answers }: RoundResults,
  own: readonly Cell[],
  { actorId, changes }: { actorId: string; changes: ChangesSince | undefined },
) {
  const cells = new Map(own.map((cell) => [cell.code, cell]));
  const given = new Map(answers.filter(({ actor }) => actor === actorId).map((answer) => [answer.code, answer]));
  const levelNames = new Map(definition.levels.map(({ level, name }) => [level, name]));
  return ({ code, name }: { code: string; name: string }): ResultRow | undefined => {
    const cell = cells.get(code);
    if (!cell) return undefined;
    const levelName = cell.level === null ? null : (levelNames.get(cell.level) ?? null);
    return {
      cell,
      name,
      levelName,
      confidence: given.get(code)?.confidence ?? null,
      change: changes?.byCode[code] ?? null,
    };
  };
}
