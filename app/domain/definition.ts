// The definition: what is assessed in one version. Grundförmåga → delförmåga → indikator, with its scale of levels.
// A published definition never changes; answers point to version + code. Source: "Gemensamma förmågor", method § 1–2.
import { z } from "zod";
import { checkDefinition } from "./definition-checks.ts";

const wording = z
  .string()
  .regex(
    /^\S(.*\S)?$/,
    "Texten är tom, har radbrytningar eller börjar eller slutar med mellanslag. Skriv den på en rad.",
  );

export const audienceSchema = z.enum(["all", "designated", "common_function"]);

const indicatorSchema = z.strictObject({ id: wording, text: wording, audience: audienceSchema });

const indicatorGroupSchema = z.strictObject({
  leadIn: wording.nullable(),
  indicators: z.array(indicatorSchema).min(1),
});

const subCapabilitySchema = z.strictObject({
  code: z.string().regex(/^\d+:\d+[a-z]?$/, "Koden ska ha formen 2:7 eller 2:7a. Rätta koden."),
  printed: wording,
  name: wording,
  notApplicableAllowed: z.boolean(),
  groups: z.array(indicatorGroupSchema).min(1),
  notes: z.array(wording),
});

export const otherNameSchema = z.strictObject({ name: wording, source: wording });

const baseCapabilitySchema = z.strictObject({
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

export type Audience = z.infer<typeof audienceSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
/** Indicators under one lead-in; `leadIn` null: the indicator is a running sentence of its own. */
export type IndicatorGroup = z.infer<typeof indicatorGroupSchema>;
/** `code` is unique ("2:7a"); `printed` is the source's own number ("2:7", "2.6"). */
export type SubCapability = z.infer<typeof subCapabilitySchema>;
export type BaseCapability = z.infer<typeof baseCapabilitySchema>;
export type LevelAnchor = z.infer<typeof levelAnchorSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
export type Definition = z.infer<typeof definitionSchema>;

/** All sub-capabilities, in definition order. */
export function listSubCapabilities(definition: Definition): SubCapability[] {
  return definition.capabilities.flatMap((capability) => capability.subCapabilities);
}

/** The sub-capability with this code ("2:7a"), or undefined. */
export function findSubCapability(definition: Definition, code: string): SubCapability | undefined {
  return listSubCapabilities(definition).find((sub) => sub.code === code);
}

/** All indicators of a sub-capability, whoever they are directed to, in order. */
export function indicatorsOf(sub: SubCapability): Indicator[] {
  return sub.groups.flatMap((group) => group.indicators);
}

/** The indicators directed to an actor (method § 1): `designated` ones only to a designated actor, `common_function` to none. */
export function indicatorsFor(sub: SubCapability, actor: { designated: boolean }): Indicator[] {
  return indicatorsOf(sub).filter(
    ({ audience }) => audience === "all" || (audience === "designated" && actor.designated),
  );
}
