// The council's variant of the planning basis: only the whole region, after release, without what rests on one to four actors.
// Source: method § 7; what is withheld is decided in the domain, not here.
import { z } from "zod";
import {
  aboutSchema,
  causesSchema,
  changeSchema,
  codeSchema,
  commonFunctionSchema,
  countSchema,
  reachFields,
  scaleSchema,
  shareSchema,
  sinceSchema,
} from "./basis-parts-schema.ts";

export const councilBasisFormat = "formagekollen-underlag-radet-1";

const subCapabilitySchema = z.strictObject({
  code: codeSchema,
  name: z.string(),
  capability: z.int().positive(),
  shown: z
    .enum(["all", "no_minimum", "coverage", "nothing"])
    .describe(
      "all: andelen; no_minimum: ingen lägstanivå gäller; coverage: för få med lägstanivå har svarat; nothing: färre än fem har svarat",
    ),
  answered: countSchema.nullable(),
  applicable: countSchema.nullable(),
  shareMeeting: shareSchema,
  shareLow: shareSchema,
  shareHigh: shareSchema,
});

export const councilBasisSchema = z
  .strictObject({
    $schema: z.string(),
    format: z.literal(councilBasisFormat),
    about: aboutSchema,
    scale: scaleSchema,
    since: sinceSchema,
    reach: z.strictObject({ ...reachFields, withheld: countSchema.describe("Delförmågor som inte visas") }),
    capabilities: z.array(
      z.strictObject({
        number: z.int().positive(),
        name: z.string(),
        shareMeeting: shareSchema,
        before: shareSchema,
        isMinimumChanged: z.boolean(),
        isWithheld: z.boolean(),
      }),
    ),
    subCapabilities: z.array(subCapabilitySchema),
    priority: z
      .array(
        z.strictObject({
          code: codeSchema,
          notMeeting: countSchema,
          meetsMinimum: countSchema,
          causes: causesSchema.describe("Bara nollor där färre än fem inte når lägstanivån"),
          change: changeSchema.nullable(),
        }),
      )
      .describe("De mest angelägna, högst fem"),
    commonFunctions: z.array(commonFunctionSchema),
  })
  .describe("Rådets underlag, ur Förmågekollen: hela regionen, utan enskilda aktörers svar.");

export type CouncilBasis = z.infer<typeof councilBasisSchema>;
