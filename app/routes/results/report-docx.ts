import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownActors } from "#auth/own-actors.ts";
import { requireActorAccess } from "#auth/require-access.ts";
import { stockholmDay } from "#domain/day.ts";
import { actorReportDocx } from "#exports/actor-report-docx.ts";
import { yearParam } from "#http/params.ts";
import { notFound, wordFile } from "#http/responses.ts";
import { onBehalfText } from "#text/on-behalf.ts";
import { roundStateNames } from "#text/rounds.ts";
import { viewActorReport } from "#usecases/view-actor-report.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { personId } = requireActorAccess(args, "routes/results/report-docx", params.actor);
  const year = yearParam(params.year);
  const now = context.now();
  const asked = { year, actorId: params.actor ?? "", own: ownActors(context.db, personId, now) };
  const report = viewActorReport(context.db, asked, { now });
  if (!report) throw notFound(`Aktören finns inte i omgången ${year}, eller så har omgången inte öppnat.`);
  const file = await actorReportDocx({
    ...report,
    today: stockholmDay(now),
    roundText: roundStateNames[report.state].toLowerCase(),
    filledInFrom: report.filledInFrom.map(onBehalfText),
  });
  return wordFile(`rapport-${year}-${report.actor.id}.docx`, file);
}
