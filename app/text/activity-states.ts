import type { ActivityState } from "#domain/activity.ts";

/** How an activity goes, in running text. */
export const plannedStateNames: Record<ActivityState, string> = {
  not_started: "ej påbörjad",
  ongoing: "pågår",
  done: "klar",
  cancelled: "avbruten",
};
