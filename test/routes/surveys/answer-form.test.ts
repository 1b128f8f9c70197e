import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { valuesOf } from "#components/survey/answer-values.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability } from "#test/support/builders.ts";
import { parseAnswerForm } from "../../../app/routes/surveys/answer-form.ts";

const definition = aDefinition();
const place = { definition, sub: aSubCapability("1:1"), actor: { designated: false } };
const saveId = randomUUID();

function parse(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ baseRevision: "0", saveId, ...fields }))
    for (const text of [value].flat()) form.append(name, text);
  return parseAnswerForm(form, place);
}
const errorsOf = (fields: Record<string, string | string[]>) => {
  const parsed = parse(fields);
  return parsed.ok ? {} : parsed.errors;
};

test("an untouched form is an empty draft", () => {
  expect(parse({})).toMatchObject({ ok: true, intent: "save", baseRevision: 0, saveId });
  const parsed = parse({ "evidence.0.kind": "", "evidence.0.what": " ", reason: "", causes: "" });
  const nothing = { answer: null, reason: "" };
  const untouched = { ...emptyAnswer(), indicators: { "1:1.1": nothing, "1:1.2": nothing } };
  expect(parsed.ok && parsed.content).toEqual(untouched);
});

test("a filled in form becomes the answer, line ends as one character", () => {
  const parsed = parse({
    intent: "next",
    "indicators.1:1.1": "yes",
    "indicators.1:1.2": "not_applicable",
    "reasons.1:1.2": "Vi har ingen hamn 🚢",
    answer: "2",
    reason: "rad 1\r\nrad 2",
    confidence: "high",
    causes: ["training", "planning"],
    comment: "=SUMMA(A1)",
    "evidence.0.kind": "",
    "evidence.4.kind": "exercise",
    "evidence.4.what": "SAMÖ",
    "evidence.4.date": "20260301",
    "evidence.4.outcome": "worked",
  });
  expect(parsed).toMatchObject({ ok: true, intent: "next" });
  expect(parsed.ok && parsed.content).toEqual({
    kind: "level",
    level: 2,
    reason: "rad 1\nrad 2",
    confidence: "high",
    causes: ["training", "planning"],
    comment: "=SUMMA(A1)",
    indicators: {
      "1:1.1": { answer: "yes", reason: "" },
      "1:1.2": { answer: "not_applicable", reason: "Vi har ingen hamn 🚢" },
    },
    evidence: [anEvidence({ what: "SAMÖ" })],
  });
});

test.each([
  ["unknown", { kind: "unknown", level: null }],
  ["0", { kind: "level", level: 0 }],
])("the answer %s", (answer, expected) => {
  const parsed = parse({ answer });
  expect(parsed.ok && parsed.content).toMatchObject(expected);
});

describe("what cannot be saved has its sentence under its field's name, and all that was typed comes back", () => {
  const long = "x".repeat(200_000);
  test.each<[string, Record<string, string | string[]>, string]>([
    ["a level outside the scale", { answer: "5" }, "answer"],
    ["a level that is no number", { answer: "tre" }, "answer"],
    ["a negative level", { answer: "-1" }, "answer"],
    ["not applicable where that is not allowed", { answer: "not_applicable" }, "answer"],
    ["an indicator answer that does not exist", { "indicators.1:1.1": "kanske" }, "indicators.1:1.1"],
    ["a reason of an indicator over its limit", { "reasons.1:1.2": long }, "reasons.1:1.2"],
    ["a reason of 200 kB", { reason: long }, "reason"],
    ["a comment with a NUL byte", { comment: "a\u0000b" }, "comment"],
    ["a confidence that does not exist", { confidence: "mycket" }, "confidence"],
    ["a cause that does not exist", { causes: ["pengar"] }, "causes"],
    ["a cause given twice", { causes: ["training", "training"] }, "causes"],
    ["evidence without a kind", { "evidence.0.what": "SAMÖ" }, "evidence.0.kind"],
    ["a date that is none", { "evidence.3.kind": "plan", "evidence.3.date": "2026-02-30" }, "evidence.0.date"],
    ["an outcome of a plan", { "evidence.0.kind": "plan", "evidence.0.outcome": "worked" }, "evidence.0.outcome"],
    ["a save id that is none", { saveId: "1" }, ""],
    ["no base revision", { baseRevision: "" }, ""],
  ])("%s", (_case, fields, field) => {
    const typed = { comment: "skrivet", ...fields };
    const parsed = parse(typed);
    expect(parsed.ok).toBe(false);
    expect(Object.keys(errorsOf(fields))).toEqual([field]);
    expect(errorsOf(fields)[field]).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(parsed.values.comment).toBe(typed.comment);
    for (const text of Object.values(fields).flat())
      if (text !== "" && field !== "")
        expect(JSON.stringify(parsed.values)).toContain(JSON.stringify(text).slice(1, -1));
  });

  test("more rows of evidence than can be stored", () => {
    const rows = Array.from({ length: 51 }, (_, row) => [`evidence.${row}.kind`, "plan"] as const);
    expect(Object.keys(errorsOf(Object.fromEntries(rows)))).toEqual(["evidence"]);
  });
});

test("a saved answer put into the form and sent again is the same answer", () => {
  const content = anAnswer({ causes: ["planning"], evidence: [anEvidence()], reason: "därför" });
  const values = valuesOf(content);
  const indicators = Object.entries(values.indicators).map(([id, { answer }]) => [`indicators.${id}`, answer]);
  const evidence = Object.entries(values.evidence[0] ?? {}).map(([part, text]) => [`evidence.0.${part}`, text]);
  const { answer, reason, confidence, causes, comment } = values;
  const parsed = parse({
    answer,
    reason,
    confidence,
    causes,
    comment,
    ...Object.fromEntries([...indicators, ...evidence]),
  });
  expect(parsed.ok && parsed.content).toEqual(content);
});
