import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { LevelScale } from "#components/definition/level-scale.tsx";
import { DecisionStartForm } from "#components/levels/decision-start-form.tsx";
import { DecisionTable } from "#components/levels/decision-table.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { decideProblems, groupHeading, levelProblemTexts } from "#text/levels.ts";
import { type DecideLevelsProblem, type DecideLevelsResult, decideLevels } from "#usecases/decide-levels.ts";
import { type DecisionStart, prepareDecision } from "#usecases/prepare-decision.ts";
import { readDecision } from "./read-decision.ts";

const fieldOf: Partial<Record<DecideLevelsProblem, string>> = {
  decided_on_invalid: "decidedOn",
  decided_on_future: "decidedOn",
  meeting_missing: "meeting",
  meeting_long: "meeting",
  motive_long: "motive",
  reference_missing: "reference",
  reference_long: "reference",
  registry_number_long: "registryNumber",
};

export const meta: MetaFunction = ({ params }) => [{ title: `Registrera beslut ${params.year} – Förmågekollen` }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

/** `forra`: last year's levels; a digit: that minimum everywhere; anything else: what is in force. */
function startOf(text: string | null): DecisionStart {
  if (text === "forra") return "last_year";
  return text !== null && /^\d$/.test(text) ? Number(text) : "in_force";
}

export function loader(args: LoaderFunctionArgs) {
  const { role } = requireAccess(args, "routes/levels/decide");
  const { db, now } = args.context;
  const query = new URL(args.request.url).searchParams;
  const start = query.get("utga");
  const asked = { year: yearParam(args.params.year), group: query.get("grupp") ?? "all", start: startOf(start) };
  const form = prepareDecision(db, asked, now());
  if (!form) throw notFound(`Omgången ${args.params.year ?? ""} finns inte.`);
  return { form, start: start ?? "gallande", isOffice: role === "office" };
}

export async function action(args: ActionFunctionArgs) {
  const user = requireAccess(args, "routes/levels/decide");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const form = await args.request.formData();
  const given = readDecision(db, year, formValues(form));
  if (!given) throw notFound(`Omgången ${args.params.year ?? ""} finns inte.`);
  const by = { now: now(), personId: user.personId, role: user.role === "office" ? "office" : "chief_group" } as const;
  const result = decideLevels(db, given.decision, by);
  if (result.ok) return redirectTo(`/lagstanivaer/${year}?beslut=${result.sequence}&nu=registrerat`);
  // What nobody touched must not undo the decision that came in between: those rows go back to what is in force.
  if (result.problem === "decided_meanwhile") for (const name of given.untouched) form.delete(name);
  return invalid(formFailure(form, errorsOf(result)));
}

function errorsOf(result: Exclude<DecideLevelsResult, { ok: true }>): Record<string, string> {
  if (result.problem !== "levels") return { [fieldOf[result.problem] ?? ""]: decideProblems[result.problem] };
  return Object.fromEntries(
    result.levels.map(({ code, field, problem }) => [`${field}.${code}`, `${code}: ${levelProblemTexts[problem]}`]),
  );
}

export default function Decide() {
  const { form, start, isOffice } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const typed = (name: string, fallback: string) => textOf(failure?.values, name, fallback);
  const { year, group, sequence, isReleased } = form;
  return (
    <Page
      title={`Registrera beslut om nivåer ${year}`}
      lead={`Blir beslut ${sequence + 1}. Ett beslut ändras aldrig, men ett senare ersätter det.`}
      crumbs={[{ to: `/lagstanivaer/${year}`, label: `Lägstanivåer ${year}` }]}
    >
      {isOffice && (
        <p className="note">Du registrerar chefsgruppens beslut. Det syns att samordningskansliet har fört in det.</p>
      )}
      {isReleased && !failure ? (
        <Notice kind="info">{decideProblems.round_released}</Notice>
      ) : (
        <>
          <DecisionStartForm key={`${group} ${start}`} form={form} start={start} />
          <details className="scale-details">
            <summary>Vad nivåerna betyder</summary>
            <LevelScale levels={form.scale} />
          </details>
          <DecisionTable
            key={`${group} ${start} ${sequence}`}
            form={form}
            groupName={groupHeading(group)}
            typed={typed}
            errors={failure?.errors ?? {}}
          />
        </>
      )}
    </Page>
  );
}
