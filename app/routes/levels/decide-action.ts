import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { formFailure, formValues } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { decideProblems, levelProblemTexts } from "#text/levels.ts";
import { type DecideLevelsProblem, type DecideLevelsResult, decideLevels } from "#usecases/decide-levels.ts";
import { decidePosted, proposalRefusal } from "./decide-proposal-form.ts";
import { readDecision } from "./read-decision.ts";

type Refused = Exclude<DecideLevelsResult, { ok: true }>;

const fieldOf: Partial<Record<DecideLevelsProblem, string>> = {
  decided_on_invalid: "decidedOn",
  decided_on_future: "decidedOn",
  meeting_missing: "meeting",
  meeting_long: "meeting",
  motive_long: "motive",
  reference_missing: "reference",
  reference_long: "reference",
  registry_number_long: "registryNumber",
};

/** Records a decision: of the open proposal where the form names one, or of the levels in the form. */
export async function action(args: ActionFunctionArgs) {
  const { personId, role } = requireAccess(args, "routes/levels/decide");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const form = await args.request.formData();
  const values = formValues(form);
  const by = { now: now(), personId, role: role === "office" ? "office" : "chief_group" } as const;
  if (values.proposal !== undefined) {
    const result = decidePosted(db, year, values, by);
    if (result.ok) return decided(year, result.sequence);
    const refusal = proposalRefusal(db, year, result);
    return invalid(formFailure(form, refusal ? { "": refusal } : errorsOf(result as Refused)));
  }
  const given = readDecision(db, year, values);
  if (!given) throw notFound(`Omgången ${year} finns inte.`);
  const result = decideLevels(db, given.decision, by);
  if (result.ok) return decided(year, result.sequence);
  // What nobody touched must not undo the decision that came in between: those rows go back to what is in force.
  if (result.problem === "decided_meanwhile") for (const name of given.untouched) form.delete(name);
  return invalid(formFailure(form, errorsOf(result)));
}

function decided(year: number, sequence: number): Response {
  return redirectTo(`/lagstanivaer/${year}?beslut=${sequence}&nu=registrerat`);
}

function errorsOf(result: Refused): Record<string, string> {
  if (result.problem !== "levels") return { [fieldOf[result.problem] ?? ""]: decideProblems[result.problem] };
  return Object.fromEntries(
    result.levels.map(({ code, field, problem }) => [`${field}.${code}`, `${code}: ${levelProblemTexts[problem]}`]),
  );
}
