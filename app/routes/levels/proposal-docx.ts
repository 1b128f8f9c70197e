import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { stockholmDay } from "#domain/day.ts";
import { proposalDocx } from "#exports/proposal-docx.ts";
import { yearParam } from "#http/params.ts";
import { notFound, wordFile } from "#http/responses.ts";
import { viewProposal } from "#usecases/view-proposal.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/levels/proposal-docx");
  const year = yearParam(args.params.year);
  const now = args.context.now();
  const view = viewProposal(args.context.db, year, {}, now);
  if (!view) throw notFound(`Det finns inget öppet förslag för ${year}.`);
  return wordFile(`forslag-nivaer-${year}.docx`, await proposalDocx({ ...view, today: stockholmDay(now) }));
}
