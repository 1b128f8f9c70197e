import { csvText } from "./csv.ts";
import type { PlanFile, PlanFileActivity } from "./plan-schema.ts";

const heads = [
  "year",
  "version",
  "state",
  "adopted_on",
  "number",
  "goal_area",
  "what",
  "holder",
  "from_tertial",
  "to_tertial",
  "cost_frame_sek",
  "sub_capabilities",
  "expected_effects",
  "actor_count",
  "actors",
  "check_how",
  "check_days",
  "activity_state",
  "overdue_checks",
  "is_late",
  "last_note",
  "made_at",
  "made_by",
  "secrecy",
] as const;

/** "2:5 3 14": code, level ("min": each its own minimum), number of actors. */
function effectCodes({ subCapabilities }: PlanFileActivity): string {
  return subCapabilities
    .flatMap(({ code, effect }) => (effect ? [`${code} ${effect.level ?? "min"} ${effect.actors}`] : []))
    .join("|");
}

/** The plan, one activity per line; lists within a field are parted by |. */
export function planCsv({ about, goalAreas, activities }: PlanFile): string {
  const names = new Map(goalAreas.map(({ key, name }) => [key, name]));
  const rows = activities.map((activity) => [
    about.year,
    about.version,
    about.state,
    about.adopted?.on ?? null,
    activity.number,
    names.get(activity.goalArea) ?? activity.goalArea,
    activity.what,
    activity.holder,
    activity.when?.from ?? null,
    activity.when?.to ?? null,
    activity.costFrame,
    activity.subCapabilities.map(({ code }) => code).join("|"),
    effectCodes(activity),
    activity.actorCount,
    activity.actors?.map(({ name }) => name).join("|") ?? null,
    activity.checkHow,
    activity.checkDays.join("|"),
    activity.state,
    activity.overdueChecks.join("|"),
    activity.isLate,
    activity.notes?.[0]?.text ?? null,
    about.madeAt,
    about.madeBy,
    about.secrecy,
  ]);
  return csvText([...heads], rows);
}
