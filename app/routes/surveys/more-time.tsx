import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { AskMoreTime, RequestOutcome } from "#components/rounds/more-time.tsx";
import { mayRoleMove } from "#domain/assessment.ts";
import { formFailure } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { approvalProblems } from "#text/approval.ts";
import { dayText } from "#text/dates.ts";
import { moreTimeProblems } from "#text/rounds.ts";
import { askMoreTime } from "#usecases/ask-more-time.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";
import { surveyPath, unknownPart } from "./survey-params.ts";

export const meta: MetaFunction = () => [{ title: "Be om mer tid – Förmågekollen" }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/more-time", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewAssessment(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { actor, closingDay, requests, permits } = found.view;
  const isWaiting = requests[0] !== undefined && requests[0].answer === null;
  return {
    year: key.year,
    actor,
    closingDay,
    requests,
    base: surveyPath(key.year, key.actorId),
    isOffice: user.role === "office",
    mayAsk: !isWaiting && permits.includes("ask_more_time") && mayRoleMove("ask_more_time", user.role),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/more-time", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const result = askMoreTime(context.db, { ...key, wantedDay: text("wantedDay"), reason: text("reason") }, by);
  if (result.ok) return redirectTo(surveyPath(key.year, key.actorId));
  const { problem } = result;
  if (problem === "unknown_round" || problem === "unknown_actor") throw unknownPart(problem, params);
  const field = problem.startsWith("wanted_day") ? "wantedDay" : problem.startsWith("reason") ? "reason" : "";
  return invalid(formFailure(form, { [field]: { ...approvalProblems, ...moreTimeProblems }[problem] }));
}

export default function MoreTime() {
  const { year, actor, closingDay, requests, base, isOffice, mayAsk } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      narrow
      title="Be om mer tid"
      lead={`${actor.name} ${year}. ${isOffice ? "Aktörens" : "Er"} sista dag är ${dayText(closingDay)}. Samordningskansliet svarar.`}
      crumbs={[{ to: base, label: "Alla delförmågor" }]}
    >
      {requests.map((request) => (
        <RequestOutcome key={request.sequence} request={request} />
      ))}
      {mayAsk || failure ? (
        <AskMoreTime failure={failure} />
      ) : (
        requests.length === 0 && (
          <Notice kind="info">Aktörens samordnare kan be om mer tid så länge självskattningen kan ändras.</Notice>
        )
      )}
    </Page>
  );
}
