import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { yearParam } from "#http/params.ts";
import { csvFile, notFound } from "#http/responses.ts";
import { exportLevels } from "#usecases/export-levels.ts";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/levels/levels-csv");
  const year = yearParam(args.params.year);
  const text = exportLevels(args.context.db, year);
  if (text === undefined) throw notFound(`Omgången ${year} finns inte.`);
  return csvFile(`levels-${year}.csv`, text);
}
