import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Progress } from "#components/progress.tsx";
import { ReopenedNotice, SentBackNotice } from "#components/survey/approval-notices.tsx";
import { OnBehalfNotice } from "#components/survey/on-behalf-notice.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { TaskTable } from "#components/survey/task-table.tsx";
import { yearParam } from "#http/params.ts";
import { dayText } from "#text/dates.ts";
import { timeLeftText } from "#text/survey.ts";
import { type AssessmentView, viewAssessment } from "#usecases/view-assessment.ts";
import { readOnlyReason, roundActorPath, surveyPath, unknownPart } from "./survey-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Självskattning ${page.view.year} – Förmågekollen` : "Förmågekollen" },
];

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/task-list", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewAssessment(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  const readOnly = readOnlyReason(view, user.role);
  const toApprove = view.permits.includes("approve") && user.role === "approver";
  const manage = user.role === "office" ? roundActorPath(view.year, view.actor.id) : null;
  return {
    view,
    readOnly,
    toApprove,
    manage,
    base: surveyPath(view.year, view.actor.id),
    timeLeft: timeLeftText(view),
  };
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
  const { view, readOnly, toApprove, manage, base, timeLeft } = useLoaderData<typeof loader>();
  const { submission, sentBack, reopening } = view;
  const isDraft = view.assessmentState === "draft";
  const lead =
    view.state === "open"
      ? `Fyll i en delförmåga i taget och lämna in senast ${dayText(view.closingDay)}. Det som sparas finns kvar.`
      : undefined;
  const approve = (
    <Link className="ds-button" to={`${base}/faststall`}>
      Läs och fastställ
    </Link>
  );
  const actions = toApprove ? approve : readOnly ? undefined : <MainAction view={view} base={base} />;
  return (
    <Page title={`Självskattning ${view.year}, ${view.actor.name}`} lead={lead} actions={actions}>
      <div className="task-list">
        {submission && !isDraft && <Receipt submission={submission} approval={view.approval} />}
        {submission && !isDraft && !toApprove && (
          <p>
            <Link to={`${base}/faststall`}>Se sammanfattningen som fastställaren läser</Link>
          </p>
        )}
        {reopening && <ReopenedNotice reopening={reopening} counts={submission !== null} />}
        <OnBehalfNotice active={view.onBehalf} filledInFrom={view.filledInFrom} manage={manage} />
        {sentBack && <SentBackNotice sentBack={sentBack} base={base} />}
        {readOnly && isDraft && (
          <Notice kind="info">
            {readOnly}{" "}
            {manage && view.permits.includes("begin_on_behalf") && (
              <Link to={`${manage}#fyll-i-at`}>Fyll i åt aktören</Link>
            )}
          </Notice>
        )}
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
        <p>
          <Link to={`${base}/arbetsbok`}>Arbetsbok i Excel att fylla i tillsammans på ett möte</Link>
        </p>
      </div>
    </Page>
  );
}
