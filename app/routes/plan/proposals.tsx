import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ProposalActs } from "#components/plan/proposal-acts.tsx";
import { ProposalSub } from "#components/plan/proposal-sub.tsx";
import { listOf, textOf } from "#http/form.ts";
import { namedIn } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { reportMark } from "#text/secrecy.ts";
import { viewPlanProposals } from "#usecases/view-plan-proposals.ts";
import { planPath, planYear } from "./plan-params.ts";
import type { action } from "./proposals-action.ts";
import "../../styles/plan.css";

export { action } from "./proposals-action.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Förslag till planen ${params.year} – Förmågekollen` }];

export const shouldRevalidate = () => true;

const doneTexts: Record<string, string> = {
  take: "Förslagen är aktiviteter i utkastet. Fyll i vem som håller i dem, när, och hur de följs upp.",
  reject: "Avvisat. Skälet är sparat.",
  restore: "Förslaget är öppet igen.",
};

const nothingTexts = {
  no_decisions: "Inga lägstanivåer var beslutade i omgången, så resultatet visar inga brister att utgå från.",
  no_answers: "Ingen aktör lämnade in i omgången, så det finns inget resultat att utgå från.",
  no_gaps: "Alla som har svarat når lägstanivån, så resultatet ger inga förslag.",
  no_pattern: "Ingen brist har en orsak som delas av flera aktörer, så resultatet ger inga gemensamma förslag.",
} as const;

/** How many of the most pressing sub-capabilities stand unfolded. */
const openAtFirst = 5;

export function loader(args: LoaderFunctionArgs) {
  const { role } = requireAccess(args, "routes/plan/proposals");
  const year = planYear(args.params);
  const view = viewPlanProposals(args.context.db, year, { now: args.context.now() });
  if (!view) throw notFound(`Det finns ingen plan för ${year}.`);
  const done = namedIn(doneTexts, new URL(args.request.url).searchParams.get("nu")) ?? null;
  return { view, mayEdit: role === "office" && view.version !== null, done, saveId: randomUUID() };
}

export default function Proposals() {
  const { view, mayEdit, done, saveId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { year, basisYear, subs, total, open, nothing } = view;
  return (
    <Page
      title={`Förslag ur resultatet ${basisYear}`}
      lead={
        total === 0
          ? undefined
          : `${open} av ${total} förslag är öppna. Mest angeläget först: en orsak i taget, med de aktörer som inte når lägstanivån och angett den.`
      }
      crumbs={[{ to: planPath(year), label: `Verksamhetsplan ${year}` }]}
    >
      <ErrorPanel errors={failure?.errors} title="Ingenting är ändrat" />
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      <p className="report-mark">{reportMark}</p>
      {nothing && <p className="empty">{nothingTexts[nothing]} Aktiviteter kan läggas till ändå.</p>}
      {view.version === null && (
        <Notice kind="info">Planen är antagen. Påbörja en revidering för att ta in fler.</Notice>
      )}
      {subs.length > 0 && (
        <p className="print-only">
          Det som står på en enda rad var hopfällt vid utskriften. Förslagen finns i verktyget.
        </p>
      )}
      {subs.map((sub, place) => (
        <ProposalSub
          key={sub.code}
          sub={sub}
          isOpen={place < openAtFirst}
          year={year}
          basisYear={basisYear}
          definition={view.definition}
          mayEdit={mayEdit}
          chosen={listOf(failure?.values, "key")}
        />
      ))}
      {mayEdit && total > 0 && (
        <ProposalActs
          key={failure ? "typed" : open}
          saveId={failure ? textOf(failure.values, "saveId", saveId) || saveId : saveId}
          activities={view.activities}
          typed={(name) => textOf(failure?.values, name)}
          errors={failure?.errors ?? {}}
        />
      )}
    </Page>
  );
}
