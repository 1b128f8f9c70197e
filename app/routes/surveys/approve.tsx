import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextareaField, TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { AllLevels, Remarkable } from "#components/survey/approval-list.tsx";
import { SentBackNotice } from "#components/survey/approval-notices.tsx";
import { OnBehalfNotice } from "#components/survey/on-behalf-notice.tsx";
import { Receipt } from "#components/survey/receipt.tsx";
import { mayRoleMove } from "#domain/assessment.ts";
import { textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { viewApproval } from "#usecases/view-approval.ts";
import type { action } from "./approve-action.ts";
import { roundActorPath, surveyPath, unknownPart } from "./survey-params.ts";

export { action } from "./approve-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${titleOf(page)} – Förmågekollen` : "Förmågekollen" },
];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/approve", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "" };
  const found = viewApproval(context.db, key, context.now());
  if (!found.ok) throw unknownPart(found.problem, params);
  const { view } = found;
  const { permits } = view.assessment;
  const may = (move: (typeof permits)[number]) => permits.includes(move) && mayRoleMove(move, user.role);
  return {
    view,
    base: surveyPath(key.year, key.actorId),
    isApprover: user.role === "approver",
    manage: user.role === "office" ? roundActorPath(key.year, key.actorId) : null,
    may: { approve: may("approve"), sendBack: may("send_back"), recordPaper: may("record_paper_approval") },
  };
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

/** What is already approved is only to be read, and by most it is only read before that too. */
function titleOf({ view: { assessment }, may, isApprover }: Pick<PageData, "view" | "may" | "isApprover">): string {
  const waiting =
    may.approve || (isApprover && !assessment.submission) ? "Läs och fastställ" : "Sammanfattning för fastställaren";
  return `${assessment.approval ? "Fastställd självskattning" : waiting} ${assessment.year}`;
}

type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;

function RegistryField({ failure }: { failure: Failure }) {
  return (
    <TextField
      name="registryNumber"
      label="Diarienummer hos er (om ni vill)"
      value={textOf(failure?.values, "registryNumber")}
      error={failure?.errors.registryNumber}
    />
  );
}

function PaperForm({ number, failure }: { number: number; failure: Failure }) {
  return (
    <section className="screen-only">
      <h2>Fastställd på papper?</h2>
      <p>Har fastställaren skrivit under på papper antecknas det här. Skattningen räknas redan.</p>
      <Form method="post" className="stack">
        <input type="hidden" name="number" value={number} />
        <TextField
          name="paperDate"
          type="date"
          short
          label="Dag för beslutet"
          value={textOf(failure?.values, "paperDate")}
          error={failure?.errors.paperDate}
        />
        <TextField
          name="reference"
          label="Vad beslutet heter och var det finns"
          value={textOf(failure?.values, "reference")}
          error={failure?.errors.reference}
        />
        <RegistryField failure={failure} />
        <div className="buttons">
          <button className="ds-button" type="submit" name="intent" value="paper">
            Anteckna fastställandet
          </button>
        </div>
      </Form>
    </section>
  );
}

function Decide({ may, failure }: { may: PageData["may"]; failure: Failure }) {
  if (!may.approve) return null;
  return (
    <section className="approval-end screen-only">
      <h2>{may.sendBack ? "Fastställ eller skicka tillbaka" : "Fastställ"}</h2>
      <RegistryField failure={failure} />
      <div className="buttons">
        <button className="ds-button" type="submit" name="intent" value="approve">
          Fastställ
        </button>
      </div>
      {may.sendBack ? (
        <>
          <TextareaField
            name="note"
            label="Något behöver ändras"
            hint="Skriv här, eller under Kommentera vid en delförmåga. Skickas skattningen tillbaka räknas den inte förrän den lämnas in igen."
            rows={3}
            value={textOf(failure?.values, "note")}
            error={failure?.errors.note}
          />
          <div className="buttons">
            <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="send_back">
              Skicka tillbaka
            </button>
          </div>
        </>
      ) : (
        <p className="hint">Omgången är stängd, så skattningen kan inte skickas tillbaka. Hör av dig till kansliet.</p>
      )}
    </section>
  );
}

function Reading({ view, may, failure }: PageData & { failure: Failure }) {
  const { groups, levels, assessment } = view;
  const remarkable = groups.flatMap(({ rows }) => rows).filter(({ remarks }) => remarks.length > 0);
  const typed = (code: string) => textOf(failure?.values, `comment.${code}`);
  const errorOf = (code: string) => failure?.errors[`comment.${code}`];
  const comment = { mayComment: may.sendBack, typed, errorOf };
  return (
    <Form method="post" className="approval">
      <input type="hidden" name="number" value={assessment.submission?.number ?? 0} />
      <h2>
        Läs det här först, {remarkable.length} av {assessment.total}
      </h2>
      <p>
        Svar under lägstanivån, sådant som inte kan bedömas, nivåer som skiljer sig från de föreslagna, och högsta
        nivån.
      </p>
      <Remarkable rows={remarkable} levels={levels} {...comment} />
      <h2>Alla nivåer</h2>
      <AllLevels groups={groups} levels={levels} {...comment} />
      <Decide may={may} failure={failure} />
    </Form>
  );
}

export default function Approve() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { view, base, may, manage } = page;
  const { actor, submission, approval, sentBack, onBehalf, filledInFrom, isOpen, state } = view.assessment;
  const isOver = !isOpen && state !== "planned";
  return (
    <Page
      narrow
      title={titleOf(page)}
      lead={`${actor.name}.${submission ? " Det som skiljer sig står först, sedan alla nivåer." : ""}`}
      crumbs={[{ to: base, label: "Alla delförmågor" }]}
    >
      <ErrorPanel errors={failure?.errors} title="Det gick inte" />
      {submission && <Receipt submission={submission} approval={approval} />}
      <OnBehalfNotice active={onBehalf} filledInFrom={filledInFrom} manage={manage} />
      {sentBack && <SentBackNotice sentBack={sentBack} base={base} />}
      {submission ? (
        <Reading {...page} failure={failure} />
      ) : (
        <p>
          {isOver
            ? "Omgången stängde utan att självskattningen var inlämnad, så det finns inget att fastställa."
            : "Inget är inlämnat att fastställa ännu."}{" "}
          <Link className="screen-only" to={base}>
            {isOver ? "Se hur långt skattningen kom" : "Se hur långt skattningen har kommit"}
          </Link>
        </p>
      )}
      {submission && may.recordPaper && <PaperForm number={submission.number} failure={failure} />}
    </Page>
  );
}
