import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { WorkbookPreview } from "#components/survey/workbook-preview.tsx";
import { ownDelegation } from "#domain/delegation.ts";
import { yearParam } from "#http/params.ts";
import { listText } from "#text/results.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import { viewWorkbook } from "#usecases/view-workbook.ts";
import { isFilledInBy, readOnlyReason, surveyPath, unknownPart } from "./survey-params.ts";
import type { action, WorkbookFailure } from "./workbook-action.ts";

export { action } from "./workbook-action.ts";

export const meta: MetaFunction = () => [{ title: "Arbetsbok – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const { params, context, request } = args;
  const user = requireActorAccess(args, "routes/surveys/workbook", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewWorkbook(context.db, key, { now: context.now(), personId: user.personId });
  if (!found.ok) throw unknownPart(found.problem, params);
  const { assessment, levels, proposal } = found.view;
  const known = new Set(assessment.groups.flatMap(({ tasks }) => tasks.map(({ code }) => code)));
  const isDelegated = assessment.groups.some(({ number, delegations }) => ownDelegation(user, number, delegations));
  const isWriter = isFilledInBy(assessment, user.role) || isDelegated;
  const saved = new URL(request.url).searchParams.get("sparade");
  return {
    year: key.year,
    actorName: assessment.actor.name,
    base: surveyPath(key.year, key.actorId),
    readOnly: readOnlyReason(assessment, isWriter ? null : user.role),
    levels,
    proposal,
    saved: saved === null ? null : saved.split(",").filter((code) => known.has(code)),
  };
}

function Upload({ base }: { base: string }) {
  return (
    <section>
      <h2>2. Läs in den ifyllda arbetsboken</h2>
      <p>Ni får se varje ändring och välja innan något sparas.</p>
      {/* A plain post: a file too large is answered before any script could read the answer. */}
      <Form
        method="post"
        action={`${base}/arbetsbok`}
        encType="multipart/form-data"
        reloadDocument
        className="stack upload-form"
      >
        <div className="ds-field">
          <label className="ds-label" htmlFor="file">
            Arbetsboken, en .xlsx-fil på högst 5 MB
          </label>
          <input
            className="ds-input"
            type="file"
            id="file"
            name="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
        </div>
        <p className="hint">{secrecyNotice}</p>
        <div className="buttons">
          <button className="ds-button" type="submit">
            Läs in
          </button>
        </div>
      </Form>
    </section>
  );
}

function Download({ base, readOnly }: { base: string; readOnly: boolean }) {
  return (
    <section>
      <h2>{readOnly ? "Ladda ner arbetsboken" : "1. Ladda ner arbetsboken"}</h2>
      <p>Ett blad per grundförmåga, med frågorna, nivåerna och det som redan är sparat. Den går också att skriva ut.</p>
      <p>
        <a className="ds-button" data-variant="secondary" href={`${base}/arbetsbok.xlsx`} download>
          Ladda ner (Excel)
        </a>
      </p>
    </section>
  );
}

function savedText(codes: string[]): string {
  if (codes.length === 0) return "Inget i arbetsboken sparades.";
  return `Sparat från arbetsboken: ${listText(codes)}.`;
}

export default function Workbook() {
  const { year, actorName, base, readOnly, levels, proposal, saved } = useLoaderData<typeof loader>();
  const failure: WorkbookFailure | undefined = useActionData<typeof action>();
  const lead = proposal
    ? `${proposal.fileName}. Kontrollera ändringarna och välj vad som ska sparas.`
    : readOnly
      ? "Självskattningen i Excel, att läsa eller skriva ut."
      : "För er som fyller i tillsammans på ett möte, utan att vara inloggade. Svaren läses sedan in hit.";
  return (
    <Page
      narrow={!proposal}
      title={`Arbetsbok ${year}, ${actorName}`}
      lead={lead}
      crumbs={[{ to: base, label: "Alla delförmågor" }]}
    >
      {failure && (
        <Notice kind="failed">
          {failure.sentence}
          {failure.refused.length > 0 && (
            <ul>
              {failure.refused.map(({ code, why }) => (
                <li key={code}>
                  {code}: {why}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {saved && !failure && !proposal && (
        <Notice kind="saved">
          {savedText(saved)} <Link to={base}>Se vad som återstår</Link>
        </Notice>
      )}
      {readOnly && <Notice kind="info">{readOnly}</Notice>}
      {proposal && !readOnly ? (
        <WorkbookPreview proposal={proposal} levels={levels} />
      ) : (
        <>
          <Download base={base} readOnly={readOnly !== null} />
          {!readOnly && <Upload base={base} />}
        </>
      )}
    </Page>
  );
}
