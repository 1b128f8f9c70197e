import type { HeatmapOrder, HeatmapQuery } from "#domain/heatmap.ts";
import { type HeatmapAim, type ShownStatus, statusesFor } from "#domain/heatmap-cell.ts";

/** The fields in the address, in the order they stand in a link. Another view of the results knows some of them. */
export const heatmapFields = [
  "visa",
  "kategori",
  "utpekad",
  "grundformaga",
  "status",
  "ordning",
  "delformaga",
] as const;
export type HeatmapField = (typeof heatmapFields)[number];
/** The fields as they were understood: "" where nothing was asked. */
export type HeatmapFields = Record<HeatmapField, string>;

export type KnownValues = {
  categories: readonly string[];
  /** The base capabilities and their sub-capabilities' codes. */
  capabilities: readonly { number: number; subCapabilities: readonly { code: string }[] }[];
  /** Years that this one can be compared with, and all years there are. */
  earlierYears: readonly number[];
};
export type ParsedHeatmapQuery = {
  query: HeatmapQuery;
  /** What the form shows: the fields that were understood. */
  fields: HeatmapFields;
  /** A sentence for each field that was not understood; its default is shown instead, and the rest is kept. */
  errors: Partial<HeatmapFields>;
};

const orders: Record<string, HeatmapOrder> = { kategori: "category", namn: "name", brist: "gap", niva: "level" };
const statusWords: Record<ShownStatus, string> = {
  below_minimum: "under",
  meets_minimum: "nar",
  meets_ambition: "nar-ambition",
  unknown: "osaker",
  missing: "saknas",
  no_minimum: "utan-krav",
  not_applicable: "ej-tillamplig",
  up: "hojd",
  down: "sankt",
  same: "lika",
  no_level: "utan-niva",
  not_comparable: "ej-jamforbar",
};
const changePrefix = "skillnad-";

/** The word in the address that means an aim; "" for the minimum, which is shown unless something else is asked for. */
export function aimWord(aim: HeatmapAim): string {
  if (aim.by === "minimum") return "";
  return aim.by === "ambition" ? "ambition" : `${changePrefix}${aim.year}`;
}

/** The word in the address that means a status. */
export function statusWord(status: ShownStatus): string {
  return statusWords[status];
}

/** Reads a view of the heatmap from an address. What is unknown gets a sentence and its default. */
export function parseHeatmapQuery(search: URLSearchParams, known: KnownValues): ParsedHeatmapQuery {
  const errors: Partial<HeatmapFields> = {};
  const asked = (field: HeatmapField) => search.get(field) ?? "";
  /** The value that a field means; its default with a sentence where it means none. */
  function read<T>(field: HeatmapField, fallback: T, meaning: (text: string) => T | undefined, sentence: string): T {
    const text = asked(field);
    if (text === "") return fallback;
    const value = meaning(text);
    if (value === undefined) errors[field] = sentence;
    return value ?? fallback;
  }
  const aim = read<HeatmapAim>("visa", { by: "minimum" }, (text) => aimOf(text, known), aimSentence(known));
  const category = read("kategori", null, (text) => oneOf(known.categories, text), sentences.category);
  const designated = read("utpekad", null, designatedOf, sentences.designated);
  const numbers = known.capabilities.map(({ number }) => number);
  const capability = read("grundformaga", null, (text) => oneOf(numbers, Number(text)), sentences.capability);
  const status = read("status", null, (text) => statusOf(text, aim), sentences.status);
  const order = read("ordning", "category", (text) => ownValue(orders, text), sentences.order);
  const codes = codesIn(known, capability);
  const column = read("delformaga", null, (text) => oneOf(codes, text), columnSentence(capability));
  if ((order === "gap" || order === "level") && column === null) errors.delformaga ??= sentences.noColumn;
  const query = { aim, category, designated, capability, status, column, order };
  return { query, fields: fieldsOf(query), errors };
}

/** The same for a table of shares, in which there are no actors to choose by status. */
export function parseShareQuery(search: URLSearchParams, known: KnownValues): ParsedHeatmapQuery {
  const understood = new URLSearchParams(search);
  understood.delete("status");
  return parseHeatmapQuery(understood, known);
}

/** The fields that say what a query asks for. */
export function fieldsOf(query: HeatmapQuery): HeatmapFields {
  const { aim, category, designated, capability, status, column, order } = query;
  const word = Object.keys(orders).find((key) => orders[key] === order) ?? "";
  return {
    visa: aimWord(aim),
    kategori: category ?? "",
    utpekad: designated === null ? "" : designated ? "ja" : "nej",
    grundformaga: capability === null ? "" : String(capability),
    status: status === null ? "" : statusWords[status],
    ordning: order === "category" ? "" : word,
    delformaga: column ?? "",
  };
}

/** An address's query of these fields, "?kategori=kommun" or "": so that a way back leads to the same view. */
export function heatmapSearch(fields: Partial<HeatmapFields>): string {
  const search = new URLSearchParams();
  for (const field of heatmapFields) if (fields[field]) search.set(field, fields[field]);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

const longestValue = 100;

/** The same for an address that comes along from the heatmap: its fields and nothing else. The heatmap itself judges their values. */
export function readHeatmapSearch(search: URLSearchParams): string {
  const kept = heatmapFields.map((field) => [field, (search.get(field) ?? "").slice(0, longestValue)]);
  return heatmapSearch(Object.fromEntries(kept));
}

const sentences = {
  category: "Kategorin finns inte i omgången. Alla kategorier visas.",
  designated: "Välj ja, nej eller alla. Både utpekade och andra aktörer visas.",
  capability: "Grundförmågan finns inte i definitionen. Alla visas.",
  status: "Statusen finns inte i den här vyn. Alla aktörer visas.",
  order: "Ordningen finns inte. Aktörerna står efter kategori och namn.",
  noColumn: "Välj också vilken delförmåga aktörerna ska ordnas efter.",
};

function aimSentence({ earlierYears }: KnownValues): string {
  const years = earlierYears.length > 0 ? earlierYears.join(", ") : "inget";
  return `Det går inte att visa. År att jämföra med: ${years}. Bristen mot lägstanivån visas.`;
}

function columnSentence(capability: number | null): string {
  const where = capability === null ? "definitionen" : `grundförmåga ${capability}`;
  return `Delförmågan finns inte i ${where}. Ingen delförmåga är vald.`;
}

function aimOf(text: string, { earlierYears }: KnownValues): HeatmapAim | undefined {
  if (text === "lagsta") return { by: "minimum" };
  if (text === "ambition") return { by: "ambition" };
  const year = text.startsWith(changePrefix) ? Number(text.slice(changePrefix.length)) : Number.NaN;
  return earlierYears.includes(year) ? { by: "change", year } : undefined;
}

function designatedOf(text: string): boolean | undefined {
  return text === "ja" || text === "nej" ? text === "ja" : undefined;
}

function statusOf(text: string, aim: HeatmapAim): ShownStatus | undefined {
  return statusesFor(aim).find((status) => statusWords[status] === text);
}

function codesIn({ capabilities }: KnownValues, capability: number | null): string[] {
  const shown = capabilities.filter(({ number }) => capability === null || number === capability);
  return shown.flatMap(({ subCapabilities }) => subCapabilities.map(({ code }) => code));
}

function oneOf<T>(values: readonly T[], value: T): T | undefined {
  return values.includes(value) ? value : undefined;
}

function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
