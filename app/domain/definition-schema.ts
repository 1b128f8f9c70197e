// What a definition can be stored as: the schema and its sentences. Source: "Gemensamma förmågor", method § 1–2.
// Apart from definition.ts, so that a page that computes with a definition does not bring zod to the browser.
import { z } from "zod";
import { checkDefinition } from "./definition-checks.ts";

const wording = z
  .string()
  .regex(
    /^\S(.*\S)?$/,
    "Texten är tom, har radbrytningar eller börjar eller slutar med mellanslag. Skriv den på en rad.",
  );

export const audienceSchema = z.enum(["all", "designated", "common_function"]);

export const indicatorSchema = z.strictObject({ id: wording, text: wording, audience: audienceSchema });

export const indicatorGroupSchema = z.strictObject({
  leadIn: wording.nullable(),
  indicators: z.array(indicatorSchema).min(1),
});

export const subCapabilitySchema = z.strictObject({
  code: z.string().regex(/^\d+:\d+[a-z]?$/, "Koden ska ha formen 2:7 eller 2:7a. Rätta koden."),
  printed: wording,
  name: wording,
  notApplicableAllowed: z.boolean(),
  groups: z.array(indicatorGroupSchema).min(1),
  notes: z.array(wording),
});

export const otherNameSchema = z.strictObject({ name: wording, source: wording });

export const baseCapabilitySchema = z.strictObject({
  number: z.int().positive(),
  name: wording,
  otherNames: z.array(otherNameSchema),
  subCapabilities: z.array(subCapabilitySchema).min(1),
});

export const levelAnchorSchema = z.strictObject({ level: z.int().nonnegative(), name: wording, anchor: wording });

/** The level that each step of the proposal gives (method § 2). */
export const proposalSchema = z.strictObject({
  none: z.int(),
  underHalf: z.int(),
  half: z.int(),
  all: z.int(),
  proven: z.int(),
});

export const definitionSchema = z
  .strictObject({
    version: z.string().regex(/^[0-9a-z][0-9a-z.-]*$/, "Versionen får innehålla a–z, 0–9, punkt och bindestreck."),
    title: wording,
    source: wording,
    levels: z.array(levelAnchorSchema).min(2),
    proposal: proposalSchema,
    indicatorNotApplicableAllowed: z.boolean(),
    capabilities: z.array(baseCapabilitySchema).min(1),
  })
  .superRefine((definition, context) => {
    for (const { path, message } of checkDefinition(definition)) context.addIssue({ code: "custom", path, message });
  });
