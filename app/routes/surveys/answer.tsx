import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { MeasureSection } from "#components/measures/measure-section.tsx";
import { AnswerPage } from "#components/survey/answer-page.tsx";
import { valuesOf } from "#components/survey/answer-values.ts";
import { PlannedSection } from "#components/survey/planned-section.tsx";
import { stockholmDay } from "#domain/day.ts";
import { yearParam } from "#http/params.ts";
import { timeLeftText } from "#text/survey.ts";
import { viewAnswer } from "#usecases/view-answer.ts";
import type { AssessmentView } from "#usecases/view-assessment.ts";
import type { action } from "./answer-action.ts";
import { measureSavedText } from "./measure-form.ts";
import { savedNotice, savedText } from "./saved-notice.ts";
import { lastSteps, readOnlyReason, surveyPath, unknownPart } from "./survey-params.ts";

export { action } from "./answer-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.sub.code} ${page.view.sub.name} – Förmågekollen` : "Förmågekollen" },
];

export function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const user = requireActorAccess(args, "routes/surveys/answer", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "", code: params.code ?? "" };
  const found = viewAnswer(context.db, key, { ...user, now: context.now() });
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  return {
    view: { ...view, assessment: shownOf(view.assessment) },
    base: surveyPath(key.year, key.actorId),
    timeLeft: timeLeftText(view.assessment),
    readOnly: readOnlyReason(view.assessment, view.isYours ? null : user.role),
    savedText: savedText(view.saved, context.now()),
    notice: savedNotice(view, new URL(request.url).searchParams.get("sparat")),
    lastStep: lastSteps[user.role === "contributor" ? "contributor" : "coordinator"].label,
    saveId: randomUUID(),
    taken: new URL(request.url).searchParams.get("hamtat") ?? "",
    personId: user.personId,
    isOwn: user.actorId !== null,
    measureSaved: measureSavedText(request),
    today: stockholmDay(context.now()),
  };
}

/** What the page shows of the whole assessment: the rest need not travel with every answer. */
function shownOf({ year, actor, sentBack, groups, ready, total }: AssessmentView) {
  const shown = groups.map(({ number, name, tasks, ready: done, total: of }) => {
    return {
      number,
      name,
      tasks: tasks.map(({ code, name: sub, state }) => ({ code, name: sub, state })),
      ready: done,
      total: of,
    };
  });
  return { year, actor, sentBack, groups: shown, ready, total };
}

type Loaded = ReturnType<typeof loader>;

function Measures({ view, base, readOnly, saveId, measureSaved, today }: Loaded) {
  if (view.task.state === "not_directed") return null;
  return (
    <MeasureSection
      code={view.sub.code}
      heading="Åtgärder"
      year={view.assessment.year}
      group={view.measures}
      place={{ action: `${base}/atgarder`, saveId, today, back: view.sub.code }}
      canEdit={readOnly === null}
      isAsked
      saved={measureSaved}
    />
  );
}

export default function Answer() {
  const loaded = useLoaderData<typeof loader>();
  const { view, saveId, measureSaved: _measureSaved, today: _today, ...page } = loaded;
  const failure = useActionData<typeof action>();
  const { revision, content } = view.saved;
  const form = failure ?? {
    values: valuesOf(content),
    errors: {},
    closed: null,
    stale: null,
    baseRevision: revision,
    saveId,
    emptyRows: 1,
  };
  const under = (
    <>
      <Measures {...loaded} />
      <PlannedSection planned={view.planned} isOwn={page.isOwn} />
    </>
  );
  const formKey = failure?.saveId ?? `${view.sub.code} ${page.taken}`;
  return <AnswerPage {...page} view={view} form={form} formKey={formKey} under={under} />;
}
