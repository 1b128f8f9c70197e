import type { HeatmapQuery } from "#domain/heatmap.ts";
import { type HeatmapAim, type ShownStatus, statusesFor } from "#domain/heatmap-cell.ts";
import { aimName, shareAimName, shownStatusName } from "#text/heatmap.ts";
import { categoryName } from "#text/results.ts";
import type { Choice } from "./view-filters.tsx";

type Sub = { code: string; name: string };
export type Capability = { number: number; name: string; subCapabilities: Sub[] };

const longestName = 60;
const all = { value: "", label: "Alla" };

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()} …`;
}

/** What the cells are read against. `word`: what an aim is called in the address. */
export function aimChoice(aims: HeatmapAim[], word: (aim: HeatmapAim) => string, nameOf = aimName): Choice {
  return { name: "visa", label: "Visa", options: aims.map((aim) => ({ value: word(aim), label: nameOf(aim) })) };
}

function categoryChoice(categories: string[]): Choice {
  const options = categories.map((category) => ({ value: category, label: categoryName(category) }));
  return { name: "kategori", label: "Kategori", options: [all, ...options] };
}

function designatedChoice(): Choice {
  const options = [
    { value: "ja", label: "Bara utpekade" },
    { value: "nej", label: "Bara andra" },
  ];
  return { name: "utpekad", label: "Utpekade aktörer", options: [all, ...options] };
}

function capabilityChoice(capabilities: Capability[]): Choice {
  const options = capabilities.map(({ number, name }) => ({
    value: String(number),
    label: shortened(`${number} ${name}`),
  }));
  return { name: "grundformaga", label: "Grundförmåga", options: [all, ...options] };
}

/** `column`: the chosen sub-capability, which the status is then looked for in. */
export function statusChoice(aim: HeatmapAim, column: string | null, word: (status: ShownStatus) => string): Choice {
  const options = statusesFor(aim).map((status) => ({ value: word(status), label: shownStatusName(status, aim) }));
  return { name: "status", label: `Status i ${column ?? "någon delförmåga"}`, options: [all, ...options] };
}

function orderChoice(aim: HeatmapAim): Choice {
  const options = [
    { value: "", label: "Kategori och namn" },
    { value: "namn", label: "Namn" },
    { value: "brist", label: aim.by === "change" ? "Störst sänkning i en delförmåga" : "Störst brist i en delförmåga" },
    { value: "niva", label: "Lägst nivå i en delförmåga" },
  ];
  return { name: "ordning", label: "Ordna efter", options };
}

function columnChoice(capabilities: Capability[], capability: number | null): Choice {
  const options = capabilities
    .filter(({ number }) => capability === null || number === capability)
    .flatMap(({ subCapabilities }) => subCapabilities)
    .map(({ code, name }) => ({ value: code, label: shortened(`${code} ${name}`) }));
  return { name: "delformaga", label: "Delförmåga", options: [{ value: "", label: "Ingen vald" }, ...options] };
}

type Known = { capabilities: Capability[]; categories: string[]; earlierYears: number[] };
type Words = { aimWord: (aim: HeatmapAim) => string; statusWord: (status: ShownStatus) => string };

/** Everything that can be chosen in the heatmap. `words`: what they are called in the address. */
export function heatmapChoices(known: Known, query: HeatmapQuery, { aimWord, statusWord }: Words): Choice[] {
  const { aim, capability, column } = query;
  return [
    aimChoice(allAims(known.earlierYears), aimWord),
    orderChoice(aim),
    columnChoice(known.capabilities, capability),
    categoryChoice(known.categories),
    designatedChoice(),
    capabilityChoice(known.capabilities),
    statusChoice(aim, column, statusWord),
  ];
}

/** Everything that can be chosen in the table of categories. */
export function categoryTableChoices(
  known: Known,
  { aim, capability }: HeatmapQuery,
  aimWord: Words["aimWord"],
): Choice[] {
  const order = {
    name: "ordning",
    label: "Ordna efter",
    options: [
      { value: "", label: "Kategori" },
      { value: "brist", label: `${aim.by === "change" ? "Flest sänkta" : "Lägst andel"} i en delförmåga` },
    ],
  };
  return [
    aimChoice(allAims(known.earlierYears), aimWord, shareAimName),
    order,
    columnChoice(known.capabilities, capability),
    categoryChoice(known.categories),
    designatedChoice(),
    capabilityChoice(known.capabilities),
  ];
}

/** Everything that can be chosen in the table of years. */
export function yearTableChoices(known: Omit<Known, "earlierYears">, aimWord: Words["aimWord"]): Choice[] {
  return [
    aimChoice(allAims([]), aimWord, shareAimName),
    categoryChoice(known.categories),
    designatedChoice(),
    capabilityChoice(known.capabilities),
  ];
}

/** The minimum, the ambition, and the change since every earlier year. */
export function allAims(earlierYears: number[]): HeatmapAim[] {
  const changes = earlierYears.map((year) => ({ by: "change" as const, year }));
  return [{ by: "minimum" }, { by: "ambition" }, ...changes];
}
