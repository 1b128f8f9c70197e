import { type Db, inTransaction } from "#db/client.server.ts";
import {
  findActivitySave,
  highestActivityNumber,
  insertActivity,
  insertActivityRevision,
  type StoredRevision,
} from "#db/queries/plans.ts";
import { type ActivityContent, changedParts } from "#domain/activity.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { type PlanRead, planActors, readPlan, standingOf } from "./read-plan.ts";

export type PlanBy = { now: Date; personId: string | null };
/** The id is made with the form: a save that comes twice is stored once. */
type Save = { year: number; saveId: string };
type Edit = Save & { number: number; baseRevision: number };

export type ActivityProblem =
  | "unknown_plan"
  | "plan_locked"
  | "unknown_activity"
  | "goal_area_unknown"
  | "code_unknown"
  | "level_outside_scale"
  | "actor_unknown"
  | "check_day_outside"
  | "save_id_taken";
export type SaveActivityResult =
  | { ok: true; number: number }
  | { ok: false; problem: ActivityProblem }
  /** Somebody saved it meanwhile: nothing is changed. `current`: as it stands. */
  | { ok: false; problem: "stale"; current: StoredRevision };

/** Adds an activity to the plan's draft. `content` has been parsed by its schema. */
export function addActivity(
  db: Db,
  { content, ...save }: Save & { content: ActivityContent },
  by: PlanBy,
): SaveActivityResult {
  return inTransaction(db, (tx): SaveActivityResult => {
    const { year } = save;
    const read = readPlan(tx, year);
    const repeated = read && repeatedSave(tx, read, save, { content, isRemoved: false }, by);
    if (repeated) return repeated;
    const permitted = permit(tx, read, content, by);
    if (!permitted.ok) return permitted;
    const number = highestActivityNumber(tx, year) + 1;
    insertActivity(tx, { year, number });
    insertRevision(tx, permitted.draft, { ...save, number, revision: 1, isRemoved: false }, permitted.content, by);
    return { ok: true, number };
  });
}

/** Changes what an activity of the draft says; one that was taken away comes back with it. */
export function editActivity(
  db: Db,
  { content, ...edit }: Edit & { content: ActivityContent },
  by: PlanBy,
): SaveActivityResult {
  return reviseActivity(db, edit, { content, isRemoved: false }, by);
}

/** Takes an activity out of the draft; what it said is kept, and stays in the versions adopted before. */
export function removeActivity(db: Db, edit: Edit, by: PlanBy): SaveActivityResult {
  return reviseActivity(db, edit, { content: null, isRemoved: true }, by);
}

type Wanted = { content: ActivityContent | null; isRemoved: boolean };

function reviseActivity(db: Db, { number, baseRevision, ...save }: Edit, wanted: Wanted, by: PlanBy) {
  return inTransaction(db, (tx): SaveActivityResult => {
    const read = readPlan(tx, save.year);
    const current = read && standingOf(read, number);
    const repeated = read && repeatedSave(tx, read, save, wanted, by);
    if (repeated) return repeated;
    if (read && !current) return { ok: false, problem: "unknown_activity" };
    const permitted = permit(tx, read, wanted.content ?? current, by);
    if (!permitted.ok) return permitted;
    if (!read || !current) return { ok: false, problem: "unknown_plan" };
    if (current.revision !== baseRevision) return { ok: false, problem: "stale", current };
    const isSame = current.isRemoved === wanted.isRemoved && changedParts(current, permitted.content).length === 0;
    if (isSame) return { ok: true, number };
    const revision = highestRevision(read, number) + 1;
    const row = { ...save, number, revision, isRemoved: wanted.isRemoved };
    insertRevision(tx, permitted.draft, row, permitted.content, by);
    return { ok: true, number };
  });
}

/** Also those of thrown away versions have a number. */
function highestRevision({ activities }: PlanRead, number: number): number {
  const revisions = activities.find((each) => each.number === number)?.revisions ?? [];
  return Math.max(0, ...revisions.map(({ revision }) => revision));
}

type Row = { year: number; number: number; revision: number; isRemoved: boolean; saveId: string };

function insertRevision(db: Db, draft: { version: number }, row: Row, content: ActivityContent, by: PlanBy): void {
  const { version } = draft;
  const saved = { savedAt: by.now.toISOString(), savedBy: by.personId };
  insertActivityRevision(db, { ...row, ...saved, version, content });
}

/** The content in the order that everything stands in, where the plan is being drafted and knows all that is named. */
function permit(db: Db, read: PlanRead | undefined, content: ActivityContent | undefined, { now }: PlanBy) {
  const refuse = (problem: ActivityProblem) => ({ ok: false, problem }) as const;
  if (!read || !content) return refuse("unknown_plan");
  const { definition, goals, draft, plan } = read;
  if (!draft) return refuse("plan_locked");
  if (!goals.areas.some(({ key }) => key === content.goalArea)) return refuse("goal_area_unknown");
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  if (content.subs.some(({ code }) => !codes.includes(code))) return refuse("code_unknown");
  const levels = definition.levels.map(({ level }) => level);
  const isOnScale = (level: number | null) => level === null || levels.includes(level);
  if (content.subs.some(({ effect }) => effect && !isOnScale(effect.level))) return refuse("level_outside_scale");
  const actors = planActors(db, read, now).map(({ id }) => id);
  if (content.actors.some((id) => !actors.includes(id))) return refuse("actor_unknown");
  if (content.checkDays.some((day) => !isNear(day, plan.year))) return refuse("check_day_outside");
  const ordered = {
    ...content,
    subs: codes.flatMap((code) => content.subs.find((sub) => sub.code === code) ?? []),
    actors: actors.filter((id) => content.actors.includes(id)),
    checkDays: [...new Set(content.checkDays)].sort(),
  };
  return { ok: true, draft, content: ordered } as const;
}

/** A year's activities are checked in it, or when it is summed up the year after. */
function isNear(day: string, year: number): boolean {
  return [year, year + 1].includes(Number(day.slice(0, 4)));
}

/** What a save that came before with the same id means: done already, or a form that was used for something else. */
function repeatedSave(
  db: Db,
  read: PlanRead,
  { year, saveId }: Save,
  { content, isRemoved }: Wanted,
  { personId }: PlanBy,
): SaveActivityResult | undefined {
  const earlier = findActivitySave(db, saveId);
  if (!earlier) return undefined;
  const { number } = earlier;
  const revisions = read.activities.find((each) => each.number === number)?.revisions ?? [];
  const stored = revisions.find((each) => each.saveId === saveId);
  const isOwn = earlier.year === year && earlier.savedBy === personId;
  const isSame = stored?.isRemoved === isRemoved && (!content || changedParts(stored, content).length === 0);
  return isOwn && isSame ? { ok: true, number } : { ok: false, problem: "save_id_taken" };
}
