import type { LevelProblem, LevelWarning } from "#domain/level-check.ts";
import type { Group } from "#domain/target.ts";
import { categoryName, listText } from "./results.ts";

/** What is wrong with a decision on levels, in words. */
export const decideProblems = {
  round_unknown: "Omgången finns inte.",
  round_released: "Omgångens resultat är släppt. Nivåerna kan inte ändras längre.",
  decided_on_invalid: "Skriv den dag då beslutet fattades, till exempel 2026-02-12.",
  decided_on_future: "Beslutsdagen har inte varit än. Skriv den dag då beslutet fattades.",
  meeting_missing: "Skriv vilket möte som fattade beslutet, till exempel ”Regionala chefsgruppen, möte 2”.",
  meeting_long: "Mötets namn är för långt. Korta det till 200 tecken.",
  reference_missing: "Skriv var beslutet står, till exempel ”Chefsgruppen 12 februari § 4”.",
  reference_long: "Hänvisningen är för lång. Korta den till 200 tecken.",
  registry_number_long: "Diarienumret är för långt. Korta det till 100 tecken.",
  motive_long: "Motiveringen är för lång. Korta den till 500 tecken.",
  no_levels: "Inget skiljer sig från det som redan gäller. Ändra minst en nivå.",
  level_twice: "Samma delförmåga står två gånger. Ladda om sidan och försök igen.",
  code_unknown: "En delförmåga finns inte i omgångens definition. Ladda om sidan och försök igen.",
  group_unknown: "Välj en grupp i listan.",
  proposal_open: "Ett förslag är öppet. Besluta eller kasta det först, så att inget beslut går förbi det.",
  decided_meanwhile:
    "Ett annat beslut registrerades medan du fyllde i. Ditt är inte sparat. Dina ändringar står kvar nedan, övriga rader visar vad som gäller nu. Kontrollera dem och registrera igen.",
};

export const levelProblemTexts: Record<LevelProblem["problem"], string> = {
  outside_scale: "Välj en nivå på skalan.",
  lowest_level: "Den lägsta nivån ställer inget krav. Välj en högre, eller ingen.",
  below_minimum: "Ambitionsnivån är lägre än lägstanivån. Höj den, eller välj ingen.",
};

/** A group of actors as a heading: "Kommuner". */
export function groupHeading(group: Group): string {
  if (group === "all") return "Alla aktörer";
  return group === "designated" ? "Utpekade aktörer" : categoryName(group.slice("category:".length));
}

/** "Blåljus och utpekade aktörer: 5 delförmågor": what a decision concerns, and whom. */
export function scopeText(levels: readonly { code: string; group: Group }[]): string {
  const [first = "", ...others] = [...new Set(levels.map(({ group }) => groupHeading(group)))];
  const count = new Set(levels.map(({ code }) => code)).size;
  const groups = listText([first, ...others.map((group) => group.toLowerCase())]);
  return `${groups}: ${count} ${count === 1 ? "delförmåga" : "delförmågor"}`;
}

/** What one should know about a stored decision. */
export function warningText(warning: LevelWarning): string {
  const group = groupHeading(warning.group);
  if (warning.kind === "no_actors") return `${group}: ingen aktör i omgången hör dit, så nivåerna gäller ingen.`;
  const { code, minimum, minimumOfAll } = warning;
  return `${code}, ${group}: lägstanivån ${minimum} har ingen verkan, eftersom alla aktörer har lägstanivån ${minimumOfAll}.`;
}
