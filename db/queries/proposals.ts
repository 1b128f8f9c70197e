import { and, asc, desc, eq, isNull, max } from "drizzle-orm";
import type { ProposalRow, SavedRow } from "#domain/proposal.ts";
import { type Db, tables } from "../client.server.ts";

const { proposal, proposalRevision, proposalRow, proposalRemark, person } = tables;

export type Proposal = typeof proposal.$inferSelect;
export type Remark = typeof proposalRemark.$inferSelect;
export type Revision = typeof proposalRevision.$inferSelect;

/** The year's open proposal: there is at most one. */
export function findOpenProposal(db: Db, year: number): Proposal | undefined {
  return db
    .select()
    .from(proposal)
    .where(and(eq(proposal.year, year), isNull(proposal.closedAt)))
    .get();
}

export function findProposal(db: Db, year: number, number: number): Proposal | undefined {
  return db
    .select()
    .from(proposal)
    .where(and(eq(proposal.year, year), eq(proposal.number, number)))
    .get();
}

/** The highest number of the year; 0 before the first proposal. */
export function latestProposalNumber(db: Db, year: number): number {
  return (
    db
      .select({ n: max(proposal.number) })
      .from(proposal)
      .where(eq(proposal.year, year))
      .get()?.n ?? 0
  );
}

export function insertProposal(db: Db, row: Pick<Proposal, "year" | "number" | "createdAt" | "createdBy">): void {
  db.insert(proposal).values(row).run();
}

/** Ends a proposal. `sequence`: the decision that it became; null where it was discarded. */
export function closeProposal(
  db: Db,
  { year, number }: Pick<Proposal, "year" | "number">,
  values: { closedAt: string; closedBy: string | null; sequence: number | null },
): void {
  db.update(proposal)
    .set(values)
    .where(and(eq(proposal.year, year), eq(proposal.number, number)))
    .run();
}

/** The latest save of a proposal and who made it. */
export function findLatestRevision(db: Db, { year, number }: Pick<Proposal, "year" | "number">) {
  return db
    .select({ revision: proposalRevision.revision, savedAt: proposalRevision.savedAt, savedByName: person.name })
    .from(proposalRevision)
    .leftJoin(person, eq(person.id, proposalRevision.savedBy))
    .where(and(eq(proposalRevision.year, year), eq(proposalRevision.number, number)))
    .orderBy(desc(proposalRevision.revision))
    .limit(1)
    .get();
}

/** Stores one save: only the rows that it changed. */
export function insertRevision(db: Db, revision: Revision, rows: readonly ProposalRow[]): void {
  db.insert(proposalRevision).values(revision).run();
  const { savedAt: _savedAt, savedBy: _savedBy, ...key } = revision;
  const stored = rows.map(({ code, group, minimum, ambition, motive }) => ({
    ...key,
    code,
    group,
    minimum,
    ambition,
    motive,
  }));
  if (stored.length > 0) db.insert(proposalRow).values(stored).run();
}

/** Every saved row of a proposal, oldest save first; domain/proposal says which of them stand. */
export function listSavedRows(db: Db, { year, number }: Pick<Proposal, "year" | "number">): SavedRow[] {
  return db
    .select({
      revision: proposalRow.revision,
      code: proposalRow.code,
      group: proposalRow.group,
      minimum: proposalRow.minimum,
      ambition: proposalRow.ambition,
      motive: proposalRow.motive,
    })
    .from(proposalRow)
    .where(and(eq(proposalRow.year, year), eq(proposalRow.number, number)))
    .orderBy(asc(proposalRow.revision))
    .all() as SavedRow[];
}

/** What was noted on a proposal, in the order in which it fell. */
export function listRemarks(
  db: Db,
  { year, number }: Pick<Proposal, "year" | "number">,
): (Remark & { notedByName: string | null })[] {
  return db
    .select({
      year: proposalRemark.year,
      number: proposalRemark.number,
      sequence: proposalRemark.sequence,
      code: proposalRemark.code,
      text: proposalRemark.text,
      notedAt: proposalRemark.notedAt,
      notedBy: proposalRemark.notedBy,
      notedByName: person.name,
    })
    .from(proposalRemark)
    .leftJoin(person, eq(person.id, proposalRemark.notedBy))
    .where(and(eq(proposalRemark.year, year), eq(proposalRemark.number, number)))
    .orderBy(asc(proposalRemark.sequence))
    .all();
}

export function insertRemark(db: Db, row: Remark): void {
  db.insert(proposalRemark).values(row).run();
}
