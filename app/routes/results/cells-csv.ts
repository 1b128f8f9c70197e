import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { yearParam } from "#http/params.ts";
import { csvFile, notFound } from "#http/responses.ts";
import { exportCsv } from "#usecases/export-csv.ts";

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/results/cells-csv");
  const year = yearParam(args.params.year);
  const files = exportCsv(args.context.db, year);
  if (!files.ok) throw notFound(`Omgången ${year} finns inte.`);
  return csvFile(`cells-${year}.csv`, files.cells);
}
