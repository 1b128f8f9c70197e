import { z } from "zod";
import type { HeatmapOrder, HeatmapQuery } from "#domain/heatmap.ts";

/** Swedish words of the address → the order they mean. */
const orders = { kategori: "category", namn: "name", brist: "gap", niva: "level" } as const;
const orderWord = z.enum(["kategori", "namn", "brist", "niva"]);

/** The fields as they stand in the address: "" where nothing was asked. */
export type HeatmapFields = { kategori: string; ordning: string; delformaga: string };
export type ParsedHeatmapQuery = {
  query: HeatmapQuery;
  /** What the form shows: the fields that were understood. */
  fields: HeatmapFields;
  /** A sentence for each field that was not understood; its default is shown instead. */
  errors: Partial<Record<keyof HeatmapFields, string>>;
};

/** Reads category and order from an address. What is unknown gets a sentence and its default. */
export function parseHeatmapQuery(
  search: URLSearchParams,
  known: { categories: readonly string[]; codes: readonly string[] },
): ParsedHeatmapQuery {
  const errors: ParsedHeatmapQuery["errors"] = {};
  const asked = (name: string) => search.get(name) ?? "";

  let category = asked("kategori");
  if (category !== "" && !known.categories.includes(category)) {
    errors.kategori = "Kategorin finns inte i omgången. Alla aktörer visas.";
    category = "";
  }
  const word = orderWord.safeParse(asked("ordning") || "kategori");
  if (!word.success) errors.ordning = "Ordningen finns inte. Aktörerna står efter kategori och namn.";
  const by = orders[word.success ? word.data : "kategori"];

  let code = asked("delformaga");
  if (code !== "" && !known.codes.includes(code)) {
    errors.delformaga = "Delförmågan finns inte i definitionen. Aktörerna står efter kategori och namn.";
    code = "";
  }
  const needsCode = by === "gap" || by === "level";
  if (needsCode && code === "") errors.delformaga ??= "Välj också vilken delförmåga aktörerna ska ordnas efter.";
  const order: HeatmapOrder = !needsCode ? { by } : code === "" ? { by: "category" } : { by, code };
  const ordning = word.success ? word.data : "kategori";
  return {
    query: { category: category || null, order },
    fields: { kategori: category, ordning, delformaga: code },
    errors,
  };
}

/** The address's query, "?kategori=kommun" or "", so that a way back leads to the same view. */
export function heatmapSearch({ category, order }: HeatmapQuery): string {
  const search = new URLSearchParams();
  if (category !== null) search.set("kategori", category);
  const word = orderWord.options.find((option) => orders[option] === order.by) ?? "kategori";
  if (order.by !== "category") search.set("ordning", word);
  if ("code" in order) search.set("delformaga", order.code);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The same for an address that comes along from the heatmap: only what has its form, unknown words left out. */
export function readHeatmapSearch(search: URLSearchParams): string {
  const [category, code] = [search.get("kategori"), search.get("delformaga")];
  const known = { categories: category ? [category] : [], codes: code ? [code] : [] };
  return heatmapSearch(parseHeatmapQuery(search, known).query);
}
