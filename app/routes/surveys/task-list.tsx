import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { type Crumb, Page } from "#components/page.tsx";
import { Progress } from "#components/progress.tsx";
import { RequestOutcome } from "#components/rounds/more-time.tsx";
import { ReopenedNotice, SentBackNotice } from "#components/survey/approval-notices.tsx";
import { DelegationParts } from "#components/survey/delegation-parts.tsx";
import { OnBehalfNotice } from "#components/survey/on-behalf-notice.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { TaskTable } from "#components/survey/task-table.tsx";
import { listColleagues } from "#db/queries/people.ts";
import type { SignedIn } from "#db/queries/sessions.ts";
import { mayRoleMove } from "#domain/assessment.ts";
import { ownDelegation } from "#domain/delegation.ts";
import { whereToGoOn } from "#domain/go-on.ts";
import { namedIn, yearParam } from "#http/params.ts";
import { dayText } from "#text/dates.ts";
import { delegatedText, delegationDone } from "#text/delegation.ts";
import { timeLeftText } from "#text/survey.ts";
import { type AssessmentView, viewAssessment } from "#usecases/view-assessment.ts";
import type { action } from "./delegation-action.ts";
import { savedNotice } from "./saved-notice.ts";
import { isFilledInBy, readOnlyReason, roundActorPath, surveyPath, unknownPart } from "./survey-params.ts";

export { action } from "./delegation-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Självskattning ${page.view.year} – Förmågekollen` : "Förmågekollen" },
];

/** The base capabilities that the reader, a contributor, holds. */
function heldBy(user: SignedIn, view: AssessmentView): number[] {
  const held = view.groups.filter(({ number, delegations }) => ownDelegation(user, number, delegations));
  return held.map(({ number }) => number);
}

