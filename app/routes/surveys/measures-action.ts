import { type ActionFunctionArgs, data } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import type { MeasureFailure } from "#components/measures/measure-forms.tsx";
import type { Db } from "#db/client.server.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { measureProblems } from "#text/measures.ts";
import { surveyProblems } from "#text/survey.ts";
import { decideMeasure } from "#usecases/decide-measure.ts";
import type { SaveMeasureResult } from "#usecases/measure-save.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { editMeasure, noteMeasure, removeMeasure } from "#usecases/save-measure.ts";
import { type MeasureForm, parseMeasureForm } from "./measure-form.ts";
import { surveyPath, unknownPart } from "./survey-params.ts";

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/measures", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const parsed = parseMeasureForm(await args.request.formData());
  if (!parsed.ok) return data(parsed.failure, { status: 422 });
  const { form, failure } = parsed;
  const result = save(context.db, { ...key, form }, { ...user, now: context.now() });
  return result.ok ? redirectTo(after(form, surveyPath(key.year, key.actorId))) : refused(result, failure, params);
}

function save(
  db: Db,
  { form, ...key }: { year: number; actorId: string; form: MeasureForm },
  by: MoveBy,
): SaveMeasureResult {
  const place = { ...key, saveId: form.saveId, baseRevision: form.baseRevision };
  if (form.move === "note") return noteMeasure(db, { ...place, code: form.code, content: form.content }, by);
  const { measure } = form;
  if (form.move === "decide") return decideMeasure(db, { ...place, measure, decision: form.decision }, by);
  if (measure.year !== key.year) return { ok: false, problem: "unknown_measure" };
  const own = { ...place, number: measure.number };
  return form.move === "edit" ? editMeasure(db, { ...own, content: form.content }, by) : removeMeasure(db, own, by);
}

const savedWords = { note: "sparad", edit: "sparad", remove: "borttagen", decide: "besked" };

function after({ move, back }: MeasureForm, base: string): string {
  const page = back === "" ? "atgarder" : back;
  return `${base}/${page}?atgard=${savedWords[move]}${back === "" ? "" : `#atgarder-${back}`}`;
}

type Refusal = Extract<SaveMeasureResult, { ok: false }>;

/** Everything typed comes back, with why nothing was saved. */
function refused(refusal: Refusal, failure: MeasureFailure, params: ActionFunctionArgs["params"]) {
  switch (refusal.problem) {
    case "stale":
    case "unknown_measure":
    case "too_many":
    case "not_directed":
      return data({ ...failure, errors: { "": measureProblems[refusal.problem] } }, { status: 409 });
    case "due_day_passed":
      return data(
        { ...failure, errors: { [`dueDay.${failure.key}`]: measureProblems.due_day_passed } },
        { status: 422 },
      );
    case "save_id_taken":
    case "round_not_open":
    case "submitted":
    case "not_yours":
    case "not_delegated":
      return data({ ...failure, errors: { "": surveyProblems[refusal.problem] } }, { status: 409 });
    default:
      throw unknownPart(refusal.problem, params);
  }
}
