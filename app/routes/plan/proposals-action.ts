import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { type FormErrors, formFailure, formValues, listOf, textOf } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { planProblems } from "#text/plan.ts";
import {
  type RejectProposalsResult,
  rejectProposals,
  restoreProposal,
  type TakeHow,
  type TakeProposalsResult,
  takeProposals,
} from "#usecases/handle-plan-proposals.ts";
import { planPath, planYear } from "./plan-params.ts";

/** Takes, merges, joins, rejects or takes back what is ticked. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/proposals");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const form = await args.request.formData();
  const values = formValues(form);
  const by = { now: now(), personId };
  const base = `${planPath(year)}/forslag`;
  const keys = listOf(values, "key");
  const intent = textOf(values, "intent");
  const refuse = (errors: FormErrors) => invalid(formFailure(form, errors));
  if (intent === "restore") {
    restoreProposal(db, { year, key: textOf(values, "restore") }, by);
    return redirectTo(`${base}?nu=restore`);
  }
  if (intent === "reject") {
    const result = rejectProposals(db, { year, keys, reason: textOf(values, "reason") }, by);
    return result.ok ? redirectTo(`${base}?nu=reject`) : refuse(errorsOf(result));
  }
  const how = howOf(intent, textOf(values, "into"));
  const saveId = textOf(values, "saveId").slice(0, 150);
  if (how === null || saveId === "") {
    const isJoin = intent === "join" && saveId !== "";
    return refuse(
      isJoin ? { into: "Välj en aktivitet." } : { "": "Formuläret kom inte fram helt. Försök en gång till." },
    );
  }
  const result = takeProposals(db, { year, keys, how, saveId }, by);
  if (!result.ok) return refuse(errorsOf(result));
  const [first] = result.numbers;
  return redirectTo(result.numbers.length === 1 ? `${planPath(year)}/aktivitet/${first}/andra` : `${base}?nu=take`);
}

function howOf(intent: string, into: string): TakeHow | null {
  if (intent === "each" || intent === "one") return intent;
  return intent === "join" && /^\d{1,6}$/.test(into) ? Number(into) : null;
}

type Refused = Extract<TakeProposalsResult | RejectProposalsResult, { ok: false }>;

function errorsOf(result: Refused): FormErrors {
  if (result.problem === "handled")
    return {
      "": `Någon annan har redan tagit eller avvisat ett av förslagen för ${result.code}. Ingenting är ändrat: se hur det står nu och välj igen.`,
    };
  const field = { reason_missing: "reason", reason_long: "reason", unknown_activity: "into" } as const;
  const { problem } = result;
  return { [problem in field ? field[problem as keyof typeof field] : ""]: planProblems[problem] };
}
