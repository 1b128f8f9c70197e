// What an event or exercise and an observation can be saved with: the schemas and their sentences. Apart from occurrence.ts, so that a
// page brings no zod to the browser.
import { z } from "zod";
import { isDay } from "./day.ts";
import { maxOccurrenceLengths, occurrenceKinds } from "./occurrence.ts";

// A typing mistake such as 0206-03-02 is a day too.
const firstDay = "2000-01-01";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Texten är för lång. Korta den till ${max} tecken.`)
    .regex(/^[^\0]*$/, "Texten innehåller ett tecken som inte går att spara. Skriv om den.");

/** The form of a record. `today`: in Stockholm; what has not happened yet has taught nobody anything. */
export function occurrenceContentSchema(today: string) {
  return z.strictObject({
    kind: z.enum(occurrenceKinds, "Välj händelse eller övning."),
    name: text(maxOccurrenceLengths.name).min(1, "Skriv vad händelsen eller övningen kallas."),
    day: z
      .string()
      .trim()
      .refine((day) => isDay(day) && day >= firstDay, "Skriv en dag som finns, till exempel 2026-03-02.")
      .refine((day) => day <= today, "Dagen har inte varit än. Registrera övningen när den är genomförd."),
    participants: z.array(z.string()),
  });
}

export const removalReasonSchema = text(maxOccurrenceLengths.reason).min(1, "Skriv varför den tas bort.");

export const observationContentSchema = z
  .strictObject({
    code: z.string().min(1, "Välj delförmåga."),
    worked: text(maxOccurrenceLengths.observation),
    shortcomings: text(maxOccurrenceLengths.observation),
  })
  .refine(({ worked, shortcomings }) => worked !== "" || shortcomings !== "", {
    path: ["worked"],
    message: "Skriv vad som fungerade, vad som inte gjorde det, eller båda.",
  });
