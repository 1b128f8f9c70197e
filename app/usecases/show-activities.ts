import type { Db } from "#db/client.server.ts";
import type { StoredNote, StoredVersion } from "#db/queries/plans.ts";
import type { Role } from "#domain/access.ts";
import {
  type ActivityContent,
  type ActivityPart,
  type ActivityState,
  type ExpectedEffect,
  missingIn,
  type Overdue,
  overdueOf,
  stateOf,
} from "#domain/activity.ts";
import { stockholmDay } from "#domain/day.ts";
import { findSubCapability } from "#domain/definition.ts";
import { effectKey, type ToldOfPlan, toldInBoth, toldOfPlan } from "#domain/plan-disclosure.ts";
import { activitiesIn, type PlanActor, type PlannedActivity, type PlanRead, planActors } from "./read-plan.ts";

/** `own`: the actors of all the roles that the reader has, and whether one is the council's; where not given, the one it reads as. */
export type PlanReader = { role: Role; actorId: string | null; own?: ReadonlySet<string>; isCouncil?: boolean };
/** The actors of an activity, as the reader may know them (method § 7). */
export type ShownActors =
  | { shown: "names"; actors: PlanActor[] }
  | { shown: "count"; count: number }
  | { shown: "withheld" };
export type ShownActivity = Pick<
  ActivityContent,
  "what" | "holder" | "when" | "costFrame" | "checkHow" | "checkDays"
> & {
  number: number;
  goalArea: string;
  /** `isEffectWithheld`: one is expected, and the reader may not know it. */
  subs: { code: string; name: string; effect: ExpectedEffect | null; isEffectWithheld: boolean }[];
  actors: ShownActors;
  state: ActivityState;
  overdue: Overdue;
  missing: ActivityPart[];
  /** Newest first; only for office and chief group. */
  notes: StoredNote[];
};

/** Whether the reader works with the plan, draft and names included. Others read what is adopted, as the disclosure rule lets out. */
export function isPlanner({ role }: PlanReader): boolean {
  return role === "office" || role === "chief_group";
}

/** The versions that the reader may read, oldest first: whoever plans all but those thrown away, others the adopted ones. */
export function versionsFor({ versions }: PlanRead, reader: PlanReader): StoredVersion[] {
  return versions.filter(({ adoption, discardedAt }) => (isPlanner(reader) ? discardedAt === null : adoption !== null));
}

/** A version's activities: to an actor those that it is in. */
export function activitiesFor(
  read: PlanRead,
  version: StoredVersion,
  { actorId }: Pick<PlanReader, "actorId">,
): PlannedActivity[] {
  const all = activitiesIn(read, version);
  return actorId === null ? all : all.filter(({ content }) => content.actors.includes(actorId));
}

/** A version's activities as the reader may know them, or knew them when the version came. */
export function showActivities(
  db: Db,
  read: PlanRead,
  version: StoredVersion,
  { reader, now }: { reader: PlanReader; now: Date },
): ShownActivity[] {
  const told = isPlanner(reader) ? null : toldOf(read, version, reader);
  const shownOf = told ? withCounts(told) : withNames(db, read, now);
  const today = stockholmDay(now);
  const { definition, plan } = read;
  return activitiesFor(read, version, reader).map((activity) => {
    const { number, content, notes } = activity;
    const { what, holder, when, costFrame, checkHow, checkDays, goalArea } = content;
    const isTold = (code: string) => !told || told.effects.has(effectKey(number, code));
    return {
      ...{ number, what, holder, when, costFrame, checkHow, checkDays, goalArea, actors: shownOf(activity) },
      subs: content.subs.map(({ code, effect }) => ({
        code,
        name: findSubCapability(definition, code)?.name ?? "",
        effect: isTold(code) ? effect : null,
        isEffectWithheld: effect !== null && !isTold(code),
      })),
      state: stateOf(notes),
      overdue: overdueOf(content, notes, { year: plan.year, today }),
      missing: missingIn(content),
      notes: isPlanner(reader) ? notes.toReversed() : [],
    };
  });
}

/**
 * What everybody is told who reads the plan as this one: its files are passed on. Of that, only what is told to one with all the
 * reader's roles, whichever the plan is read as: it reads what each of them is told.
 */
function toldOf(read: PlanRead, { version: shown }: StoredVersion, reader: PlanReader): ToldOfPlan {
  const versions = versionsFor(read, reader).filter(({ version }) => version <= shown);
  const toldTo = (own: ReadonlySet<string>, isCouncil: boolean) => {
    const readBy = ({ content }: PlannedActivity) => isCouncil || content.actors.some((id) => own.has(id));
    const [last = [], ...before] = versions.toReversed().map((version) => activitiesIn(read, version).filter(readBy));
    return toldOfPlan(last, own, before.toReversed());
  };
  const asked: ReadonlySet<string> = new Set(reader.actorId === null ? [] : [reader.actorId]);
  const [own, isAll] = [new Set([...asked, ...(reader.own ?? [])]), reader.actorId === null];
  const told = toldTo(asked, isAll);
  if (own.size === asked.size && (isAll || !reader.isCouncil)) return told;
  return toldInBoth(told, toldTo(own, isAll || reader.isCouncil === true));
}

function withNames(db: Db, read: PlanRead, now: Date): (activity: PlannedActivity) => ShownActors {
  const known = planActors(db, read, now);
  return ({ content }) => ({ shown: "names", actors: known.filter(({ id }) => content.actors.includes(id)) });
}

/** Numbers alone, and only such as may be told. */
function withCounts({ counts }: ToldOfPlan): (activity: PlannedActivity) => ShownActors {
  return ({ number, content }) =>
    counts.has(number) ? { shown: "count", count: content.actors.length } : { shown: "withheld" };
}
