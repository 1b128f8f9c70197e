// The demo's operations plans: last year's, revised once and followed up to its end, and this year's, under way and about to be revised.
import type { Db } from "#db/client.server.ts";
import type { ActivityContent, ActivityState } from "#domain/activity.ts";
import { stockholmDay } from "#domain/day.ts";
import { rejectProposals, takeProposals } from "#usecases/handle-plan-proposals.ts";
import { adoptPlan, presentPlan, revisePlan } from "#usecases/move-plan.ts";
import { noteActivity } from "#usecases/note-activity.ts";
import { activitiesIn, planActors, readPlan, standingOf } from "#usecases/read-plan.ts";
import { addActivity, editActivity } from "#usecases/save-activity.ts";
import { startPlan } from "#usecases/start-plan.ts";
import { viewPlanProposals } from "#usecases/view-plan-proposals.ts";
import { done } from "./done.ts";
import { memberOf } from "./people.ts";
import { daysFrom, type RoundTimes } from "./times.ts";

type Said = Pick<ActivityContent, "holder" | "when" | "costFrame" | "checkHow" | "checkDays">;

const counted = "Hur många som deltagit räknas, och svaren jämförs i nästa skattning.";
const spring = { from: 1, to: 2 } as const;
const autumn = { from: 2, to: 3 } as const;

/** Who holds each activity, when and how it is checked, in the order in which they are made. */
function saidIn(year: number): Said[] {
  const [april, june, october] = [`${year}-04-30`, `${year}-06-15`, `${year}-10-15`];
  return [
    { holder: "Samordningskansliet", when: spring, costFrame: 180_000, checkHow: counted, checkDays: [april, october] },
    { holder: "Storstockholms brandförsvar", when: spring, costFrame: 95_000, checkHow: counted, checkDays: [june] },
    { holder: "Samordningskansliet", when: autumn, costFrame: null, checkHow: counted, checkDays: [june, october] },
    {
      holder: "Länsstyrelsens beredskapsenhet",
      when: { from: 1, to: 3 },
      costFrame: 320_000,
      checkHow: "Genomgång med de berörda aktörerna.",
      checkDays: [april, october],
    },
    {
      holder: "Kommunikationssamordningsfunktionen",
      when: { from: 3, to: 3 },
      costFrame: 60_000,
      checkHow: "Enkät efter övningen.",
      checkDays: [`${year}-12-10`],
    },
  ];
}

const jointExercise = "Gemensam stabsövning där aktörernas staber arbetar i samma struktur under ett dygn.";
const rejection = "Ingår i länets egen kurs, som redan är beställd.";
const notes: { state: ActivityState; text: string }[] = [
  { state: "ongoing", text: "Två av tre tillfällen är genomförda. Det tredje flyttas till hösten." },
  { state: "done", text: "Genomförd enligt plan. Alla berörda har deltagit." },
  { state: "ongoing", text: "Underlaget är ute på remiss hos de berörda." },
  { state: "cancelled", text: "Avbruten: ingår i den gemensamma upphandlingen i stället." },
];

/** The plan of the year after a released round: begun, filled, adopted, presented and followed up to the clock's moment. */
export function playPlan(db: Db, times: RoundTimes, { now, isRevised }: { now: Date; isRevised: boolean }): void {
  const year = times.year + 1;
  const begun = daysFrom(times.releasedAt, 6);
  const personId = memberOf(db, begun, "office").personId;
  const by = { now: begun, personId };
  done(startPlan(db, year, by));
  fillPlan(db, year, by);
  adoptDraft(db, year, daysFrom(begun, 20), 1);
  const presentedOn = stockholmDay(daysFrom(begun, 34));
  done(presentPlan(db, { year, version: 1, presentedOn, note: "" }, { ...by, now: daysFrom(begun, 35) }));
  if (!isRevised) {
    revise(db, year, { now: daysFrom(begun, 90), personId });
    adoptDraft(db, year, daysFrom(begun, 100), 2);
  }
  followUp(db, year, { now, personId, isRevised });
  if (isRevised) revise(db, year, { now: daysFrom(now, -2), personId });
}

type By = { now: Date; personId: string };

