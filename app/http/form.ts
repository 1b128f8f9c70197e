import type { z } from "zod";

/** What was typed, by field name; a name sent several times gives a list. Kept to fill the form in again. */
export type FormValues = Record<string, string | string[]>;

/** The sentence for each wrong field, by field name; "" is the form as a whole. */
export type FormErrors = Record<string, string>;

export type FormResult<T> = { ok: true; value: T } | FormFailure;
export type FormFailure = { ok: false; values: FormValues; errors: FormErrors };

/** The fields of a form as plain text. Line ends become `\n`; files are left out. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((entry) => typeof entry === "string");
    const lines = texts.map((text) => text.replaceAll("\r\n", "\n"));
    const [first = ""] = lines;
    values[name] = lines.length > 1 ? lines : first;
  }
  return values;
}

/** The field name of an issue's path: `["evidence", 0, "date"]` is the field `evidence.0.date`. */
function fieldName(path: PropertyKey[]): string {
  return path.map(String).join(".");
}

/**
 * Parses a form with a schema over its text fields. The first wrong thing about each field becomes its sentence, so
 * the schema's messages are what a reader sees. A field with several choices takes `z.union([z.string(), z.array(…)])`
 * or `listOf`.
 */
export function parseForm<T>(form: FormData, schema: z.ZodType<T>): FormResult<T> {
  const values = formValues(form);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[fieldName(issue.path)] ??= issue.message;
  return { ok: false, values, errors };
}

/** A failure found after parsing, by a use case: the same form comes back with what was typed. */
export function formFailure(form: FormData, errors: FormErrors): FormFailure {
  return { ok: false, values: formValues(form), errors };
}

/** One typed text out of what came back, for a field's `value`. */
export function textOf(values: FormValues | undefined, name: string, fallback = ""): string {
  const value = values?.[name];
  return (Array.isArray(value) ? value[0] : value) ?? fallback;
}

/** The ticked values out of what came back: none, one or several. */
export function listOf(values: FormValues | undefined, name: string): string[] {
  const value = values?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
