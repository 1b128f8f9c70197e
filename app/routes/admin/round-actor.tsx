import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ActorFields } from "#components/actors/actor-fields.tsx";
import { Reason } from "#components/actors/actor-forms.tsx";
import { CorrectionEffects } from "#components/actors/correction-effects.tsx";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { compareCategories } from "#domain/actor-order.ts";
import { formValues, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { notFound, redirectTo } from "#http/responses.ts";
import { actorProblems, changeTexts } from "#text/actors.ts";
import { correctRoundActor, previewCorrection, viewCorrection } from "#usecases/correct-round-actor.ts";
import { actorValuesIn, expectedIn, refusedActor } from "./actor-form.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Rätta i omgången ${params.year} – Förmågekollen` }];

function placeOf({ params }: LoaderFunctionArgs) {
  return { year: yearParam(params.year), actorId: params.actor ?? "" };
}

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/round-actor");
  const { db, now } = args.context;
  const place = placeOf(args);
  const view = viewCorrection(db, place, now());
  if (!view) throw notFound(`Aktören finns inte i omgången ${place.year}.`);
  const asked = new URL(args.request.url).searchParams;
  const typed = asked.has("name") ? Object.fromEntries(asked) : null;
  const preview = typed && previewCorrection(db, { ...place, values: actorValuesIn(typed) }, now());
  return {
    view: { ...view, categories: view.categories.sort(compareCategories) },
    typed,
    preview,
    actorId: place.actorId,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/round-actor");
  const place = placeOf(args);
  const form = await args.request.formData();
  const values = formValues(form);
  const given = { values: actorValuesIn(values), reason: textOf(values, "reason"), expected: expectedIn(values) };
  const by = { now: args.context.now(), personId };
  const result = correctRoundActor(args.context.db, { ...place, ...given }, by);
  if (result.ok) return redirectTo(`/aktorer/${place.actorId}?nu=rattad`);
  if (result.problem === "round_unknown" || result.problem === "actor_unknown") {
    throw notFound(actorProblems[result.problem]);
  }
  return refusedActor(form, result.problem);
}

type Data = ReturnType<typeof loader>;
type Preview = Extract<Data["preview"], { ok: true }>;

function Confirm({ data: { view }, preview }: { data: Data; preview: Preview }) {
  const failure = useActionData<typeof action>();
  const { name, shortName, category, designated } = preview.after;
  return (
    <section>
      <h2>Det här ändras</h2>
      <ul>
        {changeTexts(view.frozen, preview.after).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CorrectionEffects effects={preview.effects} />
      {view.hasSubmitted && preview.effects.length > 0 && (
        <Notice kind="info">
          Det som är inlämnat står kvar som det är och bedöms mot nivåerna ovan. Ska aktören svara på fler indikatorer
          behöver du återöppna skattningen på omgångens sida.
        </Notice>
      )}
      <Form method="post" className="stack">
        <ErrorPanel errors={failure?.errors} />
        {Object.entries({ name, shortName, category, expected: view.expected }).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        {designated && <input type="hidden" name="designated" value="on" />}
        <Reason label="Varför är det fel? Det står på aktörens sida och i omgången." failure={failure} />
        <div className="buttons">
          <button className="ds-button" type="submit">
            Rätta i omgången {view.year}
          </button>
        </div>
      </Form>
    </section>
  );
}

export default function CorrectRoundActor() {
  const data = useLoaderData<typeof loader>();
  const { view, typed, preview, actorId } = data;
  const mayCorrect = view.state === "open" || view.state === "closed";
  const field = preview?.ok === false ? preview.problem.split("_")[0] : "";
  const problem = preview?.ok === false ? actorProblems[preview.problem] : undefined;
  const fields = { name: "name", short: "shortName", category: "category" }[field ?? ""] ?? "";
  const failure = typed
    ? { values: typed, errors: problem ? { [fields]: problem } : ({} as Record<string, string>) }
    : undefined;
  return (
    <Page
      title={`Rätta ${view.frozen.name} i omgången ${view.year}`}
      lead="Omgången håller aktören som den var när omgången öppnade. Var uppgiften fel redan då kan den rättas tills omgången släpps. Aktörens egna uppgifter ändras inte."
      crumbs={[{ to: `/aktorer/${actorId}`, label: view.register.name }]}
      narrow
    >
      {mayCorrect ? (
        <Form method="get" className="stack">
          <ErrorPanel errors={failure?.errors} />
          <ActorFields values={view.frozen} categories={view.categories} failure={failure} />
          <div className="buttons">
            <button className="ds-button" data-variant="secondary" type="submit">
              Visa vad det betyder
            </button>
            <Link to={`/aktorer/${actorId}`}>Avbryt</Link>
          </div>
        </Form>
      ) : (
        <Notice kind="info">{actorProblems.not_now}</Notice>
      )}
      {preview?.ok && preview.changed.length === 0 && <Notice kind="info">{actorProblems.nothing_changed}</Notice>}
      {preview?.ok && preview.changed.length > 0 && <Confirm data={data} preview={preview} />}
    </Page>
  );
}
