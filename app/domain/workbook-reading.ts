// What was read out of a workbook (arbetsbok) that a workshop filled in: per sub-capability the parts of its answer, each with the
// cell it stood in, and what could not be read. Nothing of it is an answer until somebody takes it. Source: docs/the-year.md.
import { z } from "zod";
import { answerPartSchema } from "./answer-part.ts";

const readPartSchema = z.strictObject({ sheet: z.string(), cell: z.string(), part: answerPartSchema });

/** `baseRevision`: the revision the workbook was filled in from, 0 for none. A part that could not be read is left out. */
export const readAnswerSchema = z.strictObject({
  code: z.string(),
  baseRevision: z.int().nonnegative(),
  parts: z.array(readPartSchema),
});

/** `what`: what stands in the cell; `why`: a sentence on what is wrong and what to do. */
export const workbookProblemSchema = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  what: z.string(),
  why: z.string(),
});

export const workbookReadingSchema = z.strictObject({
  answers: z.array(readAnswerSchema),
  problems: z.array(workbookProblemSchema),
});

export type ReadAnswer = z.infer<typeof readAnswerSchema>;
export type WorkbookProblem = z.infer<typeof workbookProblemSchema>;
export type WorkbookReading = z.infer<typeof workbookReadingSchema>;
