import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { planProblems } from "#text/plan.ts";
import { discardRevision, revisePlan } from "#usecases/move-plan.ts";
import { startPlan } from "#usecases/start-plan.ts";
import { planPath, planYear } from "./plan-params.ts";

/** Begins the plan, begins a revision of it, or throws a begun revision away. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/plan");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const form = await args.request.formData();
  const values = formValues(form);
  const by = { now: now(), personId };
  const intent = textOf(values, "intent");
  if (intent === "start") {
    const result = startPlan(db, year, by);
    return result.ok
      ? redirectTo(`${planPath(year)}?nu=start`)
      : invalid(formFailure(form, { "": planProblems[result.problem] }));
  }
  if (intent === "revise") {
    const result = revisePlan(db, year, by);
    return result.ok
      ? redirectTo(`${planPath(year)}?version=${result.version}&nu=revise`)
      : invalid(formFailure(form, { "": planProblems[result.problem] }));
  }
  if (intent !== "discard")
    return invalid(formFailure(form, { "": "Formuläret kom inte fram helt. Försök en gång till." }));
  if (values.sure === undefined)
    return invalid(formFailure(form, { sure: "Kryssa i rutan om du vill kasta revideringen." }));
  const asked = { version: Number(textOf(values, "version")), saves: Number(textOf(values, "saves", "-1")) };
  const result = discardRevision(db, { year, ...asked }, by);
  if (result.ok) return redirectTo(`${planPath(year)}?nu=discard`);
  if (result.problem === "no_revision") return redirectTo(planPath(year));
  // The revision as it is now is shown above: the next try is on that.
  form.delete("saves");
  return invalid(formFailure(form, { sure: planProblems[result.problem] }));
}
