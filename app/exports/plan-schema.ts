// The plan as a file holds it: what its reader may know, with the facts of the file itself. Its JSON Schema is made of this.
import { z } from "zod";
import { activityStates } from "#domain/activity.ts";
import { planStates } from "#domain/operations-plan.ts";

const tertial = z.int().min(1).max(3).meta({ description: "Tertial 1–3" });
const day = z.string().meta({ description: "YYYY-MM-DD in Europe/Stockholm" });

const effectSchema = z.object({
  level: z.int().nullable().meta({ description: "null: each actor's own minimum" }),
  actors: z.int(),
});

const planActivitySchema = z.object({
  number: z.int(),
  goalArea: z.string().meta({ description: "The key of its goal area" }),
  what: z.string(),
  holder: z.string(),
  when: z.object({ from: tertial, to: tertial }).nullable(),
  costFrame: z.int().nullable().meta({ description: "Whole kronor; null: not known" }),
  subCapabilities: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      effect: effectSchema.nullable(),
      isEffectWithheld: z.boolean().meta({ description: "An effect is expected, and is not for this reader" }),
    }),
  ),
  actors: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .nullable()
    .meta({ description: "null: names are not for this reader" }),
  actorCount: z.int().nullable().meta({ description: "null: withheld, as too few stand behind it" }),
  checkHow: z.string(),
  checkDays: z.array(day),
  state: z.enum(activityStates),
  overdueChecks: z.array(day),
  isLate: z.boolean(),
  notes: z
    .array(
      z.object({
        savedAt: z.string().meta({ description: "UTC, ISO 8601" }),
        state: z.enum(activityStates),
        checkDay: day.nullable(),
        text: z.string(),
      }),
    )
    .nullable()
    .meta({ description: "Newest first; null: not for this reader" }),
});

export const planFileSchema = z.object({
  $schema: z.string(),
  about: z.object({
    title: z.string(),
    year: z.int(),
    version: z.int(),
    state: z.enum(planStates),
    basisYear: z.int().meta({ description: "The round whose results the plan stands on" }),
    goals: z.string().meta({ description: "The document of goals" }),
    adopted: z
      .object({ on: day, meeting: z.string(), reference: z.string(), registryNumber: z.string() })
      .nullable()
      .meta({ description: "null: a draft" }),
    presentedOn: day.nullable(),
    madeAt: z.string().meta({ description: "UTC, ISO 8601" }),
    madeBy: z.string(),
    audience: z.enum(["planners", "council", "actor"]),
    secrecy: z.string(),
  }),
  goalAreas: z.array(z.object({ key: z.string(), name: z.string(), goal: z.string() })),
  activities: z.array(planActivitySchema),
});

export type PlanFile = z.infer<typeof planFileSchema>;
export type PlanFileActivity = PlanFile["activities"][number];

/** The plan as JSON, checked against its own schema: throws rather than give out what the schema does not promise. */
export function planJson(file: PlanFile): string {
  return `${JSON.stringify(planFileSchema.parse(file), null, 2)}\n`;
}

/** The JSON Schema (draft 2020-12) that the JSON file is written by. */
export function planJsonSchema(file: PlanFile): string {
  return `${JSON.stringify({ $id: file.$schema, ...z.toJSONSchema(planFileSchema) }, null, 2)}\n`;
}
