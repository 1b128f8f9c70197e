import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import type { Db } from "#db/client.server.ts";
import { type FormValues, formFailure, formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { approvalProblems } from "#text/approval.ts";
import { approveAssessment } from "#usecases/approve-assessment.ts";
import type { MoveBy, MoveSubject } from "#usecases/permit-move.ts";
import { recordPaperApproval } from "#usecases/record-paper-approval.ts";
import { sendBackAssessment } from "#usecases/send-back-assessment.ts";
import { surveyPath, unknownPart } from "./survey-params.ts";

type Problem = keyof typeof approvalProblems;
/** `code`: of the comment that is wrong, where one is. */
type Result = { ok: true } | { ok: false; problem: Problem; code?: string };

/** The field that a refusal belongs to; the others concern the page as a whole. */
const fieldOf: Partial<Record<Problem, string>> = {
  nothing_said: "note",
  paper_date_invalid: "paperDate",
  paper_date_future: "paperDate",
  reference_missing: "reference",
  reference_long: "reference",
  registry_number_long: "registryNumber",
  note_long: "note",
};

function moveOf(intent: string): ((db: Db, subject: MoveSubject, fields: FormValues, by: MoveBy) => Result) | null {
  switch (intent) {
    case "approve":
      return (db, subject, fields, by) =>
        approveAssessment(db, { ...subject, registryNumber: textOf(fields, "registryNumber") }, by);
    case "paper":
      return (db, subject, fields, by) =>
        recordPaperApproval(
          db,
          {
            ...subject,
            paperDate: textOf(fields, "paperDate").trim(),
            reference: textOf(fields, "reference"),
            registryNumber: textOf(fields, "registryNumber"),
          },
          by,
        );
    case "send_back":
      return (db, subject, fields, by) =>
        sendBackAssessment(db, { ...subject, note: textOf(fields, "note"), comments: commentsOf(fields) }, by);
    default:
      return null;
  }
}

function commentsOf(fields: FormValues): { code: string; comment: string }[] {
  const prefix = "comment.";
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ code: name.slice(prefix.length), comment: textOf(fields, name) }));
}

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/approve", params.actor);
  const [year, actorId] = [yearParam(params.year), params.actor ?? ""];
  const form = await args.request.formData();
  const fields = formValues(form);
  const move = moveOf(textOf(fields, "intent"));
  if (!move) return invalid(formFailure(form, { "": "Välj vad som ska göras med självskattningen." }));
  const subject = { year, actorId, number: Number(textOf(fields, "number")) };
  const result = move(context.db, subject, fields, { now: context.now(), personId: user.personId, role: user.role });
  if (result.ok) return redirectTo(`${surveyPath(year, actorId)}/faststall`);
  if (result.problem === "unknown_round" || result.problem === "unknown_actor")
    throw unknownPart(result.problem, params);
  const field = result.code ? `comment.${result.code}` : (fieldOf[result.problem] ?? "");
  return invalid(formFailure(form, { [field]: approvalProblems[result.problem] }));
}
