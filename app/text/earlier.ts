// What is said of the earlier year's answer on the page of this year's.
import type { AnswerKind } from "#domain/answer.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { answerKindNames } from "./answers.ts";
import { breakText } from "./changes.ts";
import { measuresText } from "./measures.ts";

type Judged = { kind: AnswerKind | null; level: number | null };

const stepWords = ["inga", "ett", "två", "tre", "fyra", "fem"];

/** `Förra året`, or the year where one or more lie between. */
export function earlierYearText(earlier: number, year: number): string {
  return earlier === year - 1 ? "Förra året" : String(earlier);
}

function answerText({ kind, level }: Judged): string {
  if (level !== null) return String(level);
  return kind === null || kind === "level" ? "ingen nivå" : answerKindNames[kind].toLowerCase();
}

function stepsText(steps: number): string {
  if (steps === 0) return "oförändrat";
  return `${stepWords[Math.abs(steps)] ?? Math.abs(steps)} steg ${steps > 0 ? "upp" : "ned"}`;
}

/** `Förra året 2, nu 4: två steg upp.` */
export function changeText(then: Judged & { year: number }, now: Judged, year: number): string {
  const words = `${earlierYearText(then.year, year)} ${answerText(then)}, nu ${answerText(now)}`;
  if (then.level === null || now.level === null) return `${words}.`;
  return `${words}: ${stepsText(now.level - then.level)}.`;
}

export const earlierTexts = {
  hidden: (when: string) =>
    when === "Förra året"
      ? "Förra årets nivå visas när ni har valt och sparat en nivå."
      : `Nivån ${when} visas när ni har valt och sparat en nivå.`,
  changeReason: "Varför har nivån ändrats?",
  changeReasonDue: "Behövs, eftersom nivån har ändrats två steg eller mer.",
  changeReasonFree: "Om ni vill.",
  takeHint: "Inget följer med av sig självt. Ta över det som fortfarande stämmer, ett i taget.",
  tooOld: "äldre än 24 månader",
  tooOldToProve: "äldre än 24 månader: visar inte längre den högsta nivån",
  taken: "finns i svaret",
  measures: { not_started: "är kvar", ongoing: "är kvar", done: "klar", cancelled: "avbruten" },
} as const;

/** `Från förra året: 2 underlag, 1 kommentar och 1 åtgärd`. */
export function piecesText(when: string, evidence: number, hasComment: boolean, measures: number): string {
  const parts = [
    evidence > 0 && `${evidence} underlag`,
    hasComment && "1 kommentar",
    measures > 0 && measuresText(measures),
  ].filter((part) => part !== false);
  const last = parts.pop();
  const from = when === "Förra året" ? "Från förra året" : `Från ${when}`;
  const listed = parts.length > 0 ? `${parts.join(", ")} och ${last}` : last;
  return `${from}: ${listed ?? "inget underlag och ingen kommentar"}`;
}

/** Why nothing of the earlier year is shown. */
export function withoutEarlierText(year: number, breaks: readonly LineageStep[] | null): string {
  if (breaks === null) return `Ni svarade inte på den här delförmågan ${year}.`;
  const why = breaks.map(breakText).join(" ");
  return `Svaret går inte att jämföra med ${year}${why ? `. ${why}` : "."}`;
}
