import { type Db, inSnapshot } from "#db/client.server.ts";
import { type Decision, listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { listOnBehalf, type OnBehalf } from "#db/queries/on-behalf.ts";
import { findStanding, type Standing } from "#db/queries/standing.ts";
import { listSubmittedAnswers } from "#db/queries/submissions.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { type Others, othersIn } from "#domain/disclosure.ts";
import { decisionsInForce, groupsOf } from "#domain/target.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { type ActorResult, viewActorResult } from "./view-actor-result.ts";

export type ActorReport = ActorResult & {
  /** Why the counted answer is what it is, by code; "" or none where nothing was written. */
  reasons: Record<string, string>;
  /** Why the level has changed much since the earlier year, by code; none where nothing was written. */
  changeReasons: Record<string, string>;
  /** What the office filled in from, where it did so for the actor in the submission that counts. */
  filledInFrom: OnBehalf[];
  /** Who made the submission that counts, and its number; null where none counts. */
  submission: { number: number; submittedByName: string | null } | null;
  definitionVersion: string;
  /** How the others stand, by code; null before the release, when nobody sees anything of others. */
  others: Record<string, Others> | null;
  /** The decisions that the actor's levels in force come from, oldest first. */
  inForce: Pick<Decision, "sequence" | "decidedOn" | "reference" | "registryNumber">[];
};

/**
 * One actor's result with what a reader on paper cannot follow a link to; undefined as for the result itself. `own`: the actors
 * that the reader answers for.
 */
export function viewActorReport(
  db: Db,
  asked: { year: number; actorId: string; own?: ReadonlySet<string> },
  by: { now: Date },
): ActorReport | undefined {
  return inSnapshot(db, (tx) => {
    const result = viewActorResult(tx, asked, by);
    if (!result) return undefined;
    const loaded = loadResults(tx, asked.year);
    if (!loaded) return undefined;
    const { submission } = findStanding(tx, asked.year, asked.actorId);
    const answers = listSubmittedAnswers(tx, asked.year, asked.actorId);
    const reasons = Object.fromEntries(answers.map(({ code, content }) => [code, content.reason]));
    const changeReasons = Object.fromEntries(
      answers.flatMap(({ code, content }) => (content.changeReason ? [[code, content.changeReason]] : [])),
    );
    const used = new Set([submission?.onBehalf, ...answers.map(({ onBehalf }) => onBehalf)]);
    const filledInFrom = listOnBehalf(tx, asked.year, asked.actorId).filter(({ sequence }) => used.has(sequence));
    return {
      ...result,
      reasons,
      changeReasons,
      filledInFrom,
      inForce: decisionsFor(tx, asked.year, result.actor),
      submission: submissionFacts(submission),
      definitionVersion: loaded.round.definitionVersion,
      others: result.state === "released" ? othersByCode(loaded, asked) : null,
    };
  });
}

function submissionFacts(submission: Standing["submission"]): ActorReport["submission"] {
  if (!submission) return null;
  const { number, submittedByName } = submission;
  return { number, submittedByName };
}

function othersByCode(
  { definition, results }: RoundResults,
  { actorId, own }: { actorId: string; own?: ReadonlySet<string> },
): Record<string, Others> {
  return Object.fromEntries(
    listSubCapabilities(definition).map(({ code }) => {
      const cells = results.cells.filter((cell) => cell.code === code);
      return [code, othersIn(cells, actorId, own)];
    }),
  );
}

function decisionsFor(db: Db, year: number, actor: ActorResult["actor"]): ActorReport["inForce"] {
  const groups = groupsOf(actor);
  const decided = [...decisionsInForce(listLevelDecisions(db, year)).values()];
  const levels = decided.flatMap((byGroup) => groups.flatMap((group) => byGroup.get(group) ?? []));
  const sequences = new Set(
    levels.filter(({ minimum, ambition }) => minimum !== null || ambition !== null).map(({ sequence }) => sequence),
  );
  return listDecisions(db, year)
    .filter(({ sequence }) => sequences.has(sequence))
    .map(({ sequence, decidedOn, reference, registryNumber }) => ({ sequence, decidedOn, reference, registryNumber }))
    .toReversed();
}
