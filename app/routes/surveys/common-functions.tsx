import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { RadioField } from "#components/choice-field.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextareaField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { commonAnswers } from "#domain/common-function.ts";
import { yearParam } from "#http/params.ts";
import { notFound, redirectTo } from "#http/responses.ts";
import { indicatorAnswerNames } from "#text/answers.ts";
import { momentText } from "#text/dates.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import { answerCommonFunction } from "#usecases/answer-common-function.ts";
import { viewCommonFunctions } from "#usecases/view-common-functions.ts";
import { commonFunctionProblems, parseCommonFunctionForm } from "./common-function-form.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Gemensamma funktioner ${page?.year ?? ""} – Förmågekollen` },
];

/** After a refusal Remix reads nothing anew, but what stands now decides what can be saved next. */
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  requireAccess(args, "routes/surveys/common-functions");
  const year = yearParam(params.year);
  const view = viewCommonFunctions(context.db, year, context.now());
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  return { ...view, isSaved: new URL(request.url).searchParams.has("sparat"), saveId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const { personId } = requireAccess(args, "routes/surveys/common-functions");
  const year = yearParam(params.year);
  const parsed = parseCommonFunctionForm(await args.request.formData());
  if (!parsed.ok) return data(parsed.failure, { status: 422 });
  const result = answerCommonFunction(context.db, { year, ...parsed.input }, { now: context.now(), personId });
  if (result.ok) return redirectTo(`/skattning/${year}/gemensamma-funktioner?sparat=1`);
  if (result.problem === "unknown_round") throw notFound(`Omgången ${year} finns inte.`);
  return data({ ...parsed.failure, errors: { "": commonFunctionProblems[result.problem] } }, { status: 409 });
}

type Loaded = ReturnType<typeof loader>;
type Failure = { code: string; values: Record<string, string>; errors: Record<string, string> } | undefined;

function FunctionForm({
  each,
  saveId,
  failure,
}: {
  each: Loaded["functions"][number];
  saveId: string;
  failure: Failure;
}) {
  const { code, name, indicators, content, revision, savedAt, savedByName } = each;
  const typed = failure?.code === code ? failure : undefined;
  return (
    <section>
      <h2>
        <span className="codeh">{code}</span> {name}
      </h2>
      {savedAt && (
        <p className="note">
          Sparat {momentText(savedAt)}
          {savedByName && ` av ${savedByName}`}.
        </p>
      )}
      <div className="screen-only">
        <Form method="post" className="stack" key={revision}>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="baseRevision" value={revision} />
          <input type="hidden" name="saveId" value={`${saveId}.${code}`} />
          {indicators.map(({ id, text }) => (
            <RadioField
              key={id}
              name={`answers.${id}`}
              legend={text}
              chips
              value={typed ? typed.values[`answers.${id}`] : content.answers[id]}
              error={typed?.errors[`answers.${id}`]}
              options={commonAnswers.map((answer) => ({ value: answer, label: indicatorAnswerNames[answer] }))}
            />
          ))}
          <TextareaField
            name="comment"
            label="Kommentar"
            hint={secrecyNotice}
            value={typed ? typed.values.comment : content.comment}
            error={typed?.errors.comment}
          />
          <div className="buttons">
            <button className="ds-button" type="submit">
              Spara
            </button>
          </div>
        </Form>
      </div>
      <div className="print-only">
        <Answers each={each} />
      </div>
    </section>
  );
}

function Answers({ each: { indicators, content } }: { each: Loaded["functions"][number] }) {
  return (
    <>
      <dl className="facts-list">
        {indicators.map(({ id, text }) => {
          const answer = content.answers[id];
          return (
            <div key={id}>
              <dt>{text}</dt>
              <dd>{answer ? indicatorAnswerNames[answer] : "inte besvarad"}</dd>
            </div>
          );
        })}
      </dl>
      {content.comment && <p className="typed">{content.comment}</p>}
    </>
  );
}

function FunctionReading({ each }: { each: Loaded["functions"][number] }) {
  return (
    <section>
      <h2>
        <span className="codeh">{each.code}</span> {each.name}
      </h2>
      <Answers each={each} />
    </section>
  );
}

export default function CommonFunctionsRoute() {
  const { year, state, canAnswer, functions, isSaved, saveId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title={`Gemensamma funktioner ${year}`}
      lead="Några indikatorer gäller en funktion som aktörerna delar. Kansliet svarar för den. Svaren redovisas för sig och ingår inte i någon andel."
      crumbs={[{ to: `/omgangar/${year}`, label: `Omgången ${year}` }]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {isSaved && !failure && <Notice kind="saved">Svaren är sparade.</Notice>}
      {!canAnswer && (
        <Notice kind="info">
          {state === "planned" ? "Omgången har inte öppnat än." : "Resultatet är släppt, så svaren kan inte ändras."}
        </Notice>
      )}
      {functions.length === 0 && <p className="empty">Den här versionen frågar inte om någon gemensam funktion.</p>}
      {functions.map((each) =>
        canAnswer ? (
          <FunctionForm key={each.code} each={each} saveId={saveId} failure={failure} />
        ) : (
          <FunctionReading key={each.code} each={each} />
        ),
      )}
    </Page>
  );
}
