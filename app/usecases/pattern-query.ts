import { type Cause, causes } from "#domain/answer.ts";

/** The fields as they stand in the address: "" where nothing was asked. */
export type PatternFields = { kategori: string; grundformaga: string; orsak: string };
export type PatternQuery = { category: string | null; capability: number | null; cause: Cause | null };
export type ParsedPatternQuery = {
  query: PatternQuery;
  fields: PatternFields;
  /** A sentence for each field that was not understood; everything is shown instead. */
  errors: Partial<PatternFields>;
};

/** Swedish words of the address → the cause they mean. */
export const causeWords: Record<Cause, string> = {
  planning: "plan",
  organisation: "bemanning",
  equipment: "teknik",
  training: "utbildning",
  exercise: "ovning",
};

/** Reads what the patterns are to be about from an address. What is unknown gets a sentence and is left out. */
export function parsePatternQuery(
  search: URLSearchParams,
  known: { categories: readonly string[]; capabilities: readonly number[] },
): ParsedPatternQuery {
  const errors: ParsedPatternQuery["errors"] = {};
  const fields: PatternFields = { kategori: "", grundformaga: "", orsak: "" };
  const read = (name: keyof PatternFields, isKnown: (text: string) => boolean, sentence: string) => {
    const text = search.get(name) ?? "";
    if (text === "") return;
    if (isKnown(text)) fields[name] = text;
    else errors[name] = sentence;
  };
  read(
    "kategori",
    (text) => known.categories.includes(text),
    "Kategorin finns inte i omgången. Alla aktörer räknas med.",
  );
  read(
    "grundformaga",
    (text) => known.capabilities.map(String).includes(text),
    "Grundförmågan finns inte i definitionen. Alla visas.",
  );
  read("orsak", (text) => Object.values(causeWords).includes(text), "Orsaken finns inte. Alla visas.");
  return {
    query: {
      category: fields.kategori || null,
      capability: fields.grundformaga ? Number(fields.grundformaga) : null,
      cause: causes.find((cause) => causeWords[cause] === fields.orsak) ?? null,
    },
    fields,
    errors,
  };
}
