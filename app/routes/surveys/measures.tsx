import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { MeasureForm } from "#components/measures/measure-forms.tsx";
import { EarlierMeasures, MeasureTexts } from "#components/measures/measure-list.tsx";
import { MeasureSection } from "#components/measures/measure-section.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import type { Role } from "#domain/access.ts";
import { stockholmDay } from "#domain/day.ts";
import { yearParam } from "#http/params.ts";
import { type MeasuresView, viewMeasures } from "#usecases/view-measures.ts";
import { measureSavedText } from "./measure-form.ts";
import type { action } from "./measures-action.ts";
import { isFilledInBy, readOnlyReason, surveyPath, unknownPart } from "./survey-params.ts";

export { action } from "./measures-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Åtgärder ${page.view.assessment.year} – Förmågekollen` : "Förmågekollen" },
];

/** After a refusal Remix reads nothing anew, but what somebody else has saved must stand beside what came back. */
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const user = requireActorAccess(args, "routes/surveys/measures", params.actor);
  const code = new URL(request.url).searchParams.get("ny") ?? undefined;
  const key = { year: yearParam(params.year), actorId: params.actor ?? "", code };
  const found = viewMeasures(context.db, key, { ...user, now: context.now() });
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  return {
    view,
    base: surveyPath(key.year, key.actorId),
    isOffice: user.role === "office",
    readOnly: readingReason(view, user.role),
    saved: measureSavedText(request),
    saveId: randomUUID(),
    today: stockholmDay(context.now()),
  };
}

/** Why some or all of what is listed has no form; null where all of it has. */
function readingReason({ assessment, asked, groups, detached }: MeasuresView, role: Role): string | null {
  const writesAll = isFilledInBy(assessment, role);
  const writes = writesAll || asked !== null || groups.some(({ canEdit }) => canEdit);
  const isUnlisted = role === "contributor" && groups.length + detached.length === 0;
  const reason = readOnlyReason(assessment, writes || isUnlisted ? null : role, "åtgärderna");
  const hasForms = detached.length === 0 && groups.every(({ canEdit }) => canEdit);
  if (reason !== null || writesAll || hasForms) return reason;
  return "Du kan skriva åtgärder för det som är fördelat till dig. Det andra kan du läsa.";
}

type Loaded = ReturnType<typeof loader>;

function Others({ view, place }: { view: Loaded["view"]; place: Parameters<typeof EarlierMeasures>[0]["place"] }) {
  const { detached, removed, canEditAll, assessment } = view;
  const { year } = assessment;
  return (
    <>
      {detached.length > 0 && (
        <section className="measure-section">
          <h2>Delförmågor som inte längre bedöms i samma form</h2>
          <p>
            Åtgärderna noterades för delförmågor som inte är riktade till aktören i år, eller som har ändrats så mycket
            att de inte kan föras vidare till en ny.
          </p>
          {canEditAll ? (
            <EarlierMeasures measures={detached} year={year} place={place} />
          ) : (
            <MeasureTexts measures={detached} year={year} />
          )}
        </section>
      )}
      {removed.length > 0 && (
        <details className="measure-section">
          <summary>Borttagna ({removed.length})</summary>
          <MeasureTexts measures={removed} year={year} />
        </details>
      )}
    </>
  );
}

export default function MeasuresRoute() {
  const { view, base, isOffice, readOnly, saved, saveId, today } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, actor } = view.assessment;
  const who = isOffice ? "aktören" : "ni";
  const place = { action: `${base}/atgarder`, saveId, today, failure };
  const isEmpty = view.groups.length + view.detached.length + view.removed.length === 0;
  const newCode = failure?.key.startsWith("ny-") ? failure.key.slice("ny-".length) : view.asked?.code;
  const isListed = view.groups.some(({ code }) => code === newCode);
  return (
    <Page
      title={`Åtgärder ${year}, ${actor.name}`}
      lead={`Vad ${who} ska göra åt det som brister, vilken funktion som håller i det och när det ska vara klart. Nästa år tar ${who} ställning till var och en: ska den vara kvar, eller är den klar eller avbruten?`}
      crumbs={[{ to: base, label: `Självskattning ${year}` }]}
      narrow
    >
      <ErrorPanel errors={failure?.errors} />
      {saved && !failure && <Notice kind="saved">{saved}</Notice>}
      {readOnly && (
        <div className={view.assessment.isOpen ? "screen-only" : undefined}>
          <Notice kind="info">{readOnly}</Notice>
        </div>
      )}
      {newCode && !isListed && (
        <section className="measure-section">
          <h2>Ny åtgärd för {newCode}</h2>
          <MeasureForm place={place} target={{ code: newCode }} />
        </section>
      )}
      {isEmpty && !newCode && (
        <p className="empty">
          Inga åtgärder är noterade, och inget svar visar någon brist ännu. Åtgärder noteras på{" "}
          <Link to={base}>delförmågans sida</Link>.
        </p>
      )}
      {view.groups.map(({ code, name, canEdit, isAsked, ...group }) => (
        <MeasureSection
          key={code}
          code={code}
          heading={
            <Link to={`${base}/${code}`}>
              <span className="codeh">{code}</span> {name}
            </Link>
          }
          year={year}
          group={group}
          place={place}
          canEdit={canEdit}
          isAsked={isAsked}
        />
      ))}
      <Others view={view} place={place} />
    </Page>
  );
}
