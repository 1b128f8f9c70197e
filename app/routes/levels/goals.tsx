import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { GoalDetail } from "#components/levels/goal-detail.tsx";
import { GoalForm } from "#components/levels/goal-form.tsx";
import { GoalTable } from "#components/levels/goal-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { stockholmDay } from "#domain/day.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { goalProblems, reachedOf, runningText } from "#text/goals.ts";
import { pairNote } from "#text/proposal.ts";
import { withoutStop } from "#text/results.ts";
import { type SetGoalProblem, setGoal } from "#usecases/set-goal.ts";
import { viewGoals } from "#usecases/view-goals.ts";
import "../../styles/proposal.css";

export const meta: MetaFunction = ({ params }) => [{ title: `Mål på flera års sikt ${params.year} – Förmågekollen` }];

const fieldOf: Partial<Record<SetGoalProblem, string>> = {
  level_outside_scale: "level",
  goal_half: "level",
  goal_year_past: "goalYear",
  goal_year_far: "goalYear",
  reference_missing: "reference",
  reference_long: "reference",
};

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/levels/goals");
  const year = yearParam(args.params.year);
  const query = new URL(args.request.url).searchParams;
  const view = viewGoals(args.context.db, year, query.get("del"));
  if (!view) throw notFound(`Omgången ${year} finns inte.`);
  const day = stockholmDay(args.context.now());
  return { view, day, code: query.get("del"), isSet: query.has("satt") };
}

export async function action(args: ActionFunctionArgs) {
  const { personId, role } = requireAccess(args, "routes/levels/goals");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const form = await args.request.formData();
  const values = formValues(form);
  const number = (name: string) => (textOf(values, name).trim() === "" ? null : Number(textOf(values, name)));
  const code = textOf(values, "code");
  const input = {
    year,
    code,
    level: number("level"),
    goalYear: number("goalYear"),
    reference: textOf(values, "reference"),
  };
  const by = { now: now(), personId, role: role === "office" ? "office" : "chief_group" } as const;
  const result = setGoal(db, input, by);
  if (result.ok) return redirectTo(`/lagstanivaer/${year}/mal?del=${code}&satt=1`);
  return invalid(formFailure(form, { [fieldOf[result.problem] ?? ""]: goalProblems[result.problem] }));
}

export default function Goals() {
  const { view, day, code, isSet } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, rows, trend } = view;
  const shown = rows.find((row) => row.code === code);
  const running = view.running.length > 0 && <Notice kind="info">{runningText(view.running)}</Notice>;
  const levels = { to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` };
  if (!shown) {
    return (
      <Page
        title="Mål på flera års sikt"
        lead={`Vilken nivå varje delförmåga ska ha nått i regionen, och till när. Målet ställer inget krav på en aktör: det gör bara årets nivåer. ${pairNote}`}
        crumbs={[levels]}
      >
        {running}
        <div className="goal-table">
          <GoalTable year={year} rows={rows} />
        </div>
        <p className="note">{reachedOf} Inom parentes står omgången som talen är ur.</p>
      </Page>
    );
  }
  const crumbs = [levels, { to: `/lagstanivaer/${year}/mal`, label: "Mål på flera års sikt" }];
  return (
    <Page
      title={
        <>
          <span className="codeh">{shown.code}</span> {withoutStop(shown.name)}
        </>
      }
      crumbs={crumbs}
    >
      {isSet && <Notice kind="saved">{shown.goal ? "Målet är sparat." : "Målet är borttaget."}</Notice>}
      {running}
      <GoalDetail year={year} row={shown} scale={view.scale} trend={trend} day={day} />
      <GoalForm
        key={`${shown.code} ${shown.goal?.recordedAt}`}
        year={year}
        row={shown}
        choices={view.choices}
        failure={failure ?? null}
      />
    </Page>
  );
}
