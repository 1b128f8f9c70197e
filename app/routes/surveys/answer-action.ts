import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import { type AnswerFailure, valuesOf } from "#components/survey/answer-values.ts";
import type { Db } from "#db/client.server.ts";
import type { RouteId } from "#domain/access.ts";
import { withPiece } from "#domain/earlier-answer.ts";
import type { TaskState } from "#domain/submission.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { surveyProblems } from "#text/survey.ts";
import { type AnswerPlace, findAnswerPlace } from "#usecases/find-answer-place.ts";
import { withOccurrence } from "#usecases/find-usable-occurrences.ts";
import { type SaveAnswerResult, saveAnswer } from "#usecases/save-answer.ts";
import { type AnswerForm, answerErrors, parseAnswerForm } from "./answer-form.ts";
import { lastSteps, surveyPath, unknownPart } from "./survey-params.ts";

const moreRows = 3;

/** What became of a sent form. `to`: the page after it; `state`: how far the sub-capability has come with it. `failure`: everything typed, and why it is not saved. */
export type AnswerOutcome =
  | { ok: true; to: string; revision: number; savedAt: string; state: TaskState }
  | { ok: false; failure: AnswerFailure; status: number };

export async function action(args: ActionFunctionArgs) {
  const outcome = await saveTyped(args, "routes/surveys/answer");
  return outcome.ok ? redirectTo(outcome.to) : data(outcome.failure, { status: outcome.status });
}

/** Saves what the answer page's form holds, for the page itself and for what it saves while somebody types. */
export async function saveTyped(args: ActionFunctionArgs, routeId: RouteId): Promise<AnswerOutcome> {
  const { params, context } = args;
  const user = requireActorAccess(args, routeId, params.actor);
  const [year, actorId, code] = [yearParam(params.year), params.actor ?? "", params.code ?? ""];
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const found = findAnswerPlace(context.db, { year, actorId, code }, by);
  if (!found.ok) throw unknownPart(found.problem, params);

  const form = parseAnswerForm(await args.request.formData(), found.place);
  // Before anything else is said: what was typed must come back also where the answer has closed meanwhile.
  const { refusal } = found.place;
  if (refusal && (form.intent === "add_row" || !form.ok))
    return failed(409, failure(form, { closed: surveyProblems[refusal] }));
  if (form.intent === "add_row") return failed(200, failure(form, { emptyRows: moreRows }));
  if (!form.ok) return failed(422, failure(form, { errors: form.errors }));
  const { baseRevision, saveId, intent } = form;
  const content = withTaken(context.db, form, { ...found.place, actorId });
  const input = { year, actorId, code, content, baseRevision, saveId, automatic: intent === "auto" };
  const result = saveAnswer(context.db, input, by);
  if (!result.ok) return refused(result, form, params);
  const { revision, savedAt } = result;
  const last = lastSteps[user.role === "contributor" ? "contributor" : "coordinator"].path;
  const to = after(intent, found.place, { base: surveyPath(year, actorId), code, last });
  const place = form.taken?.piece === "occurrence" ? "handelser" : "forra-aret";
  const state = found.place.stateOf(content);
  return { ok: true, revision, savedAt, state, to: form.taken ? `${to}&hamtat=${revision}#${place}` : to };
}

/** What is typed, with the piece of the earlier year's answer, or the event or exercise, that it asks for. */
function withTaken(db: Db, { content, taken }: AnswerForm & { ok: true }, place: AnswerPlace & { actorId: string }) {
  if (taken?.piece === "occurrence") return withOccurrence(db, { ...place, code: place.sub.code }, content, taken.id);
  const { earlier } = place;
  return taken && earlier?.kind === "comparable" ? withPiece(content, earlier.content, taken) : content;
}

function failed(status: number, failure: AnswerFailure): AnswerOutcome {
  return { ok: false, status, failure };
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

function refused(
  refusal: Refusal,
  form: AnswerForm & { ok: true },
  params: ActionFunctionArgs["params"],
): AnswerOutcome {
  switch (refusal.problem) {
    case "stale": {
      const { content, savedAt, savedByName, revision } = refusal.current;
      const stale = { values: valuesOf(content), savedAt, savedByName };
      return failed(409, failure(form, { stale, baseRevision: revision }));
    }
    case "invalid":
      return failed(422, failure(form, { errors: answerErrors(refusal.issues) }));
    case "save_id_taken":
      return failed(409, failure(form, { errors: { "": surveyProblems.save_id_taken } }));
    case "round_not_open":
    case "submitted":
    case "not_yours":
    case "not_delegated":
      return failed(409, failure(form, { closed: surveyProblems[refusal.problem] }));
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
