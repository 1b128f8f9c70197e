// The whole demo, played through the use cases as people would have done it up to the clock's moment.
import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertDemoMark } from "#db/queries/meta.ts";
import { closeRound } from "#usecases/close-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { loadBasics } from "../prepare.ts";
import { playApprovals } from "./approvals.ts";
import { playAssessments } from "./assessments.ts";
import { done } from "./done.ts";
import { playDecisions } from "./levels.ts";
import { playMail } from "./mail.ts";
import { addPeople, designateActors, memberOf } from "./people.ts";
import { daysFrom, roundTimes } from "./times.ts";

const definitionVersion = "2019";

/**
 * Fills an empty database with made-up data: a released round of the year before `now` and an open one. The same `now`
 * gives the same data, but for the ids and secrets of people. Marks the database as demo before anything else.
 */
export function playDemo(db: Db, now: Date): void {
  insertDemoMark(db);
  const before = daysFrom(now, -500);
  loadBasics(db, before);
  addPeople(db, before);
  designateActors(db, before);
  playRound(db, now, 1);
  playRound(db, now, 0);
  playMail(db, now);
}

function playRound(db: Db, now: Date, yearsAgo: 0 | 1): void {
  const times = roundTimes(now, yearsAgo);
  const { year, closingDay } = times;
  const definition = findDefinition(db, definitionVersion);
  if (!definition) throw new Error(`The demo needs the definition ${definitionVersion}`);
  const by = memberOf(db, now, "chief_group").personId;
  done(planRound(db, { year, definitionVersion, closingDay }, { now: times.plannedAt }));
  playDecisions(db, definition, times, { by, isReplaced: yearsAgo === 0 });
  done(openRound(db, { year }, { now: times.openedAt }));
  playAssessments(db, { definition, times, yearsAgo });
  playApprovals(db, times, yearsAgo);
  if (yearsAgo === 0) return;
  done(closeRound(db, { year }, { now: daysFrom(times.openedAt, 61) }));
  done(releaseRound(db, { year }, { now: times.releasedAt }));
}
