import { isSameText } from "#domain/actor-life.ts";
import type { Cause } from "#domain/answer.ts";
import type { Cell, CellStatus } from "#domain/gap.ts";
import { once } from "#domain/once.ts";
import { percentOf } from "#domain/share.ts";
import type { Group } from "#domain/target.ts";
import { causeNames } from "./answers.ts";

/** Statuses as labels. */
export const statusNames: Record<CellStatus, string> = {
  not_applicable: "Ej tillämplig",
  missing: "Svar saknas",
  unknown: "Kan inte bedömas",
  no_minimum: "Ingen lägstanivå",
  below_minimum: "Under lägstanivån",
  meets_ambition: "Når ambitionsnivån",
  meets_minimum: "Når lägstanivån",
};

/** The status in one actor's own result: before it has submitted its answers may well be there, but none counts. */
export function ownStatusName(status: CellStatus, submittedAt: string | null): string {
  return status === "missing" && submittedAt === null ? "Inte inlämnat" : statusNames[status];
}

const categoryNames: Record<string, string> = {
  kommun: "Kommuner",
  blåljus: "Blåljus",
  trafik: "Trafik",
  övrig: "Övriga",
};

/** A category as a heading: "Kommuner". One that is not known stands as it is written. */
export function categoryName(category: string): string {
  return categoryNames[category] ?? category.charAt(0).toUpperCase() + category.slice(1);
}

/** The word of a category as somebody writes it, also by its heading: "Kommuner" is "kommun", as that is shown. */
export function categoryOf(written: string): string {
  return Object.keys(categoryNames).find((word) => isSameText(categoryName(word), written)) ?? written;
}

/** A group that levels are decided for, as in "beslutad för …". */
export function groupText(group: Group): string {
  if (group === "all") return "alla aktörer";
  if (group === "designated") return "utpekade aktörer";
  return `kategorin ${categoryName(group.slice("category:".length)).toLowerCase()}`;
}

const numberWords = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"];

/** "två steg": never as digits beside levels, which are digits too. */
export function stepsText(steps: number): string {
  return `${numberWords[steps] ?? steps} steg`;
}

/** "ingen", "en", "två", of things in the common gender: for running text where a digit would read as a level or a number. */
export function countWord(count: number): string {
  return ["ingen", "en"][count] ?? numberWords[count] ?? String(count);
}

/** What a cell says, in words: "nivå 2, ett steg under lägstanivån 3". */
export function cellText({
  status,
  level,
  minimum,
  ambition,
  gap,
}: Pick<Cell, "status" | "level" | "minimum" | "ambition" | "gap">): string {
  const asked = minimum === null ? "" : `, lägstanivån är ${minimum}`;
  const aim = ambition === null ? "" : `, ambitionsnivån är ${ambition}`;
  if (status === "not_applicable") return "ej tillämplig";
  if (status === "missing") return `svar saknas${asked}`;
  if (status === "unknown") return `kan inte bedömas${asked}`;
  if (status === "no_minimum") return `nivå ${level}, ingen lägstanivå beslutad${aim}`;
  if (status === "below_minimum") return `nivå ${level}, ${stepsText(gap ?? 0)} under lägstanivån ${minimum}`;
  if (status === "meets_ambition") return `nivå ${level}, når lägstanivån ${minimum} och ambitionsnivån ${ambition}`;
  return `nivå ${level}, når lägstanivån ${minimum}${aim}`;
}

/** How many cells have each status. */
export function countStatuses(cells: readonly Pick<Cell, "status">[]): Record<CellStatus, number> {
  const counts = Object.fromEntries(Object.keys(statusNames).map((status) => [status, 0])) as Record<
    CellStatus,
    number
  >;
  for (const { status } of cells) counts[status] += 1;
  return counts;
}

/** "Av 28 delförmågor når 20 lägstanivån, 5 ligger under den, 2 kan inte bedömas och 1 saknar svar." Counts, no averages. */
export function countsSentence(cells: readonly Pick<Cell, "status">[]): string {
  const counts = countStatuses(cells);
  const applicable = cells.length - counts.not_applicable;
  const met = counts.meets_minimum + counts.meets_ambition;
  const parts = [
    `når ${met} lägstanivån`,
    `${counts.below_minimum} ligger under den`,
    `${counts.unknown} kan inte bedömas`,
    `${counts.missing} saknar svar`,
    ...(counts.no_minimum > 0 ? [`${counts.no_minimum} har ingen lägstanivå att nå`] : []),
  ];
  return `Av ${applicable} delförmågor ${listText(parts)}.`;
}

const inSwedish = once(() => new Intl.NumberFormat("sv-SE"));

/** "1 064": a count as people read it, with a no-break space between the thousands. */
export function numberText(count: number): string {
  return inSwedish().format(count);
}

/** A share (0–1) in whole per cent. 0 and 100 stand only where it is exactly so; null: a dash. */
export function percentNumber(share: number | null): string {
  return share === null ? "–" : String(percentOf(share));
}

/** "68 %", or a dash without a share. */
export function percentText(share: number | null): string {
  return share === null ? "–" : `${percentNumber(share)}\u00a0%`;
}

/** The band for what is not known: "62–70", or a dash. */
export function bandNumbers({ shareLow, shareHigh }: { shareLow: number | null; shareHigh: number | null }): string {
  return shareLow === null || shareHigh === null ? "–" : `${percentNumber(shareLow)}–${percentNumber(shareHigh)}`;
}

/** Some names end with a full stop, which would break the sentence or heading that they stand in. */
export function withoutStop(name: string): string {
  return name.replace(/\.$/, "");
}

/** "2:8 och 3:1": a list in running text. Where a word has its own "och" the last stands after "samt", so that one hears where each ends. */
export function listText(words: readonly string[]): string {
  const [last, ...before] = words.toReversed();
  const and = words.some((word) => word.includes(" och ")) ? "samt" : "och";
  return before.length === 0 ? (last ?? "") : `${before.toReversed().join(", ")} ${and} ${last}`;
}

/** The commonest causes, all of them where several are as common; empty where no cause is given. */
export function commonestCauses(counts: Record<Cause, number>): Cause[] {
  const entries = Object.entries(counts) as [Cause, number][];
  const most = Math.max(...entries.map(([, count]) => count));
  return most === 0 ? [] : entries.filter(([, count]) => count === most).map(([cause]) => cause);
}

/** "utbildning och övning", "bemanning och mandat samt övning": causes in running text. */
export function causesText(list: readonly Cause[]): string {
  return listText(list.map((cause) => causeNames[cause].toLowerCase()));
}
