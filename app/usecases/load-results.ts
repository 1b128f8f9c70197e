import { type Db, inSnapshot } from "#db/client.server.ts";
import { type Decision, listDecisions, listLevelDecisions, type MotivatedDecision } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRoundActors, type Round } from "#db/queries/rounds.ts";
import { countSubmittedActors, listCountedAnswers } from "#db/queries/submissions.ts";
import { compareActors } from "#domain/actor-order.ts";
import { computeResults, type Results } from "#domain/aggregate.ts";
import type { Definition } from "#domain/definition.ts";
import type { NamedActor } from "#domain/heatmap.ts";

export type CountedAnswerRow = ReturnType<typeof listCountedAnswers>[number];

/** A round with all that is computed from it. The same for every page and export, so that none can say something else. */
export type RoundResults = {
  round: Round;
  definition: Definition;
  /** As frozen when the round opened, by category and name; empty before. */
  actors: NamedActor[];
  /** Newest first. */
  decisions: Decision[];
  levelDecisions: MotivatedDecision[];
  /** The answers that count, with their confidence. */
  answers: CountedAnswerRow[];
  /** How many actors have a submission that counts. */
  submittedCount: number;
  results: Results;
};

/** Reads a round in one consistent read of seven queries and computes its results; undefined for an unknown year. */
export function loadResults(db: Db, year: number): RoundResults | undefined {
  return inSnapshot(db, (tx) => {
    const round = findRound(tx, year);
    const definition = round && findDefinition(tx, round.definitionVersion);
    if (!round || !definition) return undefined;
    const actors = listRoundActors(tx, year)
      .map(({ actorId, name, shortName, category, designated }) => ({
        id: actorId,
        name,
        shortName,
        category,
        designated,
      }))
      .sort(compareActors);
    const decisions = listDecisions(tx, year);
    const levelDecisions = listLevelDecisions(tx, year);
    const answers = listCountedAnswers(tx, year);
    const results = computeResults({ definition, actors, decisions: levelDecisions, answers });
    const submittedCount = countSubmittedActors(tx, year);
    return { round, definition, actors, decisions, levelDecisions, answers, submittedCount, results };
  });
}
