// What a measure can be saved with: the schema and its sentences. Apart from measure.ts, so that a page brings no zod to the browser.
import { z } from "zod";
import { isDay } from "./day.ts";
import { maxMeasureLengths, measureStates } from "./measure.ts";

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

export const measureStateSchema = z.strictObject({
  state: z.enum(measureStates, "Välj hur det går med åtgärden."),
  note: z
    .string()
    .trim()
    .max(maxMeasureLengths.note, `Texten är för lång. Korta den till ${maxMeasureLengths.note} tecken.`)
    .regex(/^[^\0]*$/, "Texten innehåller ett tecken som inte går att spara. Skriv om den."),
});
