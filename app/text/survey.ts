import type { MissingField } from "#domain/submission.ts";
import { dayText } from "./dates.ts";

/** Why nothing was saved or submitted, and what to do. */
export const surveyProblems = {
  round_not_open:
    "Omgången är inte öppen, så ingenting sparades. Behöver något ändras, hör av dig till samordningskansliet.",
  submitted: "Självskattningen är redan inlämnad, så ingenting sparades.",
  not_yours:
    "Kansliet fyller inte i åt aktören, så ingenting sparades. Ange på omgångens sida vad svaren bygger på, och spara sedan igen.",
  not_delegated:
    "Den här grundförmågan är inte fördelad till dig, eller inte längre, så ingenting sparades. Prata med er samordnare.",
  save_id_taken: "Formuläret hade redan använts och sparades inte. Texten finns kvar här: spara en gång till.",
  broken_form: "Formuläret kom inte fram helt, så ingenting sparades. Texten finns kvar här: spara en gång till.",
} as const;

/** Why no earlier version was restored, and what to do. */
export const restoreProblems = {
  stale: "Någon hann spara en ny version, så ingenting återställdes. Den står överst nu: läs den och välj igen.",
  invalid: "Versionen passar inte längre i formuläret, så ingenting återställdes.",
  save_id_taken: "Formuläret hade redan använts, så ingenting återställdes. Välj version igen.",
  round_not_open:
    "Omgången är inte öppen, så ingenting återställdes. Behöver något ändras, hör av dig till samordningskansliet.",
  submitted: "Självskattningen är redan inlämnad, så ingenting återställdes.",
  not_yours: "Kansliet fyller inte i åt aktören, så ingenting återställdes.",
  not_delegated:
    "Den här grundförmågan är inte fördelad till dig, eller inte längre, så ingenting återställdes. Prata med er samordnare.",
  broken_form: "Formuläret kom inte fram helt, så ingenting återställdes. Välj version igen.",
} as const;

/** `3 versioner`. */
export function versionsText(count: number): string {
  return count === 1 ? "1 version" : `${count} versioner`;
}

/** What an answer still lacks, as a line to act on. `position` is the indicator's place on the page, from 1. */
export function missingText(missing: MissingField, position?: number): string {
  switch (missing.field) {
    case "indicator":
      return `Besvara indikator ${position ?? missing.id}.`;
    case "indicator_reason":
      return `Skriv varför indikator ${position ?? missing.id} inte är tillämplig.`;
    case "answer":
      return "Välj er nivå.";
    case "confidence":
      return "Välj hur säkra ni är.";
    case "reason":
      return "Skriv en motivering.";
    case "change_reason":
      return "Skriv varför nivån har ändrats två steg eller mer.";
    case "causes":
      return "Välj vad som fattas.";
    case "evidence":
      return `Fyll i underlag ${missing.index + 1}: vad, datum och, för övning och händelse, utfall.`;
  }
}

/** The field on the page where something missing is filled in. */
export function fieldOf(missing: MissingField): string {
  switch (missing.field) {
    case "indicator":
      return `indicators.${missing.id}`;
    case "indicator_reason":
      return `reasons.${missing.id}`;
    case "evidence":
      return `evidence.${missing.index}.what`;
    case "change_reason":
      return "changeReason";
    default:
      return missing.field;
  }
}

/** `2 indikatorer, motivering`: what is missing, in few words. */
export function missingSummary(missing: readonly MissingField[]): string {
  const indicators = missing.filter(({ field }) => field === "indicator").length;
  const words = missing.flatMap(({ field }) => shortNames[field] ?? []);
  const counted = indicators === 0 ? [] : [indicators === 1 ? "1 indikator" : `${indicators} indikatorer`];
  return [...new Set([...counted, ...words])].join(", ");
}

const shortNames: Partial<Record<MissingField["field"], string>> = {
  indicator_reason: "skäl till ej tillämplig",
  answer: "nivå",
  confidence: "hur säkra ni är",
  reason: "motivering",
  change_reason: "varför nivån har ändrats",
  causes: "vad som fattas",
  evidence: "underlag",
};

const stepWords = ["", "Ett", "Två", "Tre", "Fyra", "Fem"];

/** `Ett steg under lägstanivån.` */
export function gapText(gap: number): string {
  return `${stepWords[gap] ?? gap} steg under lägstanivån.`;
}

/** `9 dagar kvar`, or when the round closed or that it has not opened. */
export function timeLeftText({
  state,
  isOpen,
  daysLeft,
  closingDay,
}: {
  state: string;
  isOpen: boolean;
  daysLeft: number;
  closingDay: string;
}) {
  if (state === "planned") return "har inte öppnat";
  if (state !== "open" && !isOpen) return "omgången är stängd";
  if (daysLeft === 0) return "sista dagen i dag";
  return daysLeft === 1 ? `1 dag kvar, till och med ${dayText(closingDay)}` : `${daysLeft} dagar kvar`;
}
