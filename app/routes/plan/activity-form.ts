import type { z } from "zod";
import type { ActivityContent } from "#domain/activity.ts";
import { activityContentSchema } from "#domain/activity-schema.ts";
import { type FormErrors, type FormValues, listOf, textOf } from "#http/form.ts";

const checkFields = [0, 1, 2, 3].map((index) => `checkDay.${index}`);

/** A number as it is typed: "250 000", "14". Empty: null. What is none: NaN, which the schema refuses by its field. */
function typedNumber(text: string): number | null {
  const digits = text.replace(/\s|kr$/g, "");
  if (digits === "") return null;
  return /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

/** Codes that are ticked, or that an effect is written for: what is typed in a row must not be lost for a missing tick. */
function codesIn(values: FormValues): string[] {
  const written = Object.keys(values).flatMap((name) => {
    const code = /^(?:level|actors)\.(.+)$/.exec(name)?.[1];
    return code !== undefined && textOf(values, name).trim() !== "" ? [code] : [];
  });
  return [...new Set([...listOf(values, "sub"), ...written])];
}

function effectOf(values: FormValues, code: string) {
  const level = textOf(values, `level.${code}`);
  const actors = textOf(values, `actors.${code}`).trim();
  if (level === "" && actors === "") return null;
  return {
    level: level === "min" ? null : level === "" ? Number.NaN : Number(level),
    actors: typedNumber(actors) ?? Number.NaN,
  };
}

function whenOf(values: FormValues) {
  const [from, to] = [textOf(values, "from"), textOf(values, "to")];
  if (from === "" && to === "") return null;
  // One of them alone says both.
  return { from: Number(from || to), to: Number(to || from) };
}

/** The activity as written in its form: its content, or a sentence for each wrong field. */
export function readActivity(
  values: FormValues,
): { ok: true; content: ActivityContent } | { ok: false; errors: FormErrors } {
  const codes = codesIn(values);
  const days = checkFields.filter((name) => textOf(values, name).trim() !== "");
  const parsed = activityContentSchema.safeParse({
    goalArea: textOf(values, "goalArea"),
    what: textOf(values, "what"),
    holder: textOf(values, "holder"),
    when: whenOf(values),
    costFrame: typedNumber(textOf(values, "costFrame")),
    subs: codes.map((code) => ({ code, effect: effectOf(values, code) })),
    actors: listOf(values, "actor"),
    checkHow: textOf(values, "checkHow"),
    checkDays: days.map((name) => textOf(values, name).trim()),
  });
  if (parsed.success) return { ok: true, content: parsed.data };
  return { ok: false, errors: errorsOf(parsed.error, codes, days) };
}

/** The schema's places as the form's fields. */
function errorsOf({ issues }: z.ZodError, codes: string[], days: string[]): FormErrors {
  const errors: FormErrors = {};
  for (const { path, message } of issues) {
    const [part, place, , inner] = path;
    const field =
      part === "subs"
        ? `${inner === "actors" ? "actors" : "level"}.${codes[Number(place)] ?? ""}`
        : part === "checkDays"
          ? (days[Number(place)] ?? "checkDay.0")
          : part === "when"
            ? String(place ?? "to")
            : part === "actors"
              ? "actor"
              : String(part);
    errors[field] ??= message;
  }
  return errors;
}

/** The form filled in from an activity. */
export function activityValues(content: ActivityContent): Record<string, string | string[]> {
  const effects = content.subs.flatMap(({ code, effect }) =>
    effect
      ? [
          [`level.${code}`, effect.level === null ? "min" : String(effect.level)],
          [`actors.${code}`, String(effect.actors)],
        ]
      : [],
  );
  return {
    goalArea: content.goalArea,
    what: content.what,
    holder: content.holder,
    from: content.when ? String(content.when.from) : "",
    to: content.when ? String(content.when.to) : "",
    costFrame: content.costFrame === null ? "" : String(content.costFrame),
    sub: content.subs.map(({ code }) => code),
    actor: content.actors,
    checkHow: content.checkHow,
    ...Object.fromEntries(content.checkDays.map((day, index) => [`checkDay.${index}`, day])),
    ...Object.fromEntries(effects),
  };
}
