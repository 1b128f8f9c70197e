import { type ActionFunctionArgs, data } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import type { OccurrenceFailure } from "#components/occurrences/occurrence-form.tsx";
import type { Db } from "#db/client.server.ts";
import type { RouteId } from "#domain/access.ts";
import { stockholmDay } from "#domain/day.ts";
import { notFound, redirectTo } from "#http/responses.ts";
import { accessSentences } from "#text/access.ts";
import { leftText, occurrenceProblems } from "#text/occurrences.ts";
import {
  editObservation,
  noteObservation,
  removeObservation,
  type SaveObservationResult,
} from "#usecases/save-observation.ts";
import {
  editOccurrence,
  type RecordedBy,
  recordOccurrence,
  removeOccurrence,
  restoreOccurrence,
  type SaveOccurrenceResult,
} from "#usecases/save-occurrence.ts";
import { type OccurrenceForm, parseOccurrenceForm } from "./occurrence-form.ts";

/** The id of an address; throws the 404 page for what is none. */
export function occurrenceParam(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) throw notFound(accessSentences.notFound);
  return Number(text);
}

/** Saves a form about the event or exercise that the address names, or, where it names none, about a new one. */
export async function saveOccurrenceForm(args: ActionFunctionArgs, routeId: RouteId) {
  const { context, request, params } = args;
  const user = requireAccess(args, routeId);
  const id = params.occurrence === undefined ? null : occurrenceParam(params.occurrence);
  const now = context.now();
  const parsed = parseOccurrenceForm(await request.formData(), stockholmDay(now));
  if (!parsed.ok) return data(parsed.failure, { status: 422 });
  const { form, failure } = parsed;
  const result = save(context.db, { form, id }, { ...user, now });
  if (!result.ok) return refused(result, failure);
  const after = "id" in result ? result.id : id;
  return redirectTo(`/handelser/${after}?nu=${form.move}#handelse`);
}

type Result = SaveOccurrenceResult | SaveObservationResult;

function save(db: Db, { form, id }: { form: OccurrenceForm; id: number | null }, by: RecordedBy): Result {
  if (form.move === "record") return recordOccurrence(db, form, by);
  const own = { id: id ?? 0, occurrenceId: id ?? 0, ...form };
  switch (own.move) {
    case "edit":
      return editOccurrence(db, own, by);
    case "remove":
      return removeOccurrence(db, own, by);
    case "restore":
      return restoreOccurrence(db, own, by);
    case "note":
      return noteObservation(db, own, by);
    case "edit_observation":
      return editObservation(db, own, by);
    default:
      return removeObservation(db, own, by);
  }
}

/** Everything typed comes back, with why nothing was saved. */
function refused(refusal: Extract<Result, { ok: false }>, failure: OccurrenceFailure) {
  const { problem } = refusal;
  if (problem === "unknown_occurrence") throw notFound(accessSentences.notFound);
  if (problem === "participant_left")
    return data({ ...failure, errors: { participants: leftText(refusal.names) } }, { status: 422 });
  const sentence = occurrenceProblems[problem];
  if (problem === "no_participants" || problem === "unknown_participant")
    return data({ ...failure, errors: { participants: sentence } }, { status: 422 });
  if (problem === "unknown_code")
    return data({ ...failure, errors: { [`code.${failure.form}`]: sentence } }, { status: 422 });
  return data({ ...failure, errors: { "": sentence } }, { status: 409 });
}
