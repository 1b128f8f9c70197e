// A document of goals as written in capabilities/goal-areas-<id>.yaml. It is stored as it is read.
import { z } from "zod";

const line = z.string().regex(/^\S(.*\S)?$/, "Texten är tom eller har radbrytningar. Skriv den på en rad.");
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/, "Skriv nyckeln med små bokstäver a–z och bindestreck.");

export const goalAreaSchema = z.strictObject({
  key,
  name: line,
  /** What the parties want (målformuleringen). */
  goal: line,
  text: z.array(z.union([line, z.strictObject({ bullets: z.array(line).min(1) })])).min(1),
  /** The sub-capabilities that feed it, as proposed, with why. */
  fedBy: z.array(z.strictObject({ codes: z.array(line).min(1), reason: line })).default([]),
});

export const goalDocumentSchema = z
  .strictObject({
    id: line,
    title: line,
    source: line,
    fromYear: z.int().min(1900, "Skriv ett årtal.").max(2200, "Skriv ett årtal."),
    /** The definition version that the codes belong to. */
    definition: line,
    areas: z.array(goalAreaSchema).min(1),
  })
  .superRefine(({ areas }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path: ["areas", ...path], message });
    for (const [index, area] of areas.entries()) {
      if (areas.findIndex((other) => other.key === area.key) < index)
        refuse([index, "key"], `Nyckeln ${area.key} finns två gånger. Ge målområdet en egen.`);
      const seen = new Set<string>();
      for (const [place, { codes }] of area.fedBy.entries()) {
        for (const [at, code] of codes.entries()) {
          if (seen.has(code)) refuse([index, "fedBy", place, "codes", at], `${code} står två gånger. Behåll en.`);
          seen.add(code);
        }
      }
    }
  });
