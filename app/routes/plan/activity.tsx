import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActivityFacts } from "#components/plan/activity-facts.tsx";
import { NoteForm, NoteList } from "#components/plan/activity-notes.tsx";
import { OriginList } from "#components/plan/origin-list.tsx";
import { activityNoteSchema } from "#domain/activity-schema.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { namedIn } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { activityPartNames, planProblems } from "#text/plan.ts";
import { listText } from "#text/results.ts";
import { noteActivity } from "#usecases/note-activity.ts";
import { isPlanner } from "#usecases/show-activities.ts";
import { viewOrigins } from "#usecases/view-origins.ts";
import { viewActivity } from "#usecases/view-plan.ts";
import { activityNumber, askedVersion, planPath, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export const meta: MetaFunction = ({ params }) => [
  { title: `Aktivitet ${params.number}, verksamhetsplan ${params.year} – Förmågekollen` },
];

export const shouldRevalidate = () => true;

const doneTexts: Record<string, string> = { save: "Aktiviteten är sparad.", note: "Anteckningen är sparad." };

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/activity");
  const [year, number] = [planYear(args.params), activityNumber(args.params)];
  const found = viewActivity(
    args.context.db,
    { year, number, version: askedVersion(args.request) },
    readAs(args, user),
  );
  if (!found) throw notFound("Aktiviteten finns inte.");
  return {
    ...{ year, number, activity: found.activity, area: found.area },
    isDraft: found.plan.adoption === null,
    basisYear: found.plan.basisYear,
    may: found.plan.may,
    origins: isPlanner(user) ? viewOrigins(args.context.db, year, number) : null,
    isOwn: user.actorId !== null,
    isPlanner: isPlanner(user),
    done: namedIn(doneTexts, new URL(args.request.url).searchParams.get("nu")) ?? null,
    saveId: randomUUID(),
  };
}

/** Notes how it goes. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/plan/activity");
  const { db, now } = args.context;
  const [year, number] = [planYear(args.params), activityNumber(args.params)];
  const form = await args.request.formData();
  const values = formValues(form);
  const saveId = textOf(values, "saveId").slice(0, 200);
  const parsed = activityNoteSchema.safeParse({
    state: textOf(values, "state"),
    checkDay: textOf(values, "checkDay") || null,
    text: textOf(values, "text"),
  });
  if (!parsed.success || saveId === "") {
    const issues = parsed.error?.issues ?? [];
    const errors = Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
    return invalid(formFailure(form, saveId === "" ? { ...errors, "": "Formuläret kom inte fram helt." } : errors));
  }
  const result = noteActivity(db, { year, number, saveId, note: parsed.data }, { now: now(), personId });
  const version = askedVersion(args.request);
  const query = version === undefined ? "nu=note" : `version=${version}&nu=note`;
  if (result.ok) return redirectTo(`${planPath(year)}/aktivitet/${number}?${query}`);
  const field = result.problem === "check_day_unknown" ? "checkDay" : "";
  return invalid(formFailure(form, { [field]: planProblems[result.problem] }));
}

type Loaded = ReturnType<typeof loader>;

function FollowUp({ activity, may, saveId }: Loaded) {
  const failure = useActionData<typeof action>();
  const noted = new Set(activity.notes.map(({ checkDay }) => checkDay));
  return (
    <section>
      <h2>Uppföljning över året</h2>
      {may.follow_up && (
        <NoteForm
          key={failure ? "typed" : activity.notes.length}
          saveId={failure ? textOf(failure.values, "saveId", saveId) || saveId : saveId}
          state={activity.state}
          checkDays={activity.checkDays.filter((day) => !noted.has(day))}
          typed={(name, fallback) => textOf(failure?.values, name, fallback)}
          errors={failure?.errors ?? {}}
        />
      )}
      <NoteList notes={activity.notes} />
    </section>
  );
}

export default function ActivityRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, number, activity, area, isDraft, may, done, isOwn } = loaded;
  return (
    <Page
      title={<span className="typed activity-title">{activity.what}</span>}
      lead={`${area.name}. Aktivitet ${number}.`}
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
      actions={
        may.edit && (
          <Link className="ds-button" to={`${planPath(year)}/aktivitet/${number}/andra`}>
            Ändra
          </Link>
        )
      }
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      {isDraft && activity.missing.length > 0 && (
        <Notice kind="warning">
          Innan planen kan antas behövs {listText(activity.missing.map((part) => activityPartNames[part]))}.
        </Notice>
      )}
      <ActivityFacts activity={activity} isOwn={isOwn} isDraft={isDraft} />
      {loaded.origins && <OriginList origins={loaded.origins} basisYear={loaded.basisYear} />}
      {loaded.isPlanner && !isDraft && <FollowUp {...loaded} />}
    </Page>
  );
}
