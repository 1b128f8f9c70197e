// How far each actor has come in the demo's rounds, and its saves and submission as its coordinator makes them.
import type { Db } from "#db/client.server.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { type FrozenActor, listRoundActors } from "#db/queries/rounds.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { type Definition, listSubCapabilities, type SubCapability } from "#domain/definition.ts";
import { targetsFor } from "#domain/target.ts";
import { earlierLevelOf, findEarlierAnswers } from "#usecases/find-earlier-answers.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { lateJoiner } from "./actors.ts";
import { type AnswerSubject, begunAnswer, completeAnswer } from "./answers.ts";
import { done } from "./done.ts";
import { draw } from "./draw.ts";
import { playMeasures } from "./measures.ts";
import { playOccurrenceEvidence } from "./occurrences.ts";
import { memberOf, shownActor } from "./people.ts";
import { atWork, daysFrom, type RoundTimes } from "./times.ts";

/** Which sub-capabilities are ready, and which one has been begun. */
type Progress = { ready: SubCapability[]; begun: SubCapability | undefined; isSubmitted: boolean };
type Play = { definition: Definition; times: RoundTimes; yearsAgo: 0 | 1 | 2 };

const silent = ["salems-kommun", "vaxholms-stad", "kustbevakningen"];
const notBegun = [...silent, "nykvarns-kommun", "taby-kommun", "stockholms-hamnar", "varmdo-kommun"];
/** Came in the week that the office added in the year before. */
const inExtension = ["nykvarns-kommun", "varmdo-kommun"];
/** Actor → how many sub-capabilities are ready. */
const halfWay: Record<string, number> = {
  "botkyrka-kommun": 21,
  "norrtalje-kommun": 6,
  "solna-stad": 12,
  "upplands-bro-kommun": 28,
  "polismyndigheten-region-stockholm": 25,
  trafikverket: 3,
  [lateJoiner]: 4,
  "forsvarsmakten-mellersta-militarregionen": 15,
};
/** The shown actor has worked in several base capabilities at once: so many are ready in each, 17 in all. */
const shownReady = [3, 5, 4, 2, 3];

function progressOf(actorId: string, definition: Definition, yearsAgo: 0 | 1 | 2): Progress {
  const subs = listSubCapabilities(definition);
  const nothing = { ready: [], begun: undefined, isSubmitted: false };
  if ((yearsAgo > 0 ? silent : notBegun).includes(actorId)) return nothing;
  if (yearsAgo === 0 && actorId === shownActor) {
    const ready = definition.capabilities.flatMap((each, index) => each.subCapabilities.slice(0, shownReady[index]));
    return { ready, begun: subs.find((sub) => !ready.includes(sub)), isSubmitted: false };
  }
  const count = yearsAgo === 0 ? halfWay[actorId] : undefined;
  if (count === undefined) return { ready: subs, begun: undefined, isSubmitted: true };
  return { ready: subs.slice(0, count), begun: subs[count], isSubmitted: false };
}

/** Plays every actor's assessment of a round that is open. */
export function playAssessments(db: Db, play: Play): void {
  const { definition, times, yearsAgo } = play;
  const targetOf = targetsFor(listLevelDecisions(db, times.year));
  for (const actor of listRoundActors(db, times.year)) {
    const progress = progressOf(actor.actorId, definition, yearsAgo);
    const personId = memberOf(db, daysFrom(times.openedAt, 10), "coordinator", actor.actorId).personId;
    const earlierOf = findEarlierAnswers(db, { year: times.year, actorId: actor.actorId, definition });
    const subjectOf = (sub: SubCapability, now: Date): AnswerSubject => ({
      ...{ definition, sub, now, yearsAgo, closingDay: times.closingDay },
      actor: { id: actor.actorId, designated: actor.designated },
      minimum: targetOf(actor, sub.code).minimum,
      earlierLevel: earlierLevelOf(earlierOf(sub.code)),
    });
    playActor(db, { actor, progress, personId, subjectOf }, play);
  }
}

/** The day after the opening on which the actor begins. */
function firstDayOf(actorId: string, yearsAgo: number): number {
  if (yearsAgo === 1 && inExtension.includes(actorId)) return 62;
  return Math.floor(1 + 24 * draw("first day", actorId, yearsAgo)) + (actorId === lateJoiner ? 10 : 0);
}

type ActorPlay = {
  actor: FrozenActor;
  progress: Progress;
  personId: string;
  subjectOf: (sub: SubCapability, now: Date) => AnswerSubject;
};

function playActor(
  db: Db,
  { actor, progress, personId, subjectOf }: ActorPlay,
  { definition, times, yearsAgo }: Play,
): void {
  const { year } = times;
  const { actorId } = actor;
  const firstDay = firstDayOf(actorId, yearsAgo);
  // Ten sub-capabilities a day, over three days; in the open round before the demo's clock, forty days after opening.
  const momentOf = (index: number) => {
    const part = ((index % 10) + draw("minute", actorId, index, yearsAgo)) / 11;
    return atWork(times.openedAt, firstDay + Math.floor(index / 10), part);
  };
  const save = (sub: SubCapability, content: AnswerContent, now: Date, baseRevision: number) => {
    const saveId = `demo-${year}-${actorId}-${sub.code}-${baseRevision + 1}`;
    const input = { year, actorId, code: sub.code, baseRevision, saveId, content };
    return done(saveAnswer(db, input, { now, personId, role: "coordinator" })).revision;
  };
  for (const [index, sub] of progress.ready.entries()) {
    const now = momentOf(index);
    const subject = subjectOf(sub, now);
    const isTakenUpAgain = draw("again", actorId, sub.code, yearsAgo) < 0.1;
    const revision = isTakenUpAgain ? save(sub, begunAnswer(subject), new Date(now.getTime() - 600_000), 0) : 0;
    save(sub, completeAnswer(subject), now, revision);
  }
  const end = momentOf(progress.ready.length);
  playOccurrenceEvidence(db, { actor, definition, times, personId, now: end });
  if (progress.begun) save(progress.begun, begunAnswer(subjectOf(progress.begun, end)), end, 0);
  if (progress.ready.length > 0) playMeasures(db, { year, actorId, personId, now: end });
  if (progress.isSubmitted) done(submitAssessment(db, { year, actorId }, { now: end, personId }));
}
