import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { type FormErrors, formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { timeText } from "#text/dates.ts";
import { planProblems } from "#text/plan.ts";
import { type PlanRead, planActors, readPlan } from "#usecases/read-plan.ts";
import {
  type ActivityProblem,
  addActivity,
  editActivity,
  removeActivity,
  type SaveActivityResult,
} from "#usecases/save-activity.ts";
import { readActivity } from "./activity-form.ts";
import { planPath } from "./plan-params.ts";

const fieldOf: Partial<Record<ActivityProblem, string>> = {
  goal_area_unknown: "goalArea",
  code_unknown: "sub",
  level_outside_scale: "sub",
  actor_unknown: "actor",
  check_day_outside: "checkDay.0",
};

/** What the form chooses among. `read`: a plan that is being drafted. */
export function activityChoices(db: Db, read: PlanRead, now: Date) {
  const { goals, definition } = read;
  const lowest = Math.min(...definition.levels.map(({ level }) => level));
  return {
    saveId: randomUUID(),
    areas: goals.areas.map(({ key, name }) => ({ key, name })),
    capabilities: definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      subs: subCapabilities.map((sub) => ({ code: sub.code, name: sub.name })),
    })),
    levels: definition.levels.filter(({ level }) => level !== lowest).map(({ level, name }) => ({ level, name })),
    actors: planActors(db, read, now),
  };
}

/** The plan to edit; throws the 404 page where there is none. */
export function requirePlan(db: Db, year: number): PlanRead {
  const read = readPlan(db, year);
  if (!read) throw notFound(`Det finns ingen plan för ${year}.`);
  return read;
}

type Place = { year: number; number: number | null; personId: string };

/** Saves the posted activity: a new one where `number` is null, else that one, or takes it away. */
export async function saveActivityForm({ request, context }: ActionFunctionArgs, { year, number, personId }: Place) {
  const { db, now } = context;
  const form = await request.formData();
  const values = formValues(form);
  const by = { now: now(), personId };
  const saveId = textOf(values, "saveId");
  const refuse = (errors: FormErrors) => invalid(formFailure(form, errors));
  if (saveId === "" || saveId.length > 200)
    return refuse({ "": "Formuläret kom inte fram helt. Försök en gång till." });
  const place = { year, saveId };
  const edit = { ...place, number: number ?? 0, baseRevision: Number(textOf(values, "revision", "-1")) };
  if (number !== null && textOf(values, "intent") === "remove") {
    const result = removeActivity(db, edit, by);
    return result.ok ? redirectTo(`${planPath(year)}?nu=remove`) : refuse(errorsOf(result));
  }
  const written = readActivity(values);
  if (!written.ok) return refuse(written.errors);
  const { content } = written;
  const result =
    number === null ? addActivity(db, { ...place, content }, by) : editActivity(db, { ...edit, content }, by);
  if (result.ok) return redirectTo(`${planPath(year)}/aktivitet/${result.number}?nu=save`);
  // The next try starts from what is saved now, which stands beside the form.
  if (result.problem === "stale") form.set("revision", String(result.current.revision));
  return invalid(formFailure(form, errorsOf(result)));
}

function errorsOf(result: Extract<SaveActivityResult, { ok: false }>): FormErrors {
  if (result.problem !== "stale") return { [fieldOf[result.problem] ?? ""]: planProblems[result.problem] };
  const { savedAt, savedByName, isRemoved } = result.current;
  const did = isRemoved ? "tog bort aktiviteten" : "sparade aktiviteten";
  return {
    "": `${savedByName ?? "Någon annan"} ${did} ${timeText(savedAt)}, medan du skrev. Ditt är inte sparat, men står kvar nedan. Jämför med vad som är sparat nu, som står ovanför formuläret, och spara igen.`,
  };
}