function fillPlan(db: Db, year: number, by: By): void {
  const subs = viewPlanProposals(db, year, by)?.subs.filter(({ proposals }) => proposals.length > 0) ?? [];
  const keysOf = (index: number, count: number) => subs[index]?.proposals.slice(0, count).map(({ key }) => key) ?? [];
  const groups = [keysOf(0, 1), keysOf(1, 2), keysOf(2, 1), [...keysOf(3, 1), ...keysOf(4, 1)], keysOf(5, 1)];
  for (const [index, keys] of groups.entries()) {
    if (keys.length === 0) continue;
    const saveId = `demo-plan-${year}-${index}`;
    const { numbers } = done(takeProposals(db, { year, keys, how: "one", saveId }, by));
    const said = saidIn(year)[index];
    for (const number of numbers) if (said) edit(db, { year, number, saveId: `${saveId}-said` }, said, by);
  }
  const rejected = keysOf(6, 1);
  if (rejected.length > 0) done(rejectProposals(db, { year, keys: rejected, reason: rejection }, by));
  const read = readPlan(db, year);
  const actors = read ? planActors(db, read, by.now).map(({ id }) => id) : [];
  const content: ActivityContent = {
    goalArea: "stabsstruktur",
    what: jointExercise,
    holder: "Samordningskansliet",
    when: { from: 3, to: 3 },
    costFrame: 450_000,
    subs: [
      { code: "3:3", effect: null },
      { code: "3:4", effect: null },
    ],
    actors,
    checkHow: "Utvärdering med alla staber, och svaren i nästa skattning.",
    checkDays: [`${year}-11-10`],
  };
  done(addActivity(db, { year, saveId: `demo-plan-${year}-joint`, content }, by));
}

function edit(db: Db, key: { year: number; number: number; saveId: string }, said: Partial<Said>, by: By): void {
  const read = readPlan(db, key.year);
  const saved = read && standingOf(read, key.number);
  if (!saved) return;
  const {
    revision,
    version: _version,
    isRemoved: _removed,
    saveId: _id,
    savedAt: _at,
    savedByName: _by,
    ...content
  } = saved;
  done(editActivity(db, { ...key, baseRevision: revision, content: { ...content, ...said } }, by));
}

function adoptDraft(db: Db, year: number, now: Date, meeting: number): void {
  const read = readPlan(db, year);
  if (!read?.draft) return;
  const facts = {
    decidedOn: stockholmDay(now),
    meeting: `Regionala chefsgruppen, möte ${meeting}`,
    reference: "Protokoll § 5",
    registryNumber: `SSR ${year}/12`,
  };
  const personId = memberOf(db, now, "chief_group").personId;
  const input = { year, version: read.draft.version, saves: read.saves, facts };
  done(adoptPlan(db, input, { now, personId, role: "chief_group" }));
}

/** Notes each check some days after its day, up to now. This year those with a single check are forgotten, so that something is overdue. */
function followUp(db: Db, year: number, { now, personId, isRevised }: By & { isRevised: boolean }): void {
  const read = readPlan(db, year);
  if (!read?.inForce) return;
  for (const [place, { number, content }] of activitiesIn(read, read.inForce).entries()) {
    for (const [index, checkDay] of content.checkDays.entries()) {
      const at = daysFrom(new Date(`${checkDay}T09:00:00Z`), 3);
      const isForgotten = isRevised && content.checkDays.length === 1;
      if (at > now || isForgotten) continue;
      const isLast = index === content.checkDays.length - 1;
      const said = notes[isLast && !isRevised ? (place === 2 ? 3 : 1) : (place % 2) * 2];
      const saveId = `demo-note-${year}-${number}-${index}`;
      if (said) done(noteActivity(db, { year, number, saveId, note: { ...said, checkDay } }, { now: at, personId }));
    }
  }
}

/** What the office has changed so far: more time and money for one activity. */
function revise(db: Db, year: number, by: By): void {
  done(revisePlan(db, year, by));
  const said = { when: { from: 1, to: 3 }, costFrame: 240_000 } as const;
  edit(db, { year, number: 1, saveId: `demo-revision-${year}` }, said, by);
}
