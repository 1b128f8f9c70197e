import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { cellsCsv } from "#exports/cells-csv.ts";
import { yearParam } from "#http/params.ts";
import { csvFile, notFound } from "#http/responses.ts";
import { madeByText } from "#text/planning-basis.ts";
import { loadPlanningBasis } from "#usecases/load-planning-basis.ts";

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/results/cells-csv");
  const year = yearParam(args.params.year);
  const basis = loadPlanningBasis(args.context.db, year, { now: args.context.now(), madeBy: madeByText(user) });
  if (!basis) throw notFound(`Omgången ${year} finns inte.`);
  return csvFile(`cells-${year}.csv`, cellsCsv(basis));
}
