import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { fileResponse, notFound } from "#http/responses.ts";
import { madeByText } from "#text/planning-basis.ts";
import { reportMark, secrecyNotice } from "#text/secrecy.ts";
import { exportPlan, isPlanFileName } from "#usecases/export-plan.ts";
import { isPlanner } from "#usecases/show-activities.ts";
import { askedVersion, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";

/** The plan as the file that the address names, made now. */
export async function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/plan-file");
  const year = planYear(args.params);
  const { file = "" } = args.params;
  if (!isPlanFileName(file)) throw unknownFile();
  const words = {
    title: `Verksamhetsplan ${year}`,
    secrecy: isPlanner(user) ? reportMark : secrecyNotice,
    madeBy: madeByText(user),
  };
  const asked = { year, version: askedVersion(args.request), files: [file] };
  const [made] = (await exportPlan(args.context.db, asked, { ...words, ...readAs(args, user) })) ?? [];
  if (!made) throw unknownFile();
  return fileResponse(made.name, made.content);
}

function unknownFile(): Response {
  return notFound("Filen finns inte. Välj en på planens sida.");
}
