import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { SentBackNotice } from "#components/survey/approval-notices.tsx";
import { MissingOverview } from "#components/survey/missing-overview.tsx";
import { OnBehalfNotice } from "#components/survey/on-behalf-notice.tsx";
import { ReadAloud } from "#components/survey/read-aloud.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { ReviewPoints } from "#components/survey/review-points.tsx";
import { mayRoleMove } from "#domain/assessment.ts";
import { formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { approvalProblems } from "#text/approval.ts";
import { dayText } from "#text/dates.ts";
import { surveyProblems } from "#text/survey.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import type { AssessmentView } from "#usecases/view-assessment.ts";
import { viewReview } from "#usecases/view-review.ts";
import { withdrawSubmission } from "#usecases/withdraw-submission.ts";
import { savedNotice } from "./saved-notice.ts";
import { isFilledInBy, readOnlyReason, roundActorPath, surveyPath, unknownPart } from "./survey-params.ts";

export const meta: MetaFunction = () => [{ title: "Inlämning – Förmågekollen" }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/submit", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewReview(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { assessment: view, ...review } = found.view;
  return {
    view,
    review,
    base: surveyPath(view.year, view.actor.id),
    manage: user.role === "office" ? roundActorPath(key.year, key.actorId) : null,
    readOnly:
      readOnlyReason(view, null) ??
      (user.role === "contributor"
        ? "Er samordnare lämnar in."
        : readOnlyReason(view, isFilledInBy(view, user.role) ? null : user.role)),
    notice: savedNotice({ assessment: view }, new URL(args.request.url).searchParams.get("sparat")),
    mayApprove: view.permits.includes("approve") && mayRoleMove("approve", user.role),
    mayWithdraw: view.permits.includes("withdraw") && mayRoleMove("withdraw", user.role, view.onBehalf !== null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/submit", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const fields = formValues(await args.request.formData());
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const isWithdrawal = textOf(fields, "intent") === "withdraw";
  const result = isWithdrawal
    ? withdrawSubmission(context.db, { ...key, number: Number(textOf(fields, "number")) }, by)
    : submitAssessment(context.db, { ...key, registryNumber: textOf(fields, "registryNumber") }, by);
  if (result.ok) return redirectTo(`${surveyPath(key.year, key.actorId)}${isWithdrawal ? "" : "/lamna-in"}`);
  switch (result.problem) {
    case "registry_number_long":
      return data(
        { problem: null, registryNumber: textOf(fields, "registryNumber"), error: approvalProblems[result.problem] },
        { status: 422 },
      );
    case "incomplete":
      return data({ problem: "Självskattningen är inte komplett, så den lämnades inte in." }, { status: 422 });
    case "not_now":
    case "other_submission":
      return data({ problem: approvalProblems[result.problem] }, { status: 409 });
    case "round_not_open":
    case "submitted":
    case "not_yours":
      return data({ problem: surveyProblems[result.problem] }, { status: 409 });
    default:
      throw unknownPart(result.problem, params);
  }
}

function isSubmitted({ submission, assessmentState }: AssessmentView): boolean {
  return submission !== null && assessmentState !== "draft";
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

function Withdraw({ number }: { number: number }) {
  return (
    <section className="screen-only">
      <h2>Behöver något ändras?</h2>
      <p>Ta tillbaka inlämningen så länge omgången är öppen. Då räknas den inte förrän den lämnas in igen.</p>
      <Form method="post" className="buttons">
        <input type="hidden" name="number" value={number} />
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="withdraw">
          Ta tillbaka inlämningen
        </button>
      </Form>
    </section>
  );
}

/** What to look at once more, then every answer: to go through together before submitting. */
function Review({ review, base, view }: Pick<PageData, "review" | "base" | "view">) {
  const isBegun = view.groups.some(({ tasks }) => tasks.some(({ kind }) => kind !== null));
  return (
    <>
      <section>
        <h2>Se över före inlämningen</h2>
        {review.points.length > 0 && (
          <p className="hint">Inget av det här hindrar inlämningen. Det är sådant som andra frågar om.</p>
        )}
        <ReviewPoints base={base} points={review.points} isBegun={isBegun} />
      </section>
      <section>
        <h2>Läs igenom tillsammans</h2>
        <p className="hint">
          Alla nivåer och texter, att läsa högt.{" "}
          <span className="screen-only">Skriv ut sidan för att få allt på papper.</span>
        </p>
        <ReadAloud base={base} groups={review.groups} levels={review.levels} />
      </section>
    </>
  );
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

/** What was written too long; undefined: nothing was. */
type Long = { registryNumber: string; error: string } | undefined;

function Body({ view, review, base, manage, readOnly, mayApprove, mayWithdraw, long }: PageData & { long: Long }) {
  const left = view.total - view.ready;
  if (view.submission && isSubmitted(view))
    return (
      <>
        <Receipt submission={view.submission} approval={view.approval} />
        <p className="screen-only">
          <Link to={`/resultat/${view.year}/aktor/${view.actor.id}`}>Se {manage ? "aktörens" : "ert"} resultat</Link>
        </p>
        <p className="screen-only">
          <Link to={`${base}/faststall`}>
            {mayApprove ? "Läs och fastställ" : "Se sammanfattningen som fastställaren läser"}
          </Link>
        </p>
        {mayWithdraw && <Withdraw number={view.submission.number} />}
      </>
    );
  return (
    <>
      {readOnly && <Notice kind="info">{readOnly}</Notice>}
      {left > 0 ? (
        <>
          <p>
            {left === 1 ? "En delförmåga saknar något" : `${left} delförmågor saknar något`} innan det går att lämna in.
          </p>
          <MissingOverview base={base} groups={view.groups} />
        </>
      ) : (
        <Summary view={view} />
      )}
      <Review review={review} base={base} view={view} />
      {!readOnly && left === 0 && (
        <div className="screen-only">
          <Form method="post" className="stack">
            <TextField
              name="registryNumber"
              label="Diarienummer hos er (om ni vill)"
              value={long?.registryNumber}
              error={long?.error}
            />
            <div className="buttons">
              <button className="ds-button" type="submit">
                Lämna in
              </button>
              <span className="hint">Efter inlämningen kan svaren läsas men inte ändras.</span>
            </div>
          </Form>
        </div>
      )}
    </>
  );
}

function titleOf({ view, readOnly }: PageData): string {
  if (isSubmitted(view)) return `Självskattningen ${view.year} är inlämnad`;
  return readOnly ? `Inlämningen ${view.year}` : `Lämna in självskattningen ${view.year}`;
}

export default function Submit() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { view, base } = page;
  const long = failure && "error" in failure ? failure : undefined;
  return (
    <Page
      narrow
      title={titleOf(page)}
      lead={`${view.actor.name}. Sista dag: ${dayText(view.closingDay)}.`}
      crumbs={[{ to: base, label: "Alla delförmågor" }]}
    >
      {page.notice && !failure && <Notice kind="saved">{page.notice.text}</Notice>}
      {failure?.problem && <Notice kind="failed">{failure.problem}</Notice>}
      {long && <ErrorPanel errors={{ registryNumber: long.error }} title="Inget är inlämnat än" />}
      <OnBehalfNotice active={view.onBehalf} filledInFrom={view.filledInFrom} manage={page.manage} />
      {view.sentBack && <SentBackNotice sentBack={view.sentBack} base={base} />}
      <Body {...page} long={long} />
    </Page>
  );
}
