import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import { yearParam } from "#http/params.ts";
import { xlsxFile } from "#http/responses.ts";
import { exportWorkbook } from "#usecases/export-workbook.ts";
import { unknownPart } from "./survey-params.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  requireActorAccess(args, "routes/surveys/workbook-file", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const exported = await exportWorkbook(context.db, key, context.now());
  if (!exported.ok) throw unknownPart(exported.problem, params);
  const actor = key.actorId.replace(/[^0-9a-z-]/gi, "");
  return xlsxFile(`sjalvskattning-${key.year}-${actor}.xlsx`, exported.file);
}
