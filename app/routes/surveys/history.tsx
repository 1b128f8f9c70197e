import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { AnswerHistory } from "#components/survey/answer-history.tsx";
import { parseForm } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { notFound, redirectTo } from "#http/responses.ts";
import { restoreProblems, versionsText } from "#text/survey.ts";
import { restoreAnswer } from "#usecases/restore-answer.ts";
import { type Revision, viewHistory } from "#usecases/view-history.ts";
import { readOnlyReason, surveyPath, unknownPart } from "./survey-params.ts";

const revisionNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const restoreSchema = z.object({ revision: revisionNumber, baseRevision: revisionNumber, saveId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Historik ${page.view.sub.code} – Förmågekollen` : "Förmågekollen" },
];

export function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const user = requireActorAccess(args, "routes/surveys/history", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "", code: params.code ?? "" };
  const found = viewHistory(context.db, key, { ...user, now: context.now() });
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view, revisions, linked } = found;
  const asked = Number(new URL(request.url).searchParams.get("aterstalld"));
  const restored = revisions.find(({ revision }, position) => position > 0 && revision === asked);
  return {
    view,
    revisions,
    linked,
    base: surveyPath(key.year, key.actorId),
    readOnly: readOnlyReason(view.assessment, view.isYours ? null : user.role),
    restored: restored?.isInForce ? restored.revision : null,
    saveId: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/history", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "", code: params.code ?? "" };
  const form = parseForm(await args.request.formData(), restoreSchema);
  if (!form.ok) return data({ problem: restoreProblems.broken_form }, { status: 422 });
  const by = { now: context.now(), personId: user.personId, role: user.role };
  const result = restoreAnswer(context.db, { ...key, ...form.value }, by);
  const { revision } = form.value;
  if (result.ok) return redirectTo(`${surveyPath(key.year, key.actorId)}/${key.code}/historik?aterstalld=${revision}`);
  switch (result.problem) {
    case "unknown_revision":
      throw notFound(`Version ${revision} finns inte.`);
    case "unknown_round":
    case "unknown_actor":
    case "unknown_code":
    case "not_directed":
      throw unknownPart(result.problem, params);
    default:
      return data({ problem: restoreProblems[result.problem] }, { status: 409 });
  }
}

function Restored({ restored, revisions }: { restored: number | null; revisions: Revision[] }) {
  if (restored === null) return null;
  return (
    <Notice kind="saved">
      <p>
        Version {restored} är återställd och sparad som version {revisions[0]?.revision}. Inget har tagits bort.
      </p>
    </Notice>
  );
}

export default function History() {
  const { view, revisions, linked, base, readOnly, restored, saveId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { sub, assessment } = view;
  const order = revisions.length > 1 ? ", den senaste först" : "";
  const lead = `${assessment.actor.name} ${assessment.year}: ${versionsText(revisions.length)}${order}.`;
  const crumbs = [
    { to: base, label: "Självskattning" },
    { to: `${base}/${sub.code}`, label: sub.code },
  ];
  return (
    <Page title={`Historik för ${sub.code}`} lead={lead} crumbs={crumbs} narrow>
      {failure ? (
        <Notice kind="failed">{failure.problem}</Notice>
      ) : (
        <Restored restored={restored} revisions={revisions} />
      )}
      {readOnly && <Notice kind="info">{readOnly}</Notice>}
      {revisions.length === 0 ? (
        <p className="empty">Inget är sparat än.</p>
      ) : (
        <AnswerHistory revisions={revisions} linked={linked} scale={view} saveId={readOnly ? null : saveId} />
      )}
    </Page>
  );
}
