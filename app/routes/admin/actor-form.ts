import type { FormValues } from "#http/form.ts";
import { formFailure, textOf } from "#http/form.ts";
import { invalid } from "#http/responses.ts";
import { actorProblems } from "#text/actors.ts";
import { categoryOf } from "#text/results.ts";

type Problem = keyof typeof actorProblems;

/** Which field each refusal is about; the rest concern the form as a whole. */
const fieldOf: Partial<Record<Problem, string>> = {
  name_missing: "name",
  name_long: "name",
  name_taken: "name",
  short_name_missing: "shortName",
  short_name_long: "shortName",
  category_missing: "category",
  category_long: "category",
  day_invalid: "day",
  day_before_joining: "day",
  day_before_leaving: "day",
  reason_missing: "reason",
  reason_long: "reason",
  same_actor: "second",
};

/** A refused form of an actor: 422, what was typed, and the sentence at its field. */
export function refusedActor(form: FormData, problem: Problem, field = fieldOf[problem] ?? "") {
  return invalid(formFailure(form, { [field]: actorProblems[problem] }));
}

/** An actor's four values as typed; the use case judges them. */
export function actorValuesIn(values: FormValues) {
  return {
    name: textOf(values, "name"),
    shortName: textOf(values, "shortName"),
    category: categoryOf(textOf(values, "category")),
    designated: values.designated === "on",
  };
}

/** The number that a form carries of the latest change its reader had seen; -1, which fits nothing, for a made-up one. */
export function expectedIn(values: FormValues): number {
  const text = textOf(values, "expected");
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
