// What an activity can be saved with: the schema and its sentences. Apart from activity.ts, so that a page brings no zod to the browser.
import { z } from "zod";
import { activityStates, maxActivityLengths, maxCheckDays, maxCostFrame } from "./activity.ts";
import { isDay } from "./day.ts";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Texten är för lång. Korta den till ${max} tecken.`)
    .regex(/^[^\0]*$/, "Texten innehåller ett tecken som inte går att spara. Skriv om den.");

const tertial = z.union([z.literal(1), z.literal(2), z.literal(3)], "Välj en tertial i listan.");
const count = z.int("Skriv antalet aktörer med siffror.").min(1, "Skriv hur många aktörer, minst en.");

/** Beyond form: whether goal area, codes and actors exist is judged against the plan, see save-activity. */
export const activityContentSchema = z
  .strictObject({
    goalArea: z.string().min(1, "Välj ett målområde."),
    what: text(maxActivityLengths.what).min(1, "Skriv vad som ska göras."),
    holder: text(maxActivityLengths.holder),
    when: z
      .strictObject({ from: tertial, to: tertial })
      .refine(({ from, to }) => from <= to, "Aktiviteten slutar före den börjar. Välj en senare tertial.")
      .nullable(),
    costFrame: z
      .int("Skriv kostnadsramen i hela kronor, till exempel 250 000.")
      .min(0, "Kostnadsramen kan inte vara mindre än noll.")
      .max(maxCostFrame, "Kostnadsramen är större än en miljard. Skriv den i kronor.")
      .nullable(),
    subs: z.array(
      z.strictObject({
        code: z.string(),
        effect: z.strictObject({ level: z.int("Välj en nivå i listan.").nullable(), actors: count }).nullable(),
      }),
    ),
    actors: z.array(z.string()),
    checkHow: text(maxActivityLengths.checkHow),
    checkDays: z
      .array(z.string().refine(isDay, "Skriv en dag som finns, till exempel 2027-04-30."))
      .max(maxCheckDays, `Välj högst ${maxCheckDays} dagar.`),
  })
  .superRefine(({ subs, actors }, context) => {
    for (const [index, { effect }] of subs.entries()) {
      if (effect === null || effect.actors <= actors.length) continue;
      const message = `Aktiviteten har ${actors.length === 1 ? "en aktör" : `${actors.length} aktörer`}. Skriv inte fler än så.`;
      context.addIssue({ code: "custom", path: ["subs", index, "effect", "actors"], message });
    }
  });

export const activityNoteSchema = z.strictObject({
  state: z.enum(activityStates, "Välj hur det går med aktiviteten."),
  checkDay: z.string().refine(isDay, "Välj en avstämning i listan.").nullable(),
  text: text(maxActivityLengths.note).min(1, "Skriv vad som har hänt eller bestämts."),
});
