// What a measure can be saved with: the schema and its sentences. Apart from measure.ts, so that a page brings no zod to the browser.
import { z } from "zod";
import { isDay } from "./day.ts";
import { continuedStates, endedStates, maxMeasureLengths } from "./measure.ts";

const dueDay = "Skriv en dag som finns, till exempel 2027-06-30.";
// Any day of this calendar reads as one of these years; a typing mistake such as 20267 does not.
const firstYear = 2000;
const lastYear = 2100;

function isLikelyDay(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return isDay(day) && year >= firstYear && year <= lastYear;
}

const lines = (max: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(max, `Texten är för lång. Korta den till ${max} tecken.`)
    .regex(/^[^\0]*$/, "Texten innehåller ett tecken som inte går att spara. Skriv om den.");

export const measureContentSchema = z.strictObject({
  what: lines(maxMeasureLengths.what, "Skriv vad ni ska göra."),
  holder: lines(maxMeasureLengths.holder, "Skriv vilken funktion som håller i åtgärden."),
  dueDay: z.string().trim().refine(isLikelyDay, dueDay),
});

const note = z
  .string()
  .trim()
  .max(maxMeasureLengths.note, `Texten är för lång. Korta den till ${maxMeasureLengths.note} tecken.`)
  .regex(/^[^\0]*$/, "Texten innehåller ett tecken som inte går att spara. Skriv om den.");

/** What a year says of an earlier measure; of one that has ended only a comment is kept beside it. */
export const measureDecisionSchema = z.discriminatedUnion(
  "state",
  [
    z.object({
      state: z.enum(continuedStates),
      note,
      ...measureContentSchema.pick({ holder: true, dueDay: true }).shape,
    }),
    z.object({ state: z.enum(endedStates), note }),
  ],
  "Välj om åtgärden ska vara kvar, eller om den är klar eller avbruten.",
);
