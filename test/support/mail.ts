import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { listMail } from "#db/queries/mail.ts";
import { updateMembershipEnd } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { mailStates } from "#domain/mail.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { anAnswer, indicatorsAnswered } from "./builders.ts";
import { signedIn, testNow } from "./request.ts";
import { testYear } from "./stored.ts";

/** A person with this role at Haninge, or at no actor; `end` ends the role. */
export function aMember(db: Db, role: Role, actorId: string | null = "haninge") {
  const { personId, membershipId, cookie } = signedIn(db, { role, actorId });
  return { personId, cookie, end: (at: Date) => updateMembershipEnd(db, membershipId, at.toISOString()) };
}

/** Fills Haninge's assessment in and submits it. */
export function submitHaninge(db: Db, personId: string, now = testNow): void {
  const key = { year: testYear, actorId: "haninge" };
  for (const code of ["1:1", "1:2", "2:1"]) {
    const content = anAnswer({ indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }) });
    saveAnswer(
      db,
      { ...key, code, baseRevision: 0, saveId: randomUUID(), content },
      { now, personId, role: "coordinator" },
    );
  }
  const result = submitAssessment(db, key, { now, personId });
  if (!result.ok) throw new Error(result.problem);
}

/** Every message there is, as `kind to person`, in the order of their names. */
export function mailed(db: Db): string[] {
  return listMail(db, mailStates, 1000)
    .map(({ kind, role, actorId }) => `${kind} to ${role} ${actorId ?? ""}`.trim())
    .sort();
}
