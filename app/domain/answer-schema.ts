// What an answer (svar) can be stored as: limits and sentences for each field, and what one definition allows. Source: method § 2.
// Apart from answer.ts, so that a page that only names causes and confidences does not bring zod to the browser.
import { z } from "zod";
import {
  answerKinds,
  causes,
  confidences,
  evidenceKinds,
  evidenceOutcomes,
  hasOutcome,
  indicatorAnswers,
  maxEvidenceRows,
} from "./answer.ts";
import { isDay } from "./day.ts";
import { type Definition, indicatorsFor, type SubCapability } from "./definition.ts";

export const maxTextLength = 4000;
export const maxEvidenceTextLength = 500;

const limitedText = (limit: number) =>
  z
    .string()
    .max(limit, `Texten är för lång: högst ${limit} tecken.`)
    .refine((text) => !text.includes("\u0000"), "Texten innehåller ett tecken som inte kan sparas. Skriv den på nytt.");

export const indicatorEntrySchema = z.strictObject({
  answer: z.enum(indicatorAnswers, "Välj ett av svaren.").nullable(),
  reason: limitedText(maxTextLength),
});

export const evidenceSchema = z
  .strictObject({
    kind: z.enum(evidenceKinds, "Välj ett av slagen."),
    what: limitedText(maxEvidenceTextLength),
    date: z.string().refine((text) => text === "" || isDay(text), "Datumet finns inte. Skriv det som 2026-11-22."),
    outcome: z.enum(evidenceOutcomes, "Välj ett av utfallen.").nullable(),
    /** The recorded event or exercise (domain/occurrence) that it was taken from; absent where it was written by hand. */
    occurrence: z.int().positive().optional(),
  })
  .refine(({ kind, outcome }) => outcome === null || hasOutcome(kind), {
    path: ["outcome"],
    message: "Utfall anges bara för händelse och övning.",
  });

/** The form of an answer, draft or complete. What one definition allows: `answerContentSchemaFor`. */
export const answerContentSchema = z
  .strictObject({
    kind: z.enum(answerKinds, "Välj ett av svaren.").nullable(),
    level: z.int("Välj en av nivåerna.").nonnegative("Välj en av nivåerna.").nullable(),
    reason: limitedText(maxTextLength),
    /** Why the level is another than in the earlier year; absent where nothing is said. */
    changeReason: limitedText(maxTextLength).optional(),
    confidence: z.enum(confidences, "Välj ett av alternativen.").nullable(),
    causes: z
      .array(z.enum(causes, "Välj bland orsakerna."))
      .refine((list) => new Set(list).size === list.length, "Samma orsak är vald två gånger."),
    comment: limitedText(maxTextLength),
    indicators: z.record(z.string(), indicatorEntrySchema),
    evidence: z.array(evidenceSchema).max(maxEvidenceRows, `Högst ${maxEvidenceRows} underlag kan anges.`),
  })
  .refine(({ kind, level }) => (kind === "level") === (level !== null), {
    path: ["level"],
    message: "Välj en av nivåerna eller ett av de andra svaren.",
  });

/**
 * The answers that can be stored for one sub-capability of one actor: levels of the definition's scale, "not applicable" only
 * where the definition allows it, and only indicators directed to that actor.
 */
export function answerContentSchemaFor(definition: Definition, sub: SubCapability, actor: { designated: boolean }) {
  const levels = new Set(definition.levels.map(({ level }) => level));
  const directed = new Set(indicatorsFor(sub, actor).map(({ id }) => id));
  return answerContentSchema.superRefine((content, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (content.level !== null && !levels.has(content.level)) refuse(["level"], "Nivån finns inte på skalan.");
    if (content.kind === "not_applicable" && !sub.notApplicableAllowed)
      refuse(["kind"], "Delförmågan gäller alla aktörer och kan inte besvaras med ej tillämplig.");
    for (const [id, { answer }] of Object.entries(content.indicators)) {
      if (!directed.has(id)) refuse(["indicators", id], "Indikatorn ingår inte bland dem som ni ska besvara.");
      if (answer === "not_applicable" && !definition.indicatorNotApplicableAllowed)
        refuse(["indicators", id], "Indikatorn kan inte besvaras med ej tillämplig.");
    }
  });
}
