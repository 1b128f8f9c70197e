import { expect, test } from "vitest";
import { differencesBetween } from "#components/survey/answer-differences.ts";
import { valuesOf } from "#components/survey/answer-values.ts";
import { errorLines } from "#components/survey/error-lines.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";

const scale = { sub: aSubCapability("1:1"), levels: aDefinition().levels };

test("two versions of an answer are compared field by field, in words and in the order of the page", () => {
  const mine = valuesOf(anAnswer({ level: 1, causes: ["training"], evidence: [anEvidence()] }));
  const theirs = valuesOf(
    anAnswer({
      kind: "unknown",
      level: null,
      reason: "för få svar",
      indicators: indicatorsAnswered({ "1:1.1": "yes", "1:1.2": "unknown" }),
    }),
  );
  expect(differencesBetween(mine, theirs, scale)).toEqual([
    { label: "Aktören kan 1:1.2", mine: "Ja", theirs: "Vet ej" },
    { label: "Underlag", mine: "Övning, Samverkansövning, 1 mars 2026, Fungerade", theirs: "" },
    { label: "Er nivå", mine: "1 Nivå 1", theirs: "Kan inte bedömas" },
    { label: "Vad som fattas", mine: "Utbildning", theirs: "" },
    { label: "Motivering", mine: "", theirs: "för få svar" },
  ]);
});

test("two equal versions do not differ", () => {
  expect(differencesBetween(valuesOf(anAnswer()), valuesOf(anAnswer()), scale)).toEqual([]);
});

test("the summary of errors names each field, in the order of the page", () => {
  const lines = errorLines({
    comment: "För lång.",
    "evidence.1.date": "Datumet finns inte.",
    "indicators.1:1.1": "Välj.",
    "": "Inte allt kom fram.",
  });
  expect(Object.entries(lines)).toEqual([
    ["", "Inte allt kom fram."],
    ["indicators.1:1.1", "Indikator: Välj."],
    ["evidence.1.date", "Underlag 2, datum: Datumet finns inte."],
    ["comment", "Kommentar: För lång."],
  ]);
});
