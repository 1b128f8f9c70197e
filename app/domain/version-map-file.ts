// A version map as written in capabilities/<from>-to-<to>.yaml. What is unchanged under its own code needs no line of its own:
// `unchanged` lists such codes. Source: method § 6, docs/decisions/0005.
import { z } from "zod";
import { mapChanges, type VersionMap } from "./version-map.ts";

const line = z.string().regex(/^\S(.*\S)?$/, "Texten är tom eller har radbrytningar. Skriv den på en rad.");

const fileSchema = z.strictObject({
  from: line,
  to: line,
  unchanged: z.array(line).default([]),
  subCapabilities: z
    .array(
      z.strictObject({
        code: line,
        change: z.enum(mapChanges),
        from: z.array(line).default([]),
        reason: line.optional(),
      }),
    )
    .default([]),
  retired: z.array(z.strictObject({ code: line, reason: line })).default([]),
});

/** The parsed YAML of a map file → the map. Written lines come first, so that their place in the file stays theirs. */
export const versionMapFileSchema = fileSchema.transform(
  ({ unchanged, subCapabilities, ...rest }): VersionMap => ({
    ...rest,
    subCapabilities: [
      ...subCapabilities.map(({ reason = "", ...entry }) => ({ ...entry, reason })),
      ...unchanged.map((code) => ({ code, change: "unchanged" as const, from: [code], reason: "" })),
    ],
  }),
);
