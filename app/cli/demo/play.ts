// The whole demo, played through the use cases as people would have done it up to the clock's moment.
import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertDemoMark } from "#db/queries/meta.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { loadBasics } from "../prepare.ts";
import { playActorsBefore, playLateJoiner } from "./actors.ts";
import { playApprovals } from "./approvals.ts";
import { playAssessments } from "./assessments.ts";
import { playCommonFunctions } from "./common-functions.ts";
import { playConflict } from "./conflict.ts";
import { addDelegates, playDelegations } from "./delegations.ts";
import { done } from "./done.ts";
import { playDecisions } from "./levels.ts";
import { playMail } from "./mail.ts";
import { playOccurrences } from "./occurrences.ts";
import { playOffice } from "./office.ts";
import { addPeople, designateActors, memberOf } from "./people.ts";
import { playPlan } from "./plan.ts";
import { playProposal } from "./proposal.ts";
import { atWork, daysFrom, roundTimes } from "./times.ts";
import { playUnusual } from "./unusual.ts";

const definitionVersion = "2019";

/**
 * Fills an empty database with made-up data: two released rounds of the years before `now` and an open one. The same `now`
 * gives the same data, but for the ids and secrets of people. Marks the database as demo before anything else.
 */
export function playDemo(db: Db, now: Date): void {
  insertDemoMark(db);
  const before = daysFrom(now, -900);
  loadBasics(db, before);
  addPeople(db, before);
  addDelegates(db, before);
  designateActors(db, before);
  playRound(db, now, 2);
  playRound(db, now, 1);
  playRound(db, now, 0);
  playProposal(db, roundTimes(now, 0).year, now);
  playMail(db, now);
}

function playRound(db: Db, now: Date, yearsAgo: 0 | 1 | 2): void {
  const times = roundTimes(now, yearsAgo);
  const { year, closingDay } = times;
  const definition = findDefinition(db, definitionVersion);
  if (!definition) throw new Error(`The demo needs the definition ${definitionVersion}`);
  const by = memberOf(db, now, "chief_group").personId;
  done(planRound(db, { year, definitionVersion, closingDay }, { now: times.plannedAt }));
  playDecisions(db, definition, times, { by, yearsAgo });
  playActorsBefore(db, times, yearsAgo);
  done(openRound(db, { year }, { now: times.openedAt }));
  // What happens in the round is played one thing after the other, each at its own time: the order here is not that of time.
  if (yearsAgo === 0) playLateJoiner(db, times);
  if (yearsAgo === 1)
    done(extendRound(db, { year, closingDay: times.extendedDay }, { now: atWork(times.openedAt, 58, 0.6) }));
  playOccurrences(db, times, yearsAgo);
  playCommonFunctions(db, times, yearsAgo);
  playAssessments(db, { definition, times, yearsAgo });
  playApprovals(db, times, yearsAgo);
  if (yearsAgo === 0) {
    playOffice(db, times);
    playConflict(db, times);
    playUnusual(db, definition, times);
    playDelegations(db, times);
    return;
  }
  done(closeRound(db, { year }, { now: daysFrom(times.openedAt, yearsAgo === 1 ? 68 : 61) }));
  done(releaseRound(db, { year }, { now: times.releasedAt }));
  playPlan(db, times, { now, isRevised: yearsAgo === 1 });
}