export function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const user = requireActorAccess(args, "routes/surveys/task-list", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewAssessment(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  const query = new URL(request.url).searchParams;
  const held = heldBy(user, view);
  const isWriter = isFilledInBy(view, user.role) || held.length > 0;
  const mayDelegate = user.role === "coordinator" && view.isOpen;
  const colleagues = mayDelegate ? listColleagues(context.db, context.now().toISOString(), key.actorId) : [];
  return {
    view,
    viewer: { role: user.role, personId: user.personId },
    held,
    contributors: mayDelegate ? colleagues.filter(({ role }) => role === "contributor") : null,
    readOnly: readOnlyReason(view, isWriter ? null : user.role),
    toApprove: view.permits.includes("approve") && user.role === "approver",
    mayAsk: view.permits.includes("ask_more_time") && mayRoleMove("ask_more_time", user.role),
    manage: user.role === "office" ? roundActorPath(view.year, view.actor.id) : null,
    base: surveyPath(view.year, view.actor.id),
    timeLeft: timeLeftText(view),
    done: { text: namedIn(delegationDone, query.get("nu")) ?? null, capability: Number(query.get("i")) },
    saved: savedNotice({ assessment: view }, query.get("sparat")),
  };
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

/** The one thing to do now: go on where something remains, else review and submit, or say that one's part is ready. */
function MainAction({ view, viewer, held, base }: PageData) {
  const isContributor = viewer.role === "contributor";
  const groups = isContributor ? view.groups.filter(({ number }) => held.includes(number)) : view.groups;
  const next = whereToGoOn(
    groups.flatMap(({ tasks }) => tasks),
    viewer.personId,
  );
  if (!next && isContributor) return null;
  const begun = groups.some(({ ready }) => ready > 0) || next?.task.state === "begun";
  const words = next?.wasHere ? "Fortsätt där du var:" : begun ? "Fortsätt med" : "Börja med";
  return (
    <Link className="ds-button" to={next ? `${base}/${next.task.code}` : `${base}/lamna-in`}>
      {next ? `${words} ${next.task.code}` : "Granska och lämna in"}
    </Link>
  );
}

/** The base capabilities: a contributor's own first, each with who holds it. */
function Groups(page: PageData) {
  const { view, viewer, held, contributors, base, done } = page;
  const failure = useActionData<typeof action>();
  const delegationOf = (group: AssessmentView["groups"][number]) => {
    const { number, delegations } = group;
    const own = view.isOpen ? ownDelegation(viewer, number, delegations) : undefined;
    const hasIt = ({ personId }: { personId: string }) =>
      ownDelegation({ role: "contributor", personId }, number, delegations) !== undefined;
    return (
      <DelegationParts
        group={group}
        done={!failure && done.capability === number ? done.text : null}
        failure={failure?.capability === number ? failure : undefined}
        choices={contributors?.filter((each) => !hasIt(each)) ?? null}
        colleagues={`/kollegor/${view.actor.id}`}
        own={own}
      />
    );
  };
  const isMine = ({ number }: { number: number }) => held.includes(number);
  const table = (groups: AssessmentView["groups"]) => (
    <TaskTable base={base} groups={groups} isOpen={view.isOpen} under={delegationOf} />
  );
  if (viewer.role !== "contributor" || held.length === 0) return table(view.groups);
  return (
    <>
      {table(view.groups.filter(isMine))}
      {held.length < view.groups.length && <p className="others-part">Det här svarar andra på. Du kan läsa:</p>}
      {table(view.groups.filter((group) => !isMine(group)))}
    </>
  );
}

function leadOf({ view, viewer, held, readOnly }: PageData): string | undefined {
  if (!view.isOpen) return undefined;
  if (viewer.role === "contributor") return delegatedText(held);
  if (view.state !== "open") return undefined;
  if (readOnly) return `Ska lämnas in senast ${dayText(view.closingDay)}.`;
  return `Fyll i en delförmåga i taget och lämna in senast ${dayText(view.closingDay)}. Det som sparas finns kvar.`;
}

/** The office's way back to the round and to what it can do for the actor; an actor's own people came from the start page. */
function crumbsOf({ view: { year, actor }, manage }: PageData): Crumb[] {
  if (!manage) return [];
  return [
    { to: `/omgangar/${year}`, label: `Omgången ${year}` },
    { to: manage, label: actor.name },
  ];
}

export default function TaskList() {
  const page = useLoaderData<typeof loader>();
  const { view, readOnly, toApprove, manage, mayAsk, base, timeLeft, viewer, saved } = page;
  const { submission, sentBack, reopening } = view;
  const [request] = view.requests;
  const isWaiting = request !== undefined && request.answer === null;
  const isGranted = reopening !== null && request?.answer?.grantedDay === reopening.lastDay;
  const isDraft = view.assessmentState === "draft";
  const approve = (
    <Link className="ds-button" to={`${base}/faststall`}>
      Läs och fastställ
    </Link>
  );
  const actions = toApprove ? approve : readOnly ? undefined : <MainAction {...page} />;
  return (
    <Page
      title={`Självskattning ${view.year}, ${view.actor.name}`}
      lead={leadOf(page)}
      crumbs={crumbsOf(page)}
      actions={actions}
    >
      <div className="task-list">
        {saved && <Notice kind="saved">{saved.text}</Notice>}
        {submission && !isDraft && <Receipt submission={submission} approval={view.approval} />}
        {submission && !isDraft && !toApprove && (
          <p className="screen-only">
            <Link to={`${base}/faststall`}>Se sammanfattningen som fastställaren läser</Link>
          </p>
        )}
        {request && isDraft && <RequestOutcome request={request} />}
        {reopening && !isGranted && <ReopenedNotice reopening={reopening} counts={submission !== null} />}
        <OnBehalfNotice active={view.onBehalf} filledInFrom={view.filledInFrom} manage={manage} />
        {sentBack && <SentBackNotice sentBack={sentBack} base={base} />}
        {readOnly && isDraft && (
          <Notice kind="info">
            {readOnly}{" "}
            {manage && view.permits.includes("begin_on_behalf") && (
              <Link className="screen-only" to={`${manage}#fyll-i-at`}>
                Fyll i åt aktören
              </Link>
            )}
          </Notice>
        )}
        <Progress done={view.ready} total={view.total}>
          · {timeLeft}
        </Progress>
        {mayAsk && !isWaiting && (
          <p className="screen-only">
            <Link to={`${base}/mer-tid`}>Hinner ni inte? Be om mer tid</Link>
          </p>
        )}
        <Groups {...page} />
        <div className="task-links">
          {!readOnly && viewer.role !== "contributor" && view.ready < view.total && (
            <p>
              <Link to={`${base}/lamna-in`}>Se allt som saknas innan ni kan lämna in</Link>
            </p>
          )}
          <p>
            <Link to={`/formular/${view.definitionVersion}`}>Tomt formulär att läsa igenom eller skriva ut</Link>
          </p>
          <p>
            <Link to={`${base}/atgarder`}>Åtgärder: vad {manage ? "aktören" : "ni"} ska göra åt bristerna</Link>
          </p>
          <p>
            <Link to={`${base}/arbetsbok`}>
              Arbetsbok i Excel att {readOnly ? "läsa eller skriva ut" : "fylla i tillsammans på ett möte"}
            </Link>
          </p>
        </div>
      </div>
    </Page>
  );
}
