// What the office has to deal with in the demo's open round: an actor filled in for, and requests for more time, one answered.
import type { Db } from "#db/client.server.ts";
import { listAnswers } from "#db/queries/answers.ts";
import { stockholmDay } from "#domain/day.ts";
import { answerMoreTimeRequest } from "#usecases/answer-more-time-request.ts";
import { askMoreTime } from "#usecases/ask-more-time.ts";
import { beginOnBehalf } from "#usecases/begin-on-behalf.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { viewRound } from "#usecases/view-round.ts";
import { done } from "./done.ts";
import { memberOf, shownActor } from "./people.ts";
import { atWork, daysFrom, type RoundTimes } from "./times.ts";

/** Plays on actors that have begun and not submitted, so that the office's page has something of each kind. */
export function playOffice(db: Db, { year, openedAt, closingDay }: RoundTimes): void {
  const now = atWork(openedAt, 37, 0.4);
  const drafts = (viewRound(db, year, now)?.actors ?? []).filter(
    ({ actorId, coordinators, progress, reopenedUntil, sentBackAt }) =>
      actorId !== shownActor &&
      coordinators.length > 0 &&
      progress === "begun" &&
      reopenedUntil === null &&
      sentBackAt === null,
  );
  const [first, second, third] = drafts;
  const office = { now, personId: memberOf(db, openedAt, "office").personId, role: "office" } as const;
  const afterClosing = (days: number) => stockholmDay(daysFrom(new Date(`${closingDay}T12:00:00Z`), days));
  const wantedDay = afterClosing(10);
  for (const actor of [first, second]) {
    if (!actor) continue;
    const { personId } = memberOf(db, now, "coordinator", actor.actorId);
    const reason =
      actor === first ? "Vi övar den 12:e och vill ta med det vi lär oss." : "Vår beredskapssamordnare är sjukskriven.";
    const by = { now: daysFrom(now, -1), personId, role: "coordinator" } as const;
    done(askMoreTime(db, { year, actorId: actor.actorId, wantedDay, reason }, by));
  }
  if (second) {
    const answer = { sequence: 1, grantedDay: afterClosing(7), note: "En vecka går bra." };
    done(answerMoreTimeRequest(db, { year, actorId: second.actorId, ...answer }, office));
  }
  if (third) fillInOnBehalf(db, { year, actorId: third.actorId }, office);
}

type Office = { now: Date; personId: string; role: "office" };

/** Notes on two of the actor's answers what was said at a workshop. */
function fillInOnBehalf(db: Db, key: { year: number; actorId: string }, office: Office): void {
  const note = "Genomgång på plats med två från verksamheten.";
  const basisDay = stockholmDay(daysFrom(office.now, -2));
  done(beginOnBehalf(db, { ...key, basis: "workshop", basisDay, note }, office));
  for (const { code, revision, content } of listAnswers(db, key.year, key.actorId).slice(0, 2)) {
    const saveId = `demo-on-behalf-${key.year}-${code}`;
    const changed = { ...content, comment: "Enligt workshoppen." };
    done(saveAnswer(db, { ...key, code, baseRevision: revision, saveId, content: changed }, office));
  }
}
