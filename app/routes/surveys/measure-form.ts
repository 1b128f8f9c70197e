import { z } from "zod";
import type { MeasureFailure } from "#components/measures/measure-forms.tsx";
import type { MeasureDecision } from "#domain/measure.ts";
import { measureContentSchema, measureDecisionSchema } from "#domain/measure-schema.ts";
import { formValues } from "#http/form.ts";
import { namedIn } from "#http/params.ts";

const savedTexts: Record<string, string> = {
  sparad: "Åtgärden är sparad.",
  borttagen: "Åtgärden är borttagen. Den står kvar under Borttagna på sidan Åtgärder.",
  besked: "Beskedet om åtgärden är sparat.",
};

/** What was just saved, as the address says after the form. */
export function measureSavedText(request: Request): string | null {
  return namedIn(savedTexts, new URL(request.url).searchParams.get("atgard")) ?? null;
}

const frameSchema = z.object({
  key: z.string(),
  intent: z.enum(["note", "edit", "decide"]),
  saveId: z.string().min(1).max(200),
  baseRevision: z.coerce.number().int().nonnegative(),
  /** The sub-capability whose page the form stands on; "" for the list. */
  back: z.string().max(20).default(""),
  remove: z.string().optional(),
});

const newKey = /^ny-(.{1,20})$/;
const measureKeyForm = /^(\d{4})-(\d{1,6})$/;

type Frame = { saveId: string; baseRevision: number; back: string };
type Measure = { measure: { year: number; number: number } };
export type MeasureForm = Frame &
  (
    | { move: "note"; code: string; content: z.infer<typeof measureContentSchema> }
    | (Measure & { move: "edit"; content: z.infer<typeof measureContentSchema> })
    | (Measure & { move: "remove" })
    | (Measure & { move: "decide"; decision: MeasureDecision })
  );
type Parsed = { ok: true; form: MeasureForm; failure: MeasureFailure } | { ok: false; failure: MeasureFailure };

/** A form of a measure; its fields' names end with the form's key, as a page holds several. `failure`: what was typed. */
export function parseMeasureForm(formData: FormData): Parsed {
  const values = formValues(formData);
  const frame = frameSchema.safeParse(values);
  const failure = { key: String(values.key ?? ""), values, errors: {} };
  const code = newKey.exec(failure.key)?.[1];
  const [, year, number] = measureKeyForm.exec(failure.key) ?? [];
  const isNew = frame.data?.intent === "note";
  if (!frame.success || (isNew ? code === undefined : year === undefined))
    return {
      ok: false,
      failure: { ...failure, errors: { "": "Formuläret kom inte fram helt. Försök en gång till." } },
    };

  const { intent, remove, saveId, baseRevision, back } = frame.data;
  const common = { saveId, baseRevision, back, measure: { year: Number(year), number: Number(number) } };
  if (intent === "edit" && remove) return { ok: true, form: { ...common, move: "remove" }, failure };
  const fields = fieldsOf(values, failure.key);
  const typed = { holder: fields("holder"), dueDay: fields("dueDay") };
  if (intent === "decide") {
    const said = measureDecisionSchema.safeParse({ ...typed, state: fields("state"), note: fields("note") });
    if (!said.success) return { ok: false, failure: { ...failure, errors: errorsOf(said.error, failure.key) } };
    return { ok: true, form: { ...common, move: "decide", decision: said.data }, failure };
  }
  const content = measureContentSchema.safeParse({ ...typed, what: fields("what") });
  if (!content.success) return { ok: false, failure: { ...failure, errors: errorsOf(content.error, failure.key) } };
  const parsed = { ...common, content: content.data };
  const form: MeasureForm = code !== undefined ? { ...parsed, move: "note", code } : { ...parsed, move: "edit" };
  return { ok: true, form, failure };
}

function fieldsOf(values: Record<string, string | string[]>, key: string) {
  return (name: string): string => {
    const value = values[`${name}.${key}`];
    return typeof value === "string" ? value : "";
  };
}

function errorsOf({ issues }: z.ZodError, key: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[`${String(path[0])}.${key}`] ??= message;
  return errors;
}
