import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { decisionDocx } from "#exports/decision-docx.ts";
import { yearParam } from "#http/params.ts";
import { notFound, wordFile } from "#http/responses.ts";
import { viewLevels } from "#usecases/view-levels.ts";

export async function loader(args: LoaderFunctionArgs) {
  const reader = requireAccess(args, "routes/levels/decision-docx");
  const year = yearParam(args.params.year);
  const { db, now } = args.context;
  const view = viewLevels(db, year, { reader, now: now() });
  const decision = view?.decisions.find(({ sequence }) => String(sequence) === args.params.sequence);
  if (!view || !decision) throw notFound(`Omgången ${year} har inget beslut ${args.params.sequence ?? ""}.`);
  const names = new Map(view.capabilities.flatMap(({ rows }) => rows.map(({ code, name }) => [code, name])));
  const levels = decision.levels.map((level) => ({ ...level, name: names.get(level.code) ?? "" }));
  const file = await decisionDocx({ ...decision, year, levels, scale: view.scale });
  return wordFile(`beslut-${year}-${decision.sequence}.docx`, file);
}
