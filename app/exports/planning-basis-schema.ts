// The planning basis (underlag): all that a year's results say, for the office and the chief group, who turn it into the
// operations plan. Word, Excel, CSV and JSON are made of this one thing, so none can say something else. Source: method § 4–7.
import { z } from "zod";
import { causes, confidences } from "#domain/answer.ts";
import { measureStates } from "#domain/measure.ts";
import {
  aboutSchema,
  causesSchema,
  changeSchema,
  codeSchema,
  commonFunctionSchema,
  countSchema,
  daySchema,
  levelSchema,
  reachFields,
  scaleSchema,
  shareSchema,
  sinceSchema,
  summaryFields,
} from "./basis-parts-schema.ts";

export const planningBasisFormat = "formagekollen-underlag-1";

const targetSchema = z.strictObject({
  group: z.string().describe("all, designated eller category:<kategori>"),
  minimum: levelSchema.nullable(),
  ambition: levelSchema.nullable(),
  decision: z.int().positive().describe("Beslutets nummer"),
});

const subCapabilitySchema = z.strictObject({
  code: codeSchema,
  name: z.string(),
  capability: z.int().positive(),
  targets: z.array(targetSchema).describe("Nivåerna som gäller, per grupp; tom: inga är beslutade"),
  ...summaryFields,
  median: levelSchema.nullable().describe("Den lägre medianen: en nivå som finns"),
  distribution: z.array(countSchema).describe("Antal svar per nivå, i skalans ordning"),
  gapSteps: countSchema.describe("Bristerna i steg, lagda ihop"),
  causes: causesSchema.describe("Antal aktörer per orsak"),
  change: changeSchema.nullable(),
});

const cellSchema = z.strictObject({
  actor: z.string(),
  code: codeSchema,
  level: levelSchema.nullable(),
  minimum: levelSchema.nullable(),
  ambition: levelSchema.nullable(),
  gap: countSchema.nullable(),
  ambitionGap: countSchema.nullable(),
  causes: z.array(z.enum(causes)),
  status: z.enum([
    "not_applicable",
    "missing",
    "unknown",
    "no_minimum",
    "below_minimum",
    "meets_ambition",
    "meets_minimum",
  ]),
  confidence: z.enum(confidences).nullable(),
});

const measureSchema = z.strictObject({
  actor: z.string(),
  year: z.int().describe("Året då åtgärden noterades"),
  number: z.int().positive(),
  code: codeSchema.nullable().describe("Delförmågan i årets version; null: ingen linje leder dit"),
  codeThen: codeSchema,
  what: z.string(),
  holder: z.string().describe("Funktionen som håller i åtgärden"),
  dueDay: daySchema,
  firstDueDay: daySchema.describe("Dagen som sattes när åtgärden noterades"),
  state: z.enum(measureStates).nullable().describe("Läget, som det sagts i år; null: inget sagt, eller ny i år"),
  note: z.string(),
  before: z.strictObject({ year: z.int(), state: z.enum(measureStates), note: z.string() }).nullable(),
});

const actorsSchema = z.array(z.string()).describe("Aktörernas id");

const patternsSchema = z.strictObject({
  causes: z.array(z.strictObject({ code: codeSchema, cause: z.enum(causes), actors: actorsSchema, of: countSchema })),
  gapPairs: z.array(
    z.strictObject({
      codes: z.tuple([codeSchema, codeSchema]),
      actors: actorsSchema,
      ofFirst: countSchema,
      ofSecond: countSchema,
    }),
  ),
  help: z.array(z.strictObject({ code: codeSchema, needs: actorsSchema, couldHelp: actorsSchema })),
  doubtful: z.array(z.strictObject({ code: codeSchema, actors: actorsSchema })),
});

export const planningBasisSchema = z
  .strictObject({
    $schema: z.string(),
    format: z.literal(planningBasisFormat),
    about: aboutSchema,
    scale: scaleSchema,
    since: sinceSchema,
    reach: z.strictObject(reachFields),
    capabilities: z.array(
      z.strictObject({
        number: z.int().positive(),
        name: z.string(),
        ...summaryFields,
        before: shareSchema,
        isMinimumChanged: z.boolean(),
      }),
    ),
    subCapabilities: z.array(subCapabilitySchema),
    priority: z.array(codeSchema).describe("Delförmågor som någon inte når, den mest angelägna först"),
    actors: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        shortName: z.string(),
        category: z.string(),
        designated: z.boolean(),
        hasSubmitted: z.boolean(),
        ...summaryFields,
      }),
    ),
    cells: z.array(cellSchema).describe("Aktör för aktör, delförmågorna i definitionens ordning"),
    patterns: patternsSchema.describe("Det som flera aktörer har gemensamt"),
    measures: z.array(measureSchema).describe("Ur de inlämningar som räknas"),
    commonFunctions: z.array(commonFunctionSchema),
  })
  .describe("Underlag till verksamhetsplanen, ur Förmågekollen. Visar enskilda aktörers svar.");

export type PlanningBasis = z.infer<typeof planningBasisSchema>;
