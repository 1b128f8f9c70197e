import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Holders, LastActivity, ReadyShare, Standing, UnusualList } from "#components/rounds/actor-progress-table.tsx";
import { AnswerRequestForm, RequestOutcome } from "#components/rounds/more-time.tsx";
import { OnBehalfForm } from "#components/rounds/on-behalf-form.tsx";
import { ReopenForm } from "#components/rounds/reopen-form.tsx";
import { namedIn, yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { roundActorDone } from "#text/admin.ts";
import { dayText } from "#text/dates.ts";
import { followActor } from "#usecases/follow-actor.ts";
import type { action } from "./follow-actor-action.ts";

export { action } from "./follow-actor-action.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.view.actor.name} ${page.view.round.year} – Förmågekollen` : "Förmågekollen" },
];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/follow-actor");
  const { db, now } = args.context;
  const key = { year: yearParam(args.params.year), actorId: args.params.actor ?? "" };
  const view = followActor(db, key, now());
  if (!view) throw notFound(`Aktören ingår inte i omgången ${key.year}, eller så har omgången inte öppnat.`);
  const asked = new URL(args.request.url).searchParams.get("nu");
  return { view, done: namedIn(roundActorDone, asked) ?? null };
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

function Facts({ view: { actor, lastDay } }: { view: View }) {
  return (
    <dl className="facts-list">
      <dt>Skattning</dt>
      <dd>
        <Standing actor={actor} />
      </dd>
      <dt>Delförmågor</dt>
      <dd>
        <ReadyShare actor={actor} />
      </dd>
      <dt>Sista dag</dt>
      <dd>{dayText(lastDay)}</dd>
      <dt>Håller i den</dt>
      <dd>
        <Holders actor={actor} />
      </dd>
      <dt>Senast</dt>
      <dd>
        <LastActivity actor={actor} />
      </dd>
      <dt>Sticker ut</dt>
      <dd>
        <UnusualList unusual={actor.unusual} />
      </dd>
    </dl>
  );
}

function Remind() {
  return (
    <Form method="post" className="buttons">
      <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="remind">
        Påminn
      </button>
    </Form>
  );
}

export default function RoundActorPage() {
  const { view, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { round, actor, requests, permits } = view;
  const survey = `/skattning/${round.year}/${encodeURIComponent(actor.actorId)}`;
  const waiting = actor.request && permits.includes("answer_more_time") ? actor.request : null;
  const whole = failure?.errors[""];
  return (
    <Page
      narrow
      title={`${actor.name} ${round.year}`}
      crumbs={[{ to: `/omgangar/${round.year}`, label: `Omgången ${round.year}` }]}
      actions={
        <Link className="ds-button" to={survey}>
          Till självskattningen
        </Link>
      }
    >
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      {whole && <ErrorPanel errors={{ "": whole }} title="Det gick inte" />}
      {waiting && <AnswerRequestForm request={waiting} failure={whole ? undefined : failure} />}
      <Facts view={view} />
      <p className="buttons">
        <Link to={`/omgangar/${round.year}/aktor/${encodeURIComponent(actor.actorId)}`}>
          Rätta namn, kategori eller utpekad
        </Link>
        <Link to={`/kollegor/${encodeURIComponent(actor.actorId)}`}>Aktörens kollegor</Link>
      </p>
      {(permits.includes("save") || permits.includes("approve")) && <Remind />}
      {requests
        .filter(({ sequence }) => sequence !== waiting?.sequence)
        .map((request) => (
          <RequestOutcome key={request.sequence} request={request} />
        ))}
      <OnBehalfForm
        active={view.onBehalf}
        mayBegin={permits.includes("begin_on_behalf")}
        survey={survey}
        failure={failure}
      />
      {permits.includes("reopen") && <ReopenForm actor={actor} failure={failure} />}
    </Page>
  );
}
