// The definition: what is assessed in one version. Grundförmåga → delförmåga → indikator, with its scale of levels.
// A published definition never changes; answers point to version + code. Source: "Gemensamma förmågor", method § 1–2.
import type { z } from "zod";
import type {
  audienceSchema,
  baseCapabilitySchema,
  definitionSchema,
  indicatorGroupSchema,
  indicatorSchema,
  levelAnchorSchema,
  proposalSchema,
  subCapabilitySchema,
} from "./definition-schema.ts";

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
