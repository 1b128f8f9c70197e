import type { PlanningBasis } from "./planning-basis-schema.ts";

type Measure = PlanningBasis["measures"][number];

/** Whether the actor still means to do it: nobody has said that it is done or cancelled. */
export function isGoingOn({ state }: Measure): boolean {
  return state !== "done" && state !== "cancelled";
}
