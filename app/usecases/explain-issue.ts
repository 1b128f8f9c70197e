import type { z } from "zod";

const expectedWords: Record<string, string> = {
  string: "en text",
  number: "ett tal",
  int: "ett heltal",
  boolean: "true eller false",
  array: "en lista",
  object: "en grupp av fält",
  record: "en grupp av fält",
};

/** What is wrong with a value in a file of the product, and what to do, in Swedish; for zod's `error` option. */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue.expected, issue.input);
    case "unrecognized_keys":
      return `Okänt fält: ${issue.keys.join(", ")}. Ta bort det eller rätta stavningen.`;
    case "invalid_value":
      if (issue.input === undefined) return missing;
      return `Värdet ska vara ${issue.values.map(String).join(" eller ")}. Välj ett av dem.`;
    case "invalid_union":
      return "Värdet har fel form. Skriv det som en text på en rad, eller som fält som i övriga filen.";
    case "too_small":
      return issue.origin === "array"
        ? "Listan har för få poster. Lägg till det som fattas."
        : "Talet är för litet. Rätta det.";
    default:
      return "Värdet är inte tillåtet. Rätta det.";
  }
}

const missing = "Fältet saknas. Lägg till det.";

function explainType(expected: string, input: unknown): string {
  if (input === undefined) return missing;
  const quote = expected === "string" && (typeof input === "number" || typeof input === "boolean");
  const remedy = quote ? "Sätt värdet inom citattecken." : "Rätta värdet.";
  return `Här ska det stå ${expectedWords[expected] ?? expected}, men det står ${wordFor(input)}. ${remedy}`;
}

function wordFor(input: unknown): string {
  if (input === null) return "ingenting";
  if (Array.isArray(input)) return "en lista";
  if (typeof input === "object") return "en grupp av fält";
  return typeof input === "string" ? "en text" : `värdet ${String(input)}`;
}
