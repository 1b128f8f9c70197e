import { expect, test } from "vitest";
import { z } from "zod";
import { listOf, parseForm, textOf } from "#http/form.ts";

const schema = z.object({
  name: z.string().min(3, "Skriv minst tre tecken.").regex(/^\D+$/, "Skriv inga siffror."),
  causes: z.union([z.string(), z.array(z.string())]).optional(),
});

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("a right form gives its value", () => {
  expect(parseForm(formOf([["name", "Samordnare"]]), schema)).toEqual({ ok: true, value: { name: "Samordnare" } });
});

test("a wrong form gives one sentence a field and keeps all that was typed", () => {
  const form = formOf([
    ["name", "1"],
    ["causes", "training"],
    ["causes", "exercise"],
    ["comment", "rad 1\r\nrad 2"],
  ]);
  const result = parseForm(form, schema);
  expect(result).toEqual({
    ok: false,
    errors: { name: "Skriv minst tre tecken." },
    values: { name: "1", causes: ["training", "exercise"], comment: "rad 1\nrad 2" },
  });
});

test("what came back fills fields and ticks", () => {
  const values = { name: "Samordnare", causes: "training" };
  expect(textOf(values, "name")).toBe("Samordnare");
  expect(textOf(values, "gone", "från början")).toBe("från början");
  expect(listOf(values, "causes")).toEqual(["training"]);
  expect(listOf(undefined, "causes")).toEqual([]);
});
