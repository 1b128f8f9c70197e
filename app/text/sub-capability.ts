import type { LevelsRow } from "#domain/category-levels.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Summary } from "#domain/summary.ts";
import type { GroupMinimum } from "#domain/target.ts";
import { actorsText } from "./patterns.ts";
import { bandNumbers, groupText, listText, percentText } from "./results.ts";

/** "16 av 34 aktörer når lägstanivån (47 %): 17 ligger under den och 1 kan inte bedöma." Counts with what they rest on. */
export function standingText(summary: Summary): string {
  const { meetsMinimum, notMeeting, belowMinimum, answered, applicable, expected, shareMeeting } = summary;
  if (applicable === 0) return "Delförmågan riktas inte till någon aktör i omgången.";
  if (answered === 0) return "Ingen aktör har svarat än.";
  if (expected === 0) return `${actorsText(answered)} har svarat. Ingen lägstanivå gäller, så inga brister kan visas.`;
  const judged = meetsMinimum + notMeeting;
  if (judged === 0) return `${actorsText(answered)} har svarat, men ingen av dem har en lägstanivå att nå.`;
  const unknown = notMeeting - belowMinimum;
  const rest = [`${belowMinimum} ligger under den`, ...(unknown > 0 ? [`${unknown} kan inte bedöma`] : [])];
  const band = summary.shareLow === summary.shareHigh ? "" : ` Om allt okänt räknas in: ${bandNumbers(summary)} %.`;
  return `${meetsMinimum} av ${judged} aktörer når lägstanivån (${percentText(shareMeeting)}), ${listText(rest)}.${band}`;
}

/** What the bars show, in words: the level that most have. */
export function levelsText([whole]: readonly LevelsRow[], scale: readonly LevelAnchor[]): string {
  const counts = whole?.distribution ?? [];
  const most = Math.max(0, ...counts);
  if (!whole || most === 0) return "Ingen aktör har angett någon nivå.";
  const commonest = scale.filter((_level, at) => counts[at] === most).map(({ level, name }) => `nivå ${level} ${name}`);
  const unknown = whole.unknown > 0 ? ` ${actorsText(whole.unknown)} kan inte bedöma.` : "";
  const missing = whole.missing > 0 ? ` ${actorsText(whole.missing)} har inte svarat.` : "";
  return `Vanligast är ${listText(commonest)}: ${actorsText(most)}${commonest.length > 1 ? " var" : ""}.${unknown}${missing}`;
}

/** "Lägstanivån är 3, för kategorin blåljus 4.": what is asked of whom; empty where nothing is. More than of all, or nothing new. */
export function minimaText(minima: readonly GroupMinimum[]): string {
  const ofAll = minima.find(({ group }) => group === "all")?.minimum ?? -1;
  const told = minima.filter(({ group, minimum }) => group === "all" || minimum > ofAll);
  if (told.length === 0) return "";
  const texts = told.map(({ group, minimum }, at) => {
    const who = group === "all" ? "" : `för ${groupText(group)} `;
    return at === 0 ? `${who}är ${minimum}` : `${who}${minimum}`;
  });
  return `Lägstanivån ${texts.join(", ")}.`;
}
