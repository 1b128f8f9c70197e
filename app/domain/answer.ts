// An answer (svar): what an actor says about one sub-capability: level, "kan inte bedömas" or not applicable, and what stands beside it.
// A draft may be empty anywhere. Source: method § 2.
import { z } from "zod";
import { isDay } from "./day.ts";
import { type Definition, indicatorsFor, type SubCapability } from "./definition.ts";

export const maxTextLength = 4000;
export const maxEvidenceTextLength = 500;
export const maxEvidenceRows = 50;

/** What lies behind a shortcoming (orsaker), in the order in which they stand everywhere. */
export const causes = ["planning", "organisation", "equipment", "training", "exercise"] as const;
export const indicatorAnswers = ["yes", "partly", "no", "unknown", "not_applicable"] as const;
export const answerKinds = ["level", "unknown", "not_applicable"] as const;
export const confidences = ["low", "medium", "high"] as const;
export const evidenceKinds = ["event", "exercise", "training", "plan"] as const;
export const evidenceOutcomes = ["worked", "shortcomings"] as const;

const limitedText = (limit: number) =>
  z
    .string()
    .max(limit, `Texten är för lång: högst ${limit} tecken.`)
    .refine((text) => !text.includes("\u0000"), "Texten innehåller ett tecken som inte kan sparas. Skriv den på nytt.");

const indicatorEntrySchema = z.strictObject({
  answer: z.enum(indicatorAnswers, "Välj ett av svaren.").nullable(),
  reason: limitedText(maxTextLength),
});

export const evidenceSchema = z
  .strictObject({
    kind: z.enum(evidenceKinds, "Välj ett av slagen."),
    what: limitedText(maxEvidenceTextLength),
    date: z.string().refine((text) => text === "" || isDay(text), "Datumet finns inte. Skriv det som 2026-11-22."),
    outcome: z.enum(evidenceOutcomes, "Välj ett av utfallen.").nullable(),
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

export type Cause = (typeof causes)[number];
export type IndicatorAnswer = (typeof indicatorAnswers)[number];
export type AnswerKind = (typeof answerKinds)[number];
export type Confidence = (typeof confidences)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
export type Evidence = z.infer<typeof evidenceSchema>;
export type IndicatorEntry = z.infer<typeof indicatorEntrySchema>;
export type AnswerContent = z.infer<typeof answerContentSchema>;

/** Whether evidence of this kind has an outcome: only what was put to the test can have worked. */
export function hasOutcome(kind: EvidenceKind): boolean {
  return kind === "event" || kind === "exercise";
}

/** The given causes once each, in their fixed order. */
export function inCauseOrder(given: readonly Cause[]): Cause[] {
  return causes.filter((cause) => given.includes(cause));
}

/** The answer nobody has begun. */
export function emptyAnswer(): AnswerContent {
  return {
    kind: null,
    level: null,
    reason: "",
    confidence: null,
    causes: [],
    comment: "",
    indicators: {},
    evidence: [],
  };
}

/** Whether anything at all has been filled in. */
export function hasStarted(content: AnswerContent): boolean {
  const texts = [content.reason, content.comment];
  const entries = Object.values(content.indicators);
  return (
    content.kind !== null ||
    content.confidence !== null ||
    content.causes.length > 0 ||
    content.evidence.length > 0 ||
    texts.some((text) => text.trim() !== "") ||
    entries.some(({ answer, reason }) => answer !== null || reason.trim() !== "")
  );
}
