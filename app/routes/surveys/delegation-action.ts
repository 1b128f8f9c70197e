import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { requireActorAccess } from "#auth/require-access.ts";
import type { Db } from "#db/client.server.ts";
import { type FormValues, formFailure, formValues, textOf } from "#http/form.ts";
import { namedIn, yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { delegationProblems } from "#text/delegation.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { markDelegation } from "#usecases/mark-delegation.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { takeBackDelegation } from "#usecases/take-back-delegation.ts";
import { surveyPath, unknownPart } from "./survey-params.ts";

type Place = { year: number; actorId: string; capability: number };
type Problem =
  | keyof typeof delegationProblems
  | "unknown_round"
  | "unknown_actor"
  | "unknown_capability"
  | "unknown_delegation";
type Result = { ok: true } | { ok: false; problem: Problem };

const capabilitySchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** What each button does, and the word that the address then carries. */
const intents: Record<string, { done: string; run: (db: Db, place: Place, fields: FormValues, by: MoveBy) => Result }> =
  {
    delegate: {
      done: "fordelad",
      run: (db, place, fields, by) => {
        const personId = textOf(fields, `person-${place.capability}`);
        if (personId === "") return { ok: false, problem: "person_missing" };
        return delegateBaseCapability(db, { ...place, personId }, by);
      },
    },
    take_back: {
      done: "tillbakatagen",
      run: (db, place, fields, by) =>
        takeBackDelegation(db, { ...place, sequence: Number(textOf(fields, "sequence")) }, by),
    },
    ready: {
      done: "klar",
      run: (db, place, fields, by) =>
        markDelegation(db, { ...place, kind: "ready", note: textOf(fields, `note-${place.capability}`) }, by),
    },
    not_ready: {
      done: "inte-klar",
      run: (db, place, _fields, by) => markDelegation(db, { ...place, kind: "not_ready", note: "" }, by),
    },
  };

/** The field that a refusal belongs to; the others concern the base capability as a whole. */
const fieldOf: Partial<Record<Problem, string>> = {
  person_missing: "person",
  not_contributor: "person",
  already_delegated: "person",
  note_long: "note",
};

/** The task list's forms: a coordinator delegates and takes back, a contributor says that its part is ready. */
export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/task-list", params.actor);
  const [year, actorId] = [yearParam(params.year), params.actor ?? ""];
  const form = await args.request.formData();
  const fields = formValues(form);
  const intent = namedIn(intents, textOf(fields, "intent"));
  const capability = capabilitySchema.safeParse(textOf(fields, "capability"));
  const refused = (problem: keyof typeof delegationProblems, status: number) => {
    const number = capability.data ?? 0;
    const field = fieldOf[problem] ? `${fieldOf[problem]}-${number}` : "";
    return data({ ...formFailure(form, { [field]: delegationProblems[problem] }), capability: number }, { status });
  };
  if (!intent || !capability.success) return refused("broken_form", 422);
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const result = intent.run(context.db, { year, actorId, capability: capability.data }, fields, by);
  if (result.ok) {
    const path = surveyPath(year, actorId);
    return redirectTo(`${path}?nu=${intent.done}&i=${capability.data}#formaga-${capability.data}`);
  }
  switch (result.problem) {
    case "unknown_round":
    case "unknown_actor":
      throw unknownPart(result.problem, params);
    case "unknown_capability":
    case "unknown_delegation":
      return refused("broken_form", 422);
    default:
      return refused(result.problem, fieldOf[result.problem] ? 422 : 409);
  }
}
