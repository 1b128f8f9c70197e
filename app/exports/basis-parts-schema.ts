// What both variants of the planning basis (underlag) say, as schemas: the JSON files are these, and their JSON Schema is made of them.
import { z } from "zod";
import { causes } from "#domain/answer.ts";
import { commonAnswers } from "#domain/common-function.ts";

/** A share 0–1, rounded half up to 6 decimals; null without a divisor. */
export const shareSchema = z.number().min(0).max(1).nullable();
export const countSchema = z.int().nonnegative();
export const levelSchema = z.int().nonnegative();
export const daySchema = z.iso.date();
export const momentSchema = z.iso.datetime();
export const codeSchema = z.string().describe("Delförmågans kod, till exempel 2:5");
export const causesSchema = z.strictObject(
  Object.fromEntries(causes.map((cause) => [cause, countSchema])) as Record<
    (typeof causes)[number],
    typeof countSchema
  >,
);

const decisionSchema = z.strictObject({
  sequence: z.int().positive(),
  decidedOn: daySchema,
  meeting: z.string().nullable(),
  reference: z.string(),
  registryNumber: z.string().nullable(),
  recordedAs: z.enum(["chief_group", "office"]),
  inForce: z.boolean().describe("Minst en nivå som gäller kommer från beslutet"),
});

/** What every file says of itself. */
export const aboutSchema = z.strictObject({
  title: z.string(),
  year: z.int().describe("Omgångens år"),
  round: z.strictObject({
    state: z.enum(["planned", "open", "closed", "released"]).describe("Bara released är ett slutligt resultat"),
    closingDay: daySchema,
    releasedAt: momentSchema.nullable(),
  }),
  definition: z.strictObject({ version: z.string(), title: z.string(), source: z.string() }),
  decisions: z.array(decisionSchema).describe("Besluten om lägstanivåer, det senaste först; tom: inget är beslutat"),
  coverage: z.strictObject({
    actors: countSchema,
    submitted: countSchema.describe("Aktörer med en inlämning som räknas"),
    answered: countSchema.describe("Svar, av applicable"),
    applicable: countSchema,
  }),
  madeAt: momentSchema.describe("När filen gjordes, i UTC"),
  madeAtStockholm: z.string().describe("Samma tid i Stockholm, i ord"),
  madeBy: z.string(),
  secrecy: z.string(),
});
export type About = z.infer<typeof aboutSchema>;

/** Counts over cells, and shares. Method § 5. */
export const summaryFields = {
  applicable: countSchema,
  missing: countSchema,
  answered: countSchema,
  unknown: countSchema,
  noMinimum: countSchema,
  expected: countSchema,
  belowMinimum: countSchema,
  meetsMinimum: countSchema,
  meetsAmbition: countSchema,
  notMeeting: countSchema.describe("Under lägstanivån eller kan inte bedömas"),
  shareMeeting: shareSchema.describe("Andel av dem som svarat och har en lägstanivå"),
  shareLow: shareSchema.describe("Andelen om inget av det okända når"),
  shareHigh: shareSchema.describe("Andelen om allt okänt når"),
};

export const reachFields = {
  all: countSchema.describe("Delförmågor där alla som svarat når lägstanivån"),
  most: countSchema.describe("Där minst hälften men inte alla når den"),
  few: countSchema.describe("Där färre än hälften når den"),
  unjudged: countSchema.describe("Där svar eller lägstanivå saknas"),
};

export const changeSchema = z
  .strictObject({
    before: shareSchema,
    now: shareSchema,
    kind: z.enum(["better", "worse", "same", "new_minimum", "not_comparable", "no_share", "withheld"]),
    breaks: z.array(
      z.strictObject({ change: z.enum(["clarified", "rescaled", "split", "merged", "new"]), reason: z.string() }),
    ),
  })
  .describe("Andelen som når lägstanivån det tidigare året och nu");

export const sinceSchema = z.int().nullable().describe("Det tidigare året som jämförs; null: inget släppt år finns");

export const scaleSchema = z.array(z.strictObject({ level: levelSchema, name: z.string(), anchor: z.string() }));

export const commonFunctionSchema = z
  .strictObject({
    id: z.string().describe("Indikatorn"),
    code: codeSchema,
    text: z.string(),
    answer: z.enum(commonAnswers).nullable().describe("Kansliets svar; null: inget svar än"),
  })
  .describe("Det som gäller funktioner som aktörerna har gemensamt; ingår inte i någon summa");
