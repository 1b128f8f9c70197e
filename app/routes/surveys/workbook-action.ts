import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import type { Role } from "#domain/access.ts";
import { formValues, listOf, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { hasUpload, readUpload } from "#http/upload.ts";
import { surveyProblems } from "#text/survey.ts";
import { takeRefusals, workbookRefusals } from "#text/workbook.ts";
import { importWorkbook } from "#usecases/import-workbook.ts";
import { type ChosenAnswer, discardWorkbook, takeWorkbookChanges } from "#usecases/take-workbook-changes.ts";
import { surveyPath, unknownPart } from "./survey-params.ts";

/** Why nothing was read or taken; `refused`: the sub-capabilities that were not saved, each with the reason. */
export type WorkbookFailure = { sentence: string; refused: { code: string; why: string }[]; saved: string[] };

const failed = (sentence: string, status: number) =>
  data<WorkbookFailure>({ sentence, refused: [], saved: [] }, { status });

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const user = requireActorAccess(args, "routes/surveys/workbook", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const path = `${surveyPath(key.year, key.actorId)}/arbetsbok`;
  if (hasUpload(request)) return upload(args, key, by);
  const fields = formValues(await request.formData());
  if (textOf(fields, "intent") === "discard") {
    discardWorkbook(context.db, { ...key, personId: user.personId });
    return redirectTo(path);
  }
  if (textOf(fields, "intent") !== "take") return failed(workbookRefusals.no_file, 422);
  const result = takeWorkbookChanges(
    context.db,
    { ...key, id: textOf(fields, "import"), chosen: chosenIn(fields) },
    by,
  );
  if (!result.ok && result.problem === "no_import") return failed(takeRefusals.no_import, 409);
  if (!result.ok) throw unknownPart(result.problem, params);
  if (result.refused.length === 0) return redirectTo(`${path}?sparade=${encodeURIComponent(result.saved.join(","))}`);
  const refused = result.refused.map(({ code, problem }) => ({ code, why: takeRefusals[problem] }));
  return data<WorkbookFailure>({ sentence: takeRefusals.some, refused, saved: result.saved }, { status: 409 });
}

type Key = { year: number; actorId: string };

async function upload(
  { request, params, context }: ActionFunctionArgs,
  key: Key,
  by: { now: Date; personId: string; role: Role },
) {
  const file = await readUpload(request, "file");
  if (!file.ok) return failed(workbookRefusals[file.problem], file.problem === "too_large" ? 413 : 422);
  const input = { ...key, id: randomUUID(), fileName: file.name, file: file.file };
  const result = await importWorkbook(context.db, input, by);
  if (result.ok) return redirectTo(`${surveyPath(key.year, key.actorId)}/arbetsbok`);
  if (result.problem === "refused") return failed(result.sentence, 422);
  if (result.problem === "unknown_round" || result.problem === "unknown_actor")
    throw unknownPart(result.problem, params);
  return failed(surveyProblems[result.problem], 409);
}

/** The ticked changes: `take.1:1` holds the names of its parts, `revision.1:1` what the preview showed. */
function chosenIn(fields: ReturnType<typeof formValues>): ChosenAnswer[] {
  const codes = Object.keys(fields).flatMap((name) => /^take\.(.+)$/.exec(name)?.[1] ?? []);
  return codes.map((code) => {
    const revision = textOf(fields, `revision.${code}`);
    return { code, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1, keys: listOf(fields, `take.${code}`) };
  });
}
