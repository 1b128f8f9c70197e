// The words of the heatmap: what is shown, chosen and said of a cell.
import type { ChangeCell, HeatmapAim, LevelCell, ShownCell, ShownStatus } from "#domain/heatmap-cell.ts";
import { categoryName, cellText, statusNames, stepsText } from "./results.ts";

type Aim = HeatmapAim;

/** What can be shown, as a choice. */
export function aimName(aim: Aim): string {
  if (aim.by === "change") return `Skillnad mot ${aim.year}`;
  return aim.by === "minimum" ? "Brist mot lägstanivån" : "Brist mot ambitionsnivån";
}

/** The same choice where the cells are shares. */
export function shareAimName(aim: Aim): string {
  if (aim.by === "change") return aimName(aim);
  return aim.by === "minimum" ? "Andel som når lägstanivån" : "Andel som når ambitionsnivån";
}

const changeNames = {
  up: "Höjd",
  down: "Sänkt",
  same: "Oförändrad",
  no_level: "Nivå saknas ett av åren",
  not_comparable: "Ej jämförbar",
};
const ambitionNames: Partial<Record<ShownStatus, string>> = {
  below_minimum: "Under ambitionsnivån",
  no_minimum: "Ingen ambitionsnivå",
};

/** A status as a choice. */
export function shownStatusName(status: ShownStatus, aim: Pick<Aim, "by">): string {
  const name = { ...statusNames, ...changeNames }[status];
  return aim.by === "ambition" ? (ambitionNames[status] ?? name) : name;
}

/** What stands in a cell: a level and, lowered after it, the steps that are lacking. */
export function markOf(cell: ShownCell): { main: string; sub: string } {
  if (cell.shows === "change") return { main: changeMark(cell), sub: "" };
  const { status, level, gap } = cell;
  if (status === "not_applicable") return { main: "–", sub: "" };
  if (status === "missing") return { main: "", sub: "" };
  if (status === "unknown") return { main: "?", sub: "" };
  return { main: String(level), sub: status === "below_minimum" ? `−${gap}` : "" };
}

function changeMark({ status, now, before }: ChangeCell): string {
  if (status === "not_comparable") return "≠";
  if (status === "no_level") return "·";
  return status === "same" ? String(now.level) : `${before?.level}→${now.level}`;
}

/** What a cell says, to hear: it begins with what stands in it, as whoever speaks to the browser says what they see. */
export function spokenCell(cell: ShownCell): string {
  if (cell.shows === "change") return changeText(cell);
  const { main, sub } = markOf(cell);
  const seen = sub === "" ? "" : `${main} ${sub}, `;
  return `${seen}${cell.shows === "ambition" ? ambitionText(cell) : cellText({ ...cell, minimum: cell.wanted })}`;
}

function ambitionText({ status, level, wanted, gap }: LevelCell): string {
  const asked = wanted === null ? "" : `, ambitionsnivån är ${wanted}`;
  if (status === "not_applicable") return "ej tillämplig";
  if (status === "missing") return `svar saknas${asked}`;
  if (status === "unknown") return `kan inte bedömas${asked}`;
  if (status === "no_minimum") return `nivå ${level}, ingen ambitionsnivå beslutad`;
  if (status === "below_minimum") return `nivå ${level}, ${stepsText(gap ?? 0)} under ambitionsnivån ${wanted}`;
  return `nivå ${level}, når ambitionsnivån ${wanted}`;
}

type Side = ChangeCell["now"];

function sideText({ status, level }: Side): string {
  return level === null ? statusNames[status].toLowerCase() : `nivå ${level}`;
}

function changeText(cell: ChangeCell): string {
  const { status, steps, now, before } = cell;
  if (status === "not_comparable") return "ej jämförbar, delförmågan har ändrats";
  if (before === null) return `aktören fanns inte i omgången då, nu ${sideText(now)}`;
  const isNewMinimum = before.minimum !== now.minimum;
  const minimum = isNewMinimum ? `, lägstanivå ${before.minimum ?? "ingen"} → ${now.minimum ?? "ingen"}` : "";
  if (status === "no_level") return `då ${sideText(before)}, nu ${sideText(now)}${minimum}`;
  if (status === "same") return `oförändrad nivå ${now.level}${minimum}`;
  return `${changeMark(cell)}, ${status === "up" ? "höjd" : "sänkt"} ${stepsText(Math.abs(steps))}${minimum}`;
}

/** The table in a sentence, for who hears it. */
export function heatmapCaption(aim: Aim, year: number): string {
  if (aim.by === "change") return `Hur aktörernas nivåer har ändrats från ${aim.year} till ${year}, per delförmåga`;
  const level = aim.by === "minimum" ? "lägstanivån" : "ambitionsnivån";
  return `Aktörernas nivåer ${year} och bristen mot ${level}, per delförmåga`;
}

/** The table of categories in a sentence. */
export function shareCaption(aim: Aim, year: number): string {
  if (aim.by === "change")
    return `Hur många aktörer som höjt och sänkt sin nivå från ${aim.year} till ${year}, per kategori`;
  const level = aim.by === "minimum" ? "lägstanivån" : "ambitionsnivån";
  return `Andel aktörer som når ${level} ${year}, per kategori och delförmåga`;
}

type Chosen = { aim: Aim; category: string | null; designated: boolean | null };

function groupText({ category, designated }: Omit<Chosen, "aim">): string {
  const not = designated === false ? "inte " : "";
  if (category === null) return designated === null ? "" : `${not}utpekade`;
  const name = categoryName(category).toLowerCase();
  return designated === null ? name : `${name} som ${not}är utpekade`;
}

/** Whom the columns' feet are over: "alla 37 aktörer", "6 aktörer: kommuner och utpekade". */
export function overText(count: number, chosen: Omit<Chosen, "aim">): string {
  const group = groupText(chosen);
  const actors = count === 1 ? "1 aktör" : `${count} aktörer`;
  return group === "" ? `alla ${actors}` : `${actors}: ${group}`;
}

type Selection = Chosen & { capability: number | null; status: ShownStatus | null; column: string | null };

/** What is chosen, for the reader of a print: "Skillnad mot 2025. Kommuner. Grundförmåga 3. Under lägstanivån i 2:5." */
export function selectionText(
  { aim, capability, status, column, ...chosen }: Selection,
  nameOf: (aim: Aim) => string = aimName,
): string {
  const group = groupText(chosen);
  const where = column === null ? "någon delförmåga" : column;
  const parts = [
    aim.by === "minimum" ? "" : nameOf(aim),
    group === "" ? "" : `Bara ${group}`,
    capability === null ? "" : `Bara grundförmåga ${capability}`,
    status === null ? "" : `Bara aktörer med ”${shownStatusName(status, aim).toLowerCase()}” i ${where}`,
  ].filter(Boolean);
  return parts.map((part) => `${part}.`).join(" ");
}

/** "6 av 26 aktörer visas." */
export function shownText({ actorsShown, actorsBelow }: { actorsShown: number; actorsBelow: number }): string {
  return `${actorsShown} av ${actorsBelow} aktörer visas.`;
}
