import type { Consequences, GroupConsequence } from "#domain/consequences.ts";
import type { LevelChange } from "#domain/proposal.ts";
import type { Group, Target } from "#domain/target.ts";
import { groupHeading } from "./levels.ts";
import { listText } from "./results.ts";

/** What is wrong with a proposal, in words. */
export const proposalProblems = {
  round_unknown: "Omgången finns inte.",
  round_released: "Omgångens resultat är släppt. Förslaget kan inte ändras eller beslutas längre.",
  proposal_gone: "Förslaget är inte öppet längre: det har beslutats eller kastats. Inget är sparat.",
  code_unknown: "En delförmåga finns inte i omgångens definition. Ladda om sidan och försök igen.",
  group_unknown: "Välj en grupp i listan.",
  motive_long: "En motivering är för lång. Korta den till 500 tecken.",
  remark_missing: "Skriv vad som sades.",
  remark_long: "Anteckningen är för lång. Korta den till 1000 tecken.",
  proposal_changed:
    "Förslaget har sparats på nytt sedan du öppnade sidan. Läs det som det ser ut nu och besluta sedan.",
};

/** What happened to a pair of levels, as a mark. */
export const changeNames: Record<LevelChange, string> = {
  same: "",
  new: "ny",
  raised: "höjd",
  lowered: "sänkt",
  removed: "borttagen",
  mixed: "ändrad",
  minimum_added: "lägstanivån ny",
  minimum_removed: "lägstanivån borttagen",
  ambition_added: "ambitionen ny",
  ambition_removed: "ambitionen borttagen",
};

/** Why a row is as it is; said of a changed one that nobody has said it, empty beside one that stays. */
export function motiveText({ motive, change }: { motive: string; change: LevelChange }): string {
  return motive || (change === "same" ? "" : "Motivering saknas");
}

/** Said once of a page where levels stand in pairs: what `levelsText` writes. */
export const pairNote = "Nivåer står som lägsta / ambition.";

/** "3 / 4": minimum and ambition; "inga" where neither is. */
export function levelsText({ minimum, ambition }: Target): string {
  if (minimum === null && ambition === null) return "inga";
  return `${minimum ?? "–"} / ${ambition ?? "–"}`;
}

/** "3 av 37 har svarat: för få för att säga något." */
export function tooFewText({ answered, applicable }: { answered: number; applicable: number }): string {
  if (applicable === 0) return "Gäller ingen aktör";
  return `För få svar: ${answered} av ${applicable}`;
}

/** "12 under", of the actors whose level would be below. */
export function belowText(count: number): string {
  return count === 0 ? "Ingen under" : `${count} under`;
}

type Tried = { tried: GroupConsequence | null; minimum: number | null };

/** What the answers say of a proposed minimum, in short. `isBroken`: they are of another definition, which it cannot be held against. */
export function effectText({ tried, minimum }: Tried, isBroken: boolean): string {
  if (!tried) return "ingen har svarat";
  if (isBroken) return "ej jämförbart";
  if (tried.isTooFew) return tooFewText(tried);
  const chosen = tried.candidates.find((candidate) => candidate.minimum === minimum);
  return chosen ? belowText(chosen.below.length) : "–";
}

/** "Blåljus räknas här mot sin egen lägstanivå, 4.": beside the line for all actors, of the groups that more is asked of. */
export function stricterText(stricter: readonly { group: Group; minimum: number | null }[]): string {
  return stricter
    .map(({ group, minimum }) => `${groupHeading(group)} räknas här mot sin egen lägstanivå, ${minimum}.`)
    .join(" ");
}

/** Said once of a table with lines for all actors and for groups; empty where no group has one. */
export function countedText(
  capabilities: readonly { subs: readonly { lines: readonly { group: Group }[] }[] }[],
): string {
  const lines = capabilities.flatMap(({ subs }) => subs.flatMap((sub) => sub.lines));
  if (lines.every(({ group }) => group === "all")) return "";
  return "Varje aktör räknas mot den högsta lägstanivå som gäller den. Den som är under i en grupp med egen lägstanivå räknas därför också på raden för alla.";
}

/** ": 149 under och 17 som inte kan bedömas", of the answers that would not meet their minimum; empty where all are below. */
export function notMeetingParts({ after, codes }: Pick<Consequences, "after" | "codes">): string {
  const below = codes.reduce((sum, code) => sum + code.below.length, 0);
  const unknown = after.notMeeting - below;
  return unknown === 0 ? "" : `: ${below} under och ${unknown} som inte kan bedömas`;
}

/** "2:7 går inte att jämföra med 2026. De räknas inte med.": for which codes the answers of a year say nothing. */
export function brokenCodesText({ year, broken }: { year: number; broken: readonly string[] }): string {
  const left = broken.length === 1 ? "Den" : "De";
  return `${listText(broken)} går inte att jämföra med ${year}: definitionen är ändrad. ${left} räknas inte med.`;
}
