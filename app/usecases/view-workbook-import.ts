import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { findWorkbookImport, type WorkbookImport } from "#db/queries/workbook-imports.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { type AnswerChange, changesBetween, partKey, partsOf } from "#domain/answer-part.ts";
import { indicatorsFor, listSubCapabilities, type SubCapability } from "#domain/definition.ts";
import type { ReadAnswer, WorkbookProblem } from "#domain/workbook-reading.ts";
import type { Assessment } from "./read-assessment.ts";

/** One part that the workbook would change, with the cell that says so. `key`: the part's name within its answer. */
export type ProposedChange = AnswerChange & { key: string; sheet: string; cell: string };

/** What the workbook would change in one sub-capability. `revision`: the saved one that `from` shows. */
export type ProposedAnswer = {
  code: string;
  name: string;
  /** The indicators that the survey page shows, in its order. */
  indicatorIds: string[];
  revision: number;
  changes: ProposedChange[];
  /** Who saved since the workbook was downloaded, and when; null where nobody did. */
  stale: { savedAt: string; savedByName: string | null } | null;
};

export type WorkbookProposal = {
  id: string;
  fileName: string;
  answers: ProposedAnswer[];
  problems: WorkbookProblem[];
};

/** What the person's uploaded workbook would change now; undefined without one. One query, and one more per answer that others saved since. */
export function viewWorkbookImport(
  db: Db,
  assessment: Assessment,
  { now, personId }: { now: Date; personId: string },
): WorkbookProposal | undefined {
  const key = { personId, year: assessment.round.year, actorId: assessment.actor.id };
  const found = findWorkbookImport(db, key, now.toISOString());
  return found && proposalOf(db, assessment, found);
}

function proposalOf(db: Db, assessment: Assessment, { id, fileName, content }: WorkbookImport): WorkbookProposal {
  const read = new Map(content.answers.map((answer) => [answer.code, answer]));
  const answers = listSubCapabilities(assessment.definition).flatMap((sub): ProposedAnswer[] => {
    const answer = read.get(sub.code);
    const proposed = answer && proposedAnswer(db, assessment, sub, answer);
    return proposed && proposed.changes.length > 0 ? [proposed] : [];
  });
  return { id, fileName, answers, problems: content.problems };
}

function proposedAnswer(db: Db, assessment: Assessment, sub: SubCapability, read: ReadAnswer): ProposedAnswer {
  const { round, actor } = assessment;
  const saved = assessment.answers.get(sub.code);
  const current = saved?.content ?? emptyAnswer();
  const isStale = saved !== undefined && saved.revision !== read.baseRevision;
  const place = { year: round.year, actorId: actor.id, code: sub.code };
  const base = isStale ? (findAnswer(db, place, read.baseRevision)?.content ?? emptyAnswer()) : current;
  const indicatorIds = indicatorsFor(sub, actor).map(({ id }) => id);
  const places = new Map(read.parts.map(({ part, sheet, cell }) => [partKey(part), { sheet, cell }]));
  const changes = changesBetween(
    partsOf(base, indicatorIds),
    partsOf(current, indicatorIds),
    read.parts.map(({ part }) => part),
  );
  return {
    code: sub.code,
    name: sub.name,
    indicatorIds,
    revision: saved?.revision ?? 0,
    changes: changes.map((change) => {
      const key = partKey(change.to);
      return { ...change, key, ...(places.get(key) ?? { sheet: "", cell: "" }) };
    }),
    stale: isStale ? { savedAt: saved.savedAt, savedByName: saved.savedByName } : null,
  };
}
