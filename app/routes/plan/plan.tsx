import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActivityList } from "#components/plan/activity-list.tsx";
import { PlanStanding, stateText } from "#components/plan/plan-standing.tsx";
import { DiscardForm, PlanTools, ReviseForm } from "#components/plan/plan-tools.tsx";
import { PrintButton } from "#components/print-button.tsx";
import { namedIn } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { activitiesText } from "#text/plan.ts";
import { reportMark } from "#text/secrecy.ts";
import { isPlanner } from "#usecases/show-activities.ts";
import { planGround, viewPlan } from "#usecases/view-plan.ts";
import type { action } from "./plan-action.ts";
import { askedVersion, planYear } from "./plan-params.ts";
import { readAs } from "./read-as.ts";
import "../../styles/plan.css";

export { action } from "./plan-action.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Verksamhetsplan ${params.year} – Förmågekollen` }];

export const shouldRevalidate = () => true;

const doneTexts: Record<string, string> = {
  start: "Planen är påbörjad. Börja med förslagen ur resultatet.",
  revise: "Revideringen är påbörjad. Den antagna planen gäller tills revideringen antas.",
  discard: "Revideringen är kastad. Den antagna planen gäller som den är.",
  adopt: "Planen är antagen och låst.",
  present: "Det är noterat att planen har presenterats för rådet.",
  remove: "Aktiviteten är borttagen ur utkastet.",
};

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/plan/plan");
  const { db, now } = args.context;
  const year = planYear(args.params);
  const asked = { year, version: askedVersion(args.request) };
  const view = viewPlan(db, asked, readAs(args, user)) ?? null;
  const ground = planGround(db, year, now()) ?? null;
  if (!view && (!ground || asked.version !== undefined)) throw notFound(`Det finns ingen plan för ${year}.`);
  const done = namedIn(doneTexts, new URL(args.request.url).searchParams.get("nu")) ?? null;
  const { role, actorId } = user;
  return { year, view, ground, done, isPlanner: isPlanner(user), role, hasActor: actorId !== null };
}

type Loaded = ReturnType<typeof loader>;
type View = NonNullable<Loaded["view"]>;
const crumbs = [{ to: "/verksamhetsplan", label: "Verksamhetsplaner" }];

/** Before the plan is begun; for those who read only what is adopted, before that. */
function NoPlan({ year, ground, role, isPlanner: plans }: Loaded) {
  const failure = useActionData<typeof action>();
  const basis = ground?.basisYear;
  return (
    <Page title={`Verksamhetsplan ${year}`} crumbs={crumbs} narrow>
      <ErrorPanel errors={failure?.errors} title="Planen är inte påbörjad" />
      {!plans && <p>Planen för {year} är inte antagen än.</p>}
      {plans && !ground?.isReleased && (
        <p>Planen bygger på resultatet {basis}. Den kan påbörjas när resultatet är släppt.</p>
      )}
      {plans && ground?.isReleased && (
        <p>Resultatet {basis} är släppt. Planen är inte påbörjad: den bygger på vad resultatet visar.</p>
      )}
      {role === "office" && ground?.isReleased && (
        <Form method="post" action={`/verksamhetsplan/${year}`}>
          <button className="ds-button" type="submit" name="intent" value="start">
            Börja planen för {year}
          </button>
        </Form>
      )}
    </Page>
  );
}

function lead({ areas, basisYear }: View, hasActor: boolean): string {
  const count = areas.reduce((sum, area) => sum + area.activities.length, 0);
  if (hasActor) return `${activitiesText(count)} som er aktör är med i. Planen bygger på resultatet ${basisYear}.`;
  return `${activitiesText(count)}. Bygger på resultatet ${basisYear}.`;
}

function MainAction({ year, view }: { year: number; view: View }) {
  const base = `/verksamhetsplan/${year}`;
  if (view.may.edit)
    return (
      <>
        <Link className="ds-button" data-variant="secondary" to={`${base}/aktivitet/ny`}>
          Ny aktivitet
        </Link>
        <Link className="ds-button" to={`${base}/forslag`}>
          Förslag ur resultatet
        </Link>
      </>
    );
  if (view.may.adopt)
    return (
      <Link className="ds-button" to={`${base}/anta`}>
        Anta planen
      </Link>
    );
  return view.may.revise ? <ReviseForm year={year} /> : null;
}

export default function PlanRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, view, done, hasActor } = loaded;
  if (!view) return <NoPlan {...loaded} />;
  const isDraft = view.adoption === null;
  const isLast = view.versions[0]?.version === view.version;
  return (
    <Page
      title={
        <>
          Verksamhetsplan {year} <span className="tag">{stateText(view)}</span>
        </>
      }
      lead={lead(view, hasActor)}
      crumbs={crumbs}
      actions={
        <>
          <PrintButton label="Skriv ut" />
          <MainAction year={year} view={view} />
        </>
      }
    >
      <ErrorPanel errors={failure?.errors} title="Ingenting är ändrat" />
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      {loaded.isPlanner && <p className="report-mark">{reportMark}</p>}
      <PlanStanding year={year} shown={view} versions={view.versions} />
      <PlanTools
        year={year}
        version={view.version}
        may={view.may}
        isPlanner={loaded.isPlanner}
        isComparable={view.isComparable}
        isAdopted={view.versions.some(({ adoption }) => adoption !== null)}
      />
      <ActivityList
        areas={view.areas}
        year={year}
        isDraft={isDraft}
        {...(loaded.isPlanner && !isLast && { version: view.version })}
      />
      {hasActor && view.areas.length === 0 && (
        <p className="empty">Er aktör är inte med i någon av planens aktiviteter.</p>
      )}
      {view.may.discard && (
        <DiscardForm
          year={year}
          version={view.version}
          saves={view.saves}
          isSure={failure?.values.sure !== undefined}
          error={failure?.errors.sure}
        />
      )}
    </Page>
  );
}
