import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { MissingOverview } from "#components/survey/missing-overview.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { redirectTo } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";
import { surveyProblems } from "#text/survey.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { type AssessmentView, viewAssessment } from "#usecases/view-assessment.ts";
import { readOnlyReason, surveyPath, unknownPart, yearOf } from "./survey-params.ts";

export const meta: MetaFunction = () => [{ title: "Lämna in – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/submit", params.actor);
  const key = { year: yearOf(params), actorId: params.actor ?? "" };
  const found = viewAssessment(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  return {
    view,
    base: surveyPath(view.year, view.actor.id),
    readOnly: readOnlyReason(view, user.role === "coordinator"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/submit", params.actor);
  const key = { year: yearOf(params), actorId: params.actor ?? "" };
  const result = submitAssessment(context.db, key, { now: context.now(), personId: user.personId });
  if (result.ok) return redirectTo(`${surveyPath(key.year, key.actorId)}/lamna-in`);
  switch (result.problem) {
    case "incomplete":
      return data({ problem: "Självskattningen är inte komplett, så den lämnades inte in." }, { status: 422 });
    case "round_not_open":
    case "submitted":
      return data({ problem: surveyProblems[result.problem] }, { status: 409 });
    default:
      throw unknownPart(result.problem, params);
  }
}

/** What is about to be submitted, in a few numbers. */
function Summary({ view }: { view: AssessmentView }) {
  const tasks = view.groups.flatMap(({ tasks: inGroup }) => inGroup).filter(({ state }) => state !== "not_directed");
  const below = tasks.filter(({ level, minimum }) => level !== null && minimum !== null && level < minimum);
  const unknown = tasks.filter(({ kind }) => kind === "unknown");
  return (
    <dl className="facts-list">
      <dt>Besvarade delförmågor</dt>
      <dd>
        {view.ready} av {view.total}
      </dd>
      <dt>Under lägstanivån</dt>
      <dd>{below.length === 0 ? "ingen" : `${below.length}: ${below.map(({ code }) => code).join(", ")}`}</dd>
      <dt>Kan inte bedömas</dt>
      <dd>{unknown.length === 0 ? "ingen" : `${unknown.length}: ${unknown.map(({ code }) => code).join(", ")}`}</dd>
    </dl>
  );
}

function Body({ view, base, readOnly }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const left = view.total - view.ready;
  if (view.submission)
    return (
      <>
        <Receipt submission={view.submission} />
        <p>
          <Link to={`/resultat/${view.year}/aktor/${view.actor.id}`}>Se ert resultat</Link>
        </p>
      </>
    );
  return (
    <>
      {readOnly && <Notice kind="info">{readOnly}</Notice>}
      {left > 0 ? (
        <>
          <p>{left === 1 ? "En delförmåga saknar något" : `${left} delförmågor saknar något`} innan ni kan lämna in.</p>
          <MissingOverview base={base} groups={view.groups} />
        </>
      ) : (
        <Summary view={view} />
      )}
      {!readOnly && left === 0 && (
        <Form method="post" className="buttons">
          <button className="ds-button" type="submit">
            Lämna in
          </button>
          <span className="hint">Efter inlämningen kan svaren läsas men inte ändras.</span>
        </Form>
      )}
    </>
  );
}

export default function Submit() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { view, base } = page;
  return (
    <Page
      narrow
      title={`Lämna in självskattningen ${view.year}`}
      lead={`${view.actor.name}. Omgångens sista dag: ${dayText(view.closingDay)}.`}
      crumbs={[{ to: base, label: "Alla delförmågor" }]}
    >
      {failure && <Notice kind="failed">{failure.problem}</Notice>}
      <Body {...page} />
    </Page>
  );
}
