import type { AnswerKind, Cause, Confidence, Evidence, EvidenceKind, IndicatorAnswer } from "#domain/answer.ts";
import { dayText } from "./dates.ts";

export const causeNames: Record<Cause, string> = {
  planning: "Rutin eller plan",
  organisation: "Bemanning och mandat",
  equipment: "Teknik och utrustning",
  training: "Utbildning",
  exercise: "Övning",
};

export const indicatorAnswerNames: Record<IndicatorAnswer, string> = {
  yes: "Ja",
  partly: "Delvis",
  no: "Nej",
  unknown: "Vet ej",
  not_applicable: "Ej tillämplig",
};

export const answerKindNames: Record<Exclude<AnswerKind, "level">, string> = {
  unknown: "Kan inte bedömas",
  not_applicable: "Ej tillämplig",
};

export const confidenceNames: Record<Confidence, string> = { low: "Låg", medium: "Medel", high: "Hög" };

export const evidenceKindNames: Record<EvidenceKind, string> = {
  event: "Händelse",
  exercise: "Övning",
  training: "Utbildning",
  plan: "Plan eller rutin",
};

export const evidenceOutcomeNames = { worked: "Fungerade", shortcomings: "Brister visade sig" } as const;

/** A piece of evidence on one line: `Övning · Skogsbrand Tyresta · 3 mars 2026 · Fungerade`. */
export function evidenceLine({ kind, what, date, outcome }: Evidence): string {
  const parts = [evidenceKindNames[kind], what, date && dayText(date), outcome && evidenceOutcomeNames[outcome]];
  return parts.filter(Boolean).join(" · ");
}
