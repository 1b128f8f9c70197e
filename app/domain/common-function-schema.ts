// What is stored for a common function: the schema and its sentences. Apart from common-function.ts, which pages compute with.
import { z } from "zod";
import { commonAnswers, maxCommonCommentLength } from "./common-function.ts";

export const commonFunctionContentSchema = z.strictObject({
  answers: z.record(z.string(), z.enum(commonAnswers, "Välj ett av svaren.")),
  comment: z
    .string()
    .max(maxCommonCommentLength, `Texten är för lång. Korta den till ${maxCommonCommentLength} tecken.`)
    .refine((text) => !text.includes("\u0000"), "Texten innehåller ett tecken som inte kan sparas. Skriv den på nytt."),
});
