// What became of the demo's submissions: approved in the tool or on paper, sent back, reopened; most wait for their approver.
import type { Db } from "#db/client.server.ts";
import { findLatestSubmission } from "#db/queries/submissions.ts";
import { stockholmDay } from "#domain/day.ts";
import { approveAssessment } from "#usecases/approve-assessment.ts";
import { recordPaperApproval } from "#usecases/record-paper-approval.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { sendBackAssessment } from "#usecases/send-back-assessment.ts";
import { done } from "./done.ts";
import { memberOf, shownActor } from "./people.ts";
import { atWork, daysFrom, type RoundTimes } from "./times.ts";

type Role = "approver" | "coordinator" | "office";

const approvedNow = ["lidingo-stad"];
const onPaper = ["region-stockholm", "sos-alarm"];
const sentBack = "sundbybergs-stad";
const reopened = "tyreso-kommun";

/** Plays what happened to the submissions of a round that is open, before its demo clock forty days after opening. */
export function playApprovals(db: Db, times: RoundTimes, yearsAgo: 0 | 1 | 2): void {
  const { year, openedAt, closingDay } = times;
  const now = atWork(openedAt, 36, 0.3);
  const by = (role: Role, actorId: string) => {
    const { personId } = memberOf(db, openedAt, role, role === "office" ? null : actorId);
    return { now, personId, role };
  };
  const subjectOf = (actorId: string) => ({
    ...{ year, actorId },
    number: findLatestSubmission(db, year, actorId)?.number ?? 0,
  });
  for (const actorId of yearsAgo > 0 ? [shownActor, ...approvedNow] : approvedNow) {
    done(approveAssessment(db, subjectOf(actorId), by("approver", actorId)));
  }
  const paperDate = stockholmDay(daysFrom(now, -3));
  for (const actorId of onPaper) {
    const paper = { ...subjectOf(actorId), paperDate, reference: `Chefens beslut ${paperDate}, § 12` };
    done(recordPaperApproval(db, paper, by("coordinator", actorId)));
  }
  if (yearsAgo > 0) return;
  const comments = [
    { code: "1:3", comment: "Hur många kan vi kalla in en helg? Skriv det i motiveringen." },
    { code: "4:2", comment: "Vi övade i våras. Ta med övningen som underlag." },
  ];
  const note = "Bra genomgång. Två saker till innan jag kan fastställa.";
  done(sendBackAssessment(db, { ...subjectOf(sentBack), note, comments }, by("approver", sentBack)));
  const reason = "Ni hörde av er om att fel enhet hade svarat på grundförmåga 3.";
  done(reopenAssessment(db, { year, actorId: reopened, reason, lastDay: closingDay }, by("office", reopened)));
}
