import { z } from "zod";
import type { OccurrenceFailure } from "#components/occurrences/occurrence-form.tsx";
import type { ObservationContent, OccurrenceContent } from "#domain/occurrence.ts";
import { observationContentSchema, occurrenceContentSchema, removalReasonSchema } from "#domain/occurrence-schema.ts";
import { formValues, listOf, textOf } from "#http/form.ts";

const frameSchema = z.object({
  intent: z.enum(["record", "edit", "remove", "restore", "note", "edit_observation"]),
  saveId: z.string().min(1).max(200),
  baseRevision: z.coerce.number().int().nonnegative(),
  key: z
    .string()
    .regex(/^(ny|\d{1,6})$/)
    .optional(),
  remove: z.string().optional(),
});

type Frame = { saveId: string; baseRevision: number };
export type OccurrenceForm = Frame &
  (
    | { move: "record"; content: OccurrenceContent & { everyone: boolean } }
    | { move: "edit"; content: OccurrenceContent & { everyone: boolean } }
    | { move: "remove"; reason: string }
    | { move: "restore" }
    | { move: "note"; content: ObservationContent }
    | { move: "edit_observation"; number: number; content: ObservationContent }
    | { move: "remove_observation"; number: number }
  );
type Parsed =
  | { ok: true; form: OccurrenceForm; failure: OccurrenceFailure }
  | { ok: false; failure: OccurrenceFailure };

/** A form about an event or exercise, or about an observation in it. `today`: in Stockholm. `failure`: what was typed. */
export function parseOccurrenceForm(formData: FormData, today: string): Parsed {
  const values = formValues(formData);
  const frame = frameSchema.safeParse(values);
  if (!frame.success) {
    const errors = { "": "Formuläret kom inte fram helt. Försök en gång till." };
    return { ok: false, failure: { form: "", values, errors } };
  }
  const { intent, key, remove, ...carried } = frame.data;
  const failure = { form: key ?? intent, values, errors: {} };
  const refused = (error: z.ZodError, suffix = "") =>
    ({ ok: false, failure: { ...failure, errors: errorsOf(error, suffix) } }) as const;
  const number = Number(key);
  if (intent === "restore") return { ok: true, failure, form: { ...carried, move: "restore" } };
  if (intent === "remove") {
    const reason = z.object({ reason: removalReasonSchema }).safeParse({ reason: textOf(values, "reason") });
    return reason.success
      ? { ok: true, failure, form: { ...carried, move: "remove", ...reason.data } }
      : refused(reason.error);
  }
  if (intent === "record" || intent === "edit") {
    const content = occurrenceOf(values, today);
    if (!content.success) return refused(content.error);
    const everyone = textOf(values, "everyone") !== "";
    return { ok: true, failure, form: { ...carried, move: intent, content: { ...content.data, everyone } } };
  }
  if (intent === "edit_observation" && remove)
    return { ok: true, failure, form: { ...carried, move: "remove_observation", number } };
  const content = observationOf(values, key ?? "ny");
  if (!content.success) return refused(content.error, `.${key ?? "ny"}`);
  const noted = { ...carried, content: content.data };
  const form: OccurrenceForm =
    intent === "note" ? { ...noted, move: "note" } : { ...noted, move: "edit_observation", number };
  return { ok: true, failure, form };
}

type Values = ReturnType<typeof formValues>;

function occurrenceOf(values: Values, today: string) {
  return occurrenceContentSchema(today).safeParse({
    kind: textOf(values, "kind"),
    name: textOf(values, "name"),
    day: textOf(values, "day"),
    participants: listOf(values, "participants"),
  });
}

function observationOf(values: Values, key: string) {
  return observationContentSchema.safeParse({
    code: textOf(values, `code.${key}`),
    worked: textOf(values, `worked.${key}`),
    shortcomings: textOf(values, `shortcomings.${key}`),
  });
}

function errorsOf({ issues }: z.ZodError, suffix: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[`${String(path[0])}${suffix}`] ??= message;
  return errors;
}
