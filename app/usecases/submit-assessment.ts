import { type Db, inTransaction } from "#db/client.server.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import type { Role } from "#domain/access.ts";
import { ACTOR_REGISTRY_NUMBER_LENGTH } from "#domain/approval-limits.ts";
import { mayRoleMove } from "#domain/assessment.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import type { MissingField } from "#domain/submission.ts";
import { mailSubmitted } from "#mail/events.ts";
import { type Assessment, isDirected, missingIn, readAssessment, type UnknownAssessment } from "./read-assessment.ts";

export type MissingInSub = { code: string; name: string; missing: MissingField[] };

export type SubmitAssessmentResult =
  | { ok: true; number: number; submittedAt: string }
  | { ok: false; problem: "incomplete"; missing: MissingInSub[] }
  | { ok: false; problem: "round_not_open" | "submitted" | "not_yours" | "registry_number_long" }
  | UnknownAssessment;

/**
 * Stores the assessment as it stands as a numbered snapshot that counts, or tells what it lacks per sub-capability.
 * `registryNumber`: the actor's own diarienummer, if it has one. `role`: as whom; a coordinator where it is not given.
 */
export function submitAssessment(
  db: Db,
  { year, actorId, registryNumber = "" }: { year: number; actorId: string; registryNumber?: string },
  { now, personId, role = "coordinator" }: { now: Date; personId: string; role?: Role },
): SubmitAssessmentResult {
  return inTransaction(db, (tx) => {
    const read = readAssessment(tx, { year, actorId }, now);
    if (!read.ok) return read;
    const { assessment } = read;
    const { standing } = assessment;
    const { onBehalf } = standing;
    if (!mayRoleMove("submit", role, onBehalf !== undefined)) return { ok: false, problem: "not_yours" };
    if (!standing.may("submit")) {
      return { ok: false, problem: standing.state === "draft" ? "round_not_open" : "submitted" };
    }
    if (registryNumber.trim().length > ACTOR_REGISTRY_NUMBER_LENGTH)
      return { ok: false, problem: "registry_number_long" };
    const missing = listMissing(assessment);
    if (missing.length > 0) return { ok: false, problem: "incomplete", missing };

    const number = standing.latestNumber + 1;
    const submittedAt = now.toISOString();
    const revisions = directedSubs(assessment).flatMap(({ code }) => assessment.answers.get(code) ?? []);
    insertSubmission(
      tx,
      {
        ...{ year, actorId, number, submittedAt, submittedBy: personId },
        registryNumber: registryNumber.trim() || null,
        onBehalf: role === "office" ? (onBehalf?.sequence ?? null) : null,
      },
      revisions.map(({ code, revision }) => ({ code, revision })),
    );
    mailSubmitted(tx, { year, actorId, number }, { now, personId });
    return { ok: true, number, submittedAt };
  });
}

/** The sub-capabilities that are not ready, in definition order, with what each lacks. */
export function listMissing(assessment: Assessment): MissingInSub[] {
  return directedSubs(assessment)
    .map((sub) => ({ code: sub.code, name: sub.name, missing: missingIn(assessment, sub) }))
    .filter(({ missing }) => missing.length > 0);
}

function directedSubs(assessment: Assessment) {
  return listSubCapabilities(assessment.definition).filter((sub) => isDirected(assessment, sub));
}
