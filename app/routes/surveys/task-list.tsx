import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Progress } from "#components/progress.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { TaskTable } from "#components/survey/task-table.tsx";
import { dayText } from "#text/dates.ts";
import { timeLeftText } from "#text/survey.ts";
import { type AssessmentView, viewAssessment } from "#usecases/view-assessment.ts";
import { readOnlyReason, surveyPath, unknownPart, yearOf } from "./survey-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Självskattning ${page.view.year} – Förmågekollen` : "Förmågekollen" },
];

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/task-list", params.actor);
  const key = { year: yearOf(params), actorId: params.actor ?? "" };
  const found = viewAssessment(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  const readOnly = readOnlyReason(view, user.role === "coordinator");
  return { view, readOnly, base: surveyPath(view.year, view.actor.id), timeLeft: timeLeftText(view) };
}

/** The one thing to do now: go on where something remains, else review and submit. */
function MainAction({ view, base }: { view: AssessmentView; base: string }) {
  const next = view.groups
    .flatMap(({ tasks }) => tasks)
    .find(({ state }) => state === "not_started" || state === "begun");
  const begun = view.ready > 0 || next?.state === "begun";
  return (
    <Link className="ds-button" to={next ? `${base}/${next.code}` : `${base}/lamna-in`}>
      {next ? `${begun ? "Fortsätt med" : "Börja med"} ${next.code}` : "Granska och lämna in"}
    </Link>
  );
}

export default function TaskList() {
  const { view, readOnly, base, timeLeft } = useLoaderData<typeof loader>();
  const lead =
    view.state === "open"
      ? `Fyll i en delförmåga i taget och lämna in senast ${dayText(view.closingDay)}. Det som sparas finns kvar.`
      : undefined;
  return (
    <Page
      title={`Självskattning ${view.year}, ${view.actor.name}`}
      lead={lead}
      actions={readOnly ? undefined : <MainAction view={view} base={base} />}
    >
      <div className="task-list">
        {view.submission && <Receipt submission={view.submission} />}
        {readOnly && !view.submission && <Notice kind="info">{readOnly}</Notice>}
        <Progress done={view.ready} total={view.total}>
          · {timeLeft}
        </Progress>
        <TaskTable base={base} groups={view.groups} />
        {!readOnly && view.ready < view.total && (
          <p>
            <Link to={`${base}/lamna-in`}>Se allt som saknas innan ni kan lämna in</Link>
          </p>
        )}
        <p>
          <Link to={`/formular/${view.definitionVersion}`}>Tomt formulär att läsa igenom eller skriva ut</Link>
        </p>
      </div>
    </Page>
  );
}
