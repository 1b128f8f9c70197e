import { z } from "zod";
import { commonFunctionContentSchema } from "#domain/common-function-schema.ts";
import { formValues } from "#http/form.ts";

/** Why the office's answer was not saved. */
export const commonFunctionProblems = {
  unknown_code: "Delförmågan frågar inte om någon gemensam funktion, så ingenting sparades.",
  not_now: "Svaren kan sparas från att omgången öppnar tills den släpps, så ingenting sparades.",
  stale: "Någon hann spara före dig, så ingenting sparades. Det du skrev finns kvar: spara igen för att ersätta.",
  save_id_taken: "Formuläret hade redan använts och sparades inte. Texten finns kvar här: spara en gång till.",
} as const;

const frameSchema = z.object({
  code: z.string().min(1).max(20),
  baseRevision: z.coerce.number().int().nonnegative(),
  saveId: z.string().min(1).max(200),
});
const answerField = "answers.";

/** The form of one common function. `failure`: what was typed, to fill it in again. */
export function parseCommonFunctionForm(form: FormData) {
  const entries = Object.entries(formValues(form)).map(([name, value]) => [name, String(value)] as const);
  const values: Record<string, string> = Object.fromEntries(entries);
  const failure = { code: values.code ?? "", values, errors: {} as Record<string, string> };
  const frame = frameSchema.safeParse(values);
  if (!frame.success) {
    const errors = { "": "Formuläret kom inte fram helt, så ingenting sparades. Försök en gång till." };
    return { ok: false, failure: { ...failure, errors } } as const;
  }
  const answers = entries.filter(([name]) => name.startsWith(answerField));
  const content = commonFunctionContentSchema.safeParse({
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice(answerField.length), value])),
    comment: (values.comment ?? "").trim(),
  });
  if (content.success) return { ok: true, input: { ...frame.data, content: content.data }, failure } as const;
  const errors: Record<string, string> = {};
  for (const { path, message } of content.error.issues) errors[path.join(".")] ??= message;
  return { ok: false, failure: { ...failure, errors } } as const;
}
