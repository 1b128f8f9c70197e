import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import { type AnswerValues, valuesOf } from "#components/survey/answer-values.ts";
import type { FormErrors } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { surveyProblems } from "#text/survey.ts";
import { type AnswerPlace, findAnswerPlace } from "#usecases/find-answer-place.ts";
import { type SaveAnswerResult, saveAnswer } from "#usecases/save-answer.ts";
import { type AnswerForm, answerErrors, parseAnswerForm } from "./answer-form.ts";
import { lastSteps, surveyPath, unknownPart } from "./survey-params.ts";

/** What comes back when nothing was saved: all that was typed, and why. */
export type AnswerFailure = {
  values: AnswerValues;
  errors: FormErrors;
  /** Why nothing can be saved, whatever is typed. */
  closed: string | null;
  stale: { values: AnswerValues; savedAt: string; savedByName: string | null } | null;
  baseRevision: number;
  saveId: string;
  emptyRows: number;
};

const moreRows = 3;

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/answer", params.actor);
  const [year, actorId, code] = [yearParam(params.year), params.actor ?? "", params.code ?? ""];
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const found = findAnswerPlace(context.db, { year, actorId, code }, by);
  if (!found.ok) throw unknownPart(found.problem, params);

  const form = parseAnswerForm(await args.request.formData(), found.place);
  // Before anything else is said: what was typed must come back also where the answer has closed meanwhile.
  const { refusal } = found.place;
  if (refusal && (form.intent === "add_row" || !form.ok))
    return data(failure(form, { closed: surveyProblems[refusal] }), { status: 409 });
  if (form.intent === "add_row") return data(failure(form, { emptyRows: moreRows }));
  if (!form.ok) return data(failure(form, { errors: form.errors }), { status: 422 });
  const input = { year, actorId, code, content: form.content, baseRevision: form.baseRevision, saveId: form.saveId };
  const result = saveAnswer(context.db, input, by);
  if (!result.ok) return refused(result, form, params);
  const last = lastSteps[user.role === "contributor" ? "contributor" : "coordinator"].path;
  return redirectTo(after(form.intent, found.place, { base: surveyPath(year, actorId), code, last }));
}

/** The page after a save: the same one, or the next; after the last, what remains before submitting. */
function after(
  intent: AnswerForm["intent"],
  { next }: AnswerPlace,
  { base, code, last }: { base: string; code: string; last: string },
): string {
  const goal = intent !== "next" ? `/${code}` : next === null ? last : `/${next}`;
  return `${base}${goal}?sparat=${encodeURIComponent(code)}`;
}

type Refusal = Extract<SaveAnswerResult, { ok: false }>;

function refused(refusal: Refusal, form: AnswerForm & { ok: true }, params: ActionFunctionArgs["params"]) {
  switch (refusal.problem) {
    case "stale": {
      const { content, savedAt, savedByName, revision } = refusal.current;
      const stale = { values: valuesOf(content), savedAt, savedByName };
      return data(failure(form, { stale, baseRevision: revision }), { status: 409 });
    }
    case "invalid":
      return data(failure(form, { errors: answerErrors(refusal.issues) }), { status: 422 });
    case "save_id_taken":
      return data(failure(form, { errors: { "": surveyProblems.save_id_taken } }), { status: 409 });
    case "round_not_open":
    case "submitted":
    case "not_yours":
    case "not_delegated":
      return data(failure(form, { closed: surveyProblems[refusal.problem] }), { status: 409 });
    default:
      throw unknownPart(refusal.problem, params);
  }
}

function failure(form: AnswerForm, changes: Partial<AnswerFailure>): AnswerFailure {
  return {
    values: form.values,
    errors: {},
    closed: null,
    stale: null,
    baseRevision: form.baseRevision,
    saveId: randomUUID(),
    emptyRows: 1,
    ...changes,
  };
}
