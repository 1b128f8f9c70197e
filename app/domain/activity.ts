// An activity (aktivitet) is what the region will do in a year's operations plan: towards which goal area, for which sub-capabilities
// and actors, which function holds it, when, what it should lead to, and how and when it is checked. Source: Målbild, "Årlig
// verksamhetsplanering"; docs/the-year.md.

export const activityStates = ["not_started", "ongoing", "done", "cancelled"] as const;
export type ActivityState = (typeof activityStates)[number];

export const tertials = [1, 2, 3] as const;
export type Tertial = (typeof tertials)[number];

/** What it should lead to: so many actors reach a level; null: each its own minimum. */
export type ExpectedEffect = { level: number | null; actors: number };
export type ActivitySub = { code: string; effect: ExpectedEffect | null };

/** What an activity says. A draft may leave out what `missingIn` names. */
export type ActivityContent = {
  goalArea: string;
  what: string;
  /** A role or unit, not a person's name. */
  holder: string;
  when: { from: Tertial; to: Tertial } | null;
  /** Whole kronor; null: not known. */
  costFrame: number | null;
  /** In definition order. */
  subs: ActivitySub[];
  actors: string[];
  checkHow: string;
  /** YYYY-MM-DD, in order. */
  checkDays: string[];
};

/** A save of an activity. `version`: the plan's version that was being drafted then. */
export type ActivityRevision = ActivityContent & { revision: number; version: number; isRemoved: boolean };

export const maxActivityLengths = { what: 1000, holder: 120, checkHow: 1000, note: 2000 } as const;
export const maxCheckDays = 4;
/** The highest cost frame, in kronor: more is a typing mistake. */
export const maxCostFrame = 1_000_000_000;

/**
 * The activity as a version of the plan has it: its highest revision up to that version, leaving out what was saved in thrown
 * away versions. undefined where it is not in the version.
 */
export function activityAt<R extends ActivityRevision>(
  revisions: readonly R[],
  version: number,
  discarded: ReadonlySet<number>,
): R | undefined {
  const last = standing(revisions, version, discarded);
  return last?.isRemoved ? undefined : last;
}

/** As `activityAt`, also where that revision took it away: what the next save starts from. */
export function standing<R extends ActivityRevision>(
  revisions: readonly R[],
  version: number,
  discarded: ReadonlySet<number>,
): R | undefined {
  return revisions
    .filter((each) => each.version <= version && !discarded.has(each.version))
    .reduce<R | undefined>((last, each) => (last && last.revision > each.revision ? last : each), undefined);
}

export const activityParts = ["goalArea", "what", "holder", "when", "costFrame", "subs", "actors", "check"] as const;
export type ActivityPart = (typeof activityParts)[number];

/** What an activity must still say before the plan can be adopted: who holds it, when, how and when it is checked. */
export function missingIn(content: ActivityContent): ActivityPart[] {
  const { holder, when, checkHow, checkDays } = content;
  const isMissing: Partial<Record<ActivityPart, boolean>> = {
    holder: holder === "",
    when: when === null,
    check: checkHow === "" || checkDays.length === 0,
  };
  return activityParts.filter((part) => isMissing[part]);
}

/** The parts in which two contents differ. */
export function changedParts(before: ActivityContent, after: ActivityContent): ActivityPart[] {
  return activityParts.filter((part) => JSON.stringify(partOf(before, part)) !== JSON.stringify(partOf(after, part)));
}

function partOf(content: ActivityContent, part: ActivityPart): unknown {
  if (part === "check") return [content.checkHow, content.checkDays.toSorted()];
  if (part === "actors") return content.actors.toSorted();
  if (part === "subs")
    return content.subs
      .map(({ code, effect }) => [code, effect?.level ?? null, effect?.actors ?? null])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  if (part === "when") return content.when && [content.when.from, content.when.to];
  return content[part];
}

/** What was noted over the year. `checkDay`: the planned check that it was; null: noted in between. */
export type ActivityNote = { sequence: number; state: ActivityState; checkDay: string | null };

/** The state that was noted last; not started before the first note. */
export function stateOf(notes: readonly ActivityNote[]): ActivityState {
  const last = notes.reduce<ActivityNote | undefined>(
    (latest, each) => (latest && latest.sequence > each.sequence ? latest : each),
    undefined,
  );
  return last?.state ?? "not_started";
}

/** What is overdue: checks whose day has passed without a note of them, and the activity itself. */
export type Overdue = { checks: string[]; isLate: boolean };

/** A check is overdue from the day after its day. An activity is late from the day after its last tertial. Done or cancelled: neither. */
export function overdueOf(
  { checkDays, when }: Pick<ActivityContent, "checkDays" | "when">,
  notes: readonly ActivityNote[],
  { year, today }: { year: number; today: string },
): Overdue {
  const state = stateOf(notes);
  if (state === "done" || state === "cancelled") return { checks: [], isLate: false };
  const checked = new Set(notes.map(({ checkDay }) => checkDay));
  return {
    checks: checkDays.filter((day) => day < today && !checked.has(day)).sort(),
    isLate: when !== null && lastDayOfTertial(year, when.to) < today,
  };
}

const tertialEnds: Record<Tertial, string> = { 1: "04-30", 2: "08-31", 3: "12-31" };

/** YYYY-MM-DD: 30 April, 31 August or 31 December. */
export function lastDayOfTertial(year: number, tertial: Tertial): string {
  return `${year}-${tertialEnds[tertial]}`;
}
