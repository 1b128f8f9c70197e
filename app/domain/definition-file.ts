// A definition as written in capabilities/<version>.yaml: terser than in memory, with the status of the version.
// Indicator ids follow from their position: "2:7a.1" is the first of 2:7a. Source: method § 1.
import { z } from "zod";
import {
  audienceSchema,
  definitionSchema,
  levelAnchorSchema,
  otherNameSchema,
  proposalSchema,
} from "./definition-schema.ts";

const bulletFileSchema = z.union([z.string(), z.strictObject({ text: z.string(), audience: audienceSchema })]);

/** Either `leadIn` and `bullets`, or a running `sentence`. */
const groupFileSchema = z
  .strictObject({
    leadIn: z.string().optional(),
    bullets: z.array(bulletFileSchema).min(1).optional(),
    sentence: bulletFileSchema.optional(),
  })
  .superRefine((group, context) => {
    const message = groupProblem(group);
    if (message) context.addIssue({ code: "custom", message });
  });

const subCapabilityFileSchema = z.strictObject({
  code: z.string(),
  printed: z.string().optional(),
  name: z.string(),
  notApplicableAllowed: z.boolean().default(false),
  groups: z.array(groupFileSchema).min(1),
  notes: z.array(z.string()).default([]),
});

const baseCapabilityFileSchema = z.strictObject({
  number: z.int().positive(),
  name: z.string(),
  otherNames: z.array(otherNameSchema).default([]),
  subCapabilities: z.array(subCapabilityFileSchema).min(1),
});

const fileSchema = z.strictObject({
  version: z.string(),
  status: z.enum(["draft", "published"]),
  title: z.string(),
  source: z.string(),
  levels: z.array(levelAnchorSchema).min(2),
  proposal: proposalSchema,
  indicatorNotApplicableAllowed: z.boolean(),
  capabilities: z.array(baseCapabilityFileSchema).min(1),
});

/** The parsed YAML of a definition file → its definition, and its status, which is no part of the definition. */
export const definitionFileSchema = fileSchema.transform(({ status, capabilities, ...rest }, context) => {
  const { data, error } = definitionSchema.safeParse({ ...rest, capabilities: capabilities.map(toBaseCapability) });
  if (data) return { status, definition: data };
  for (const { path, message } of error.issues) context.addIssue({ code: "custom", path: toFilePath(path), message });
  return z.NEVER;
});

export type DefinitionStatus = z.infer<typeof definitionFileSchema>["status"];

/** Where in the file a part of the definition stands: the file calls a group's indicators bullets. */
function toFilePath(path: PropertyKey[]): PropertyKey[] {
  return path.map((step) => (step === "indicators" ? "bullets" : step));
}

type GroupFile = z.infer<typeof groupFileSchema>;
type BulletFile = z.infer<typeof bulletFileSchema>;
type SubCapabilityFile = z.infer<typeof subCapabilityFileSchema>;

function groupProblem({ leadIn, bullets, sentence }: GroupFile): string | undefined {
  if (sentence !== undefined) {
    if (leadIn === undefined && bullets === undefined) return undefined;
    return "En löpande mening (sentence) står ihop med leadIn eller bullets. Gör två grupper av dem.";
  }
  if (bullets === undefined)
    return "Gruppen har inga indikatorer. Lägg till punkter (bullets) eller en mening (sentence).";
  if (leadIn === undefined) return "Punkterna saknar inledning (leadIn). Skriv den mening som leder in till punkterna.";
  return undefined;
}

function toBaseCapability(capability: z.infer<typeof baseCapabilityFileSchema>) {
  return { ...capability, subCapabilities: capability.subCapabilities.map(toSubCapability) };
}

function toSubCapability({ code, printed = code, groups, ...rest }: SubCapabilityFile) {
  let position = 0;
  const toIndicator = (bullet: BulletFile) => {
    position += 1;
    const { text, audience } = typeof bullet === "string" ? { text: bullet, audience: "all" as const } : bullet;
    return { id: `${code}.${position}`, text, audience };
  };
  return {
    ...rest,
    code,
    printed,
    groups: groups.map(({ leadIn = null, bullets = [], sentence }) => ({
      leadIn,
      indicators: (sentence === undefined ? bullets : [sentence]).map(toIndicator),
    })),
  };
}
