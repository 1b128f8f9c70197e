import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { AddToRoundForm, EditForm, LeaveForm, RejoinForm } from "#components/actors/actor-forms.tsx";
import { ActorHistory, RoundChanges } from "#components/actors/actor-history.tsx";
import { ActorRounds } from "#components/actors/actor-rounds.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { namedIn } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { actorDone } from "#text/actors.ts";
import { dayText } from "#text/dates.ts";
import { categoryName } from "#text/results.ts";
import { addRoundActor } from "#usecases/add-round-actor.ts";
import { editActor } from "#usecases/edit-actor.ts";
import { rejoinActor } from "#usecases/join-actor.ts";
import { leaveActor } from "#usecases/leave-actor.ts";
import { viewActor } from "#usecases/view-actor.ts";
import { actorValuesIn, expectedIn, refusedActor } from "./actor-form.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.actor.name ?? "Aktör"} – Förmågekollen` },
];

function viewOf({ params, context }: LoaderFunctionArgs) {
  const view = viewActor(context.db, params.actor ?? "", context.now());
  if (!view) throw notFound(`Aktören ${params.actor ?? ""} finns inte.`);
  return view;
}

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/actor");
  const asked = new URL(args.request.url).searchParams;
  return {
    view: viewOf(args),
    doing: asked.get("gor"),
    done: namedIn(actorDone, asked.get("nu")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/admin/actor");
  const { id } = viewOf(args).actor;
  const form = await args.request.formData();
  const values = formValues(form);
  const given = { id, day: textOf(values, "day"), reason: textOf(values, "reason"), expected: expectedIn(values) };
  const by = { now: args.context.now(), personId };
  const { db } = args.context;
  const people = values.people === "keep" ? ("keep" as const) : ("end" as const);
  const moves = {
    edit: () => ({ done: "sparad", result: editActor(db, { ...given, ...actorValuesIn(values) }, by) }),
    leave: () => ({ done: "lamnar", result: leaveActor(db, { ...given, people }, by) }),
    rejoin: () => ({ done: "ater", result: rejoinActor(db, given, by) }),
    add: () => ({
      done: "omgang",
      result: addRoundActor(db, { year: Number(values.year), actorId: id, reason: given.reason }, by),
    }),
  };
  const name = textOf(values, "move");
  if (!Object.hasOwn(moves, name)) return invalid(formFailure(form, { "": "Välj vad som ska göras med aktören." }));
  const { done, result } = moves[name as keyof typeof moves]();
  return result.ok ? redirectTo(`/aktorer/${id}?nu=${done}`) : refusedActor(form, result.problem);
}

type View = ReturnType<typeof loader>["view"];
type Failure = ReturnType<typeof useActionData<typeof action>>;

function leadOf({ actor, isMember }: View): string {
  const kind = `${categoryName(actor.category)}${actor.designated ? ", utpekad" : ""}.`;
  const from = actor.memberFrom ? ` Med sedan ${dayText(actor.memberFrom)}.` : "";
  if (actor.memberUntil === null)
    return isMember ? `${kind}${from}` : `${kind} Är med från ${dayText(actor.memberFrom ?? "")}.`;
  return `${kind} ${isMember ? "Lämnar" : "Lämnade"} samverkan ${dayText(actor.memberUntil)}.`;
}

function Doing({ view, doing, failure }: { view: View; doing: string | null; failure: Failure }) {
  const { actor, expected, today, canJoinYear } = view;
  const props = { actor, expected, today, failure };
  if (doing === "andra") return <EditForm key={expected} {...props} categories={view.categories} />;
  if (doing === "lamnar" && actor.memberUntil === null) return <LeaveForm {...props} memberships={view.memberships} />;
  if (doing === "igen" && actor.memberUntil !== null) return <RejoinForm {...props} from={actor.memberUntil} />;
  if (doing === "omgang" && canJoinYear !== null) return <AddToRoundForm {...props} year={canJoinYear} />;
  return failure ? <Notice kind="failed">{Object.values(failure.errors).join(" ")}</Notice> : null;
}

function Actions({ view }: { view: View }) {
  const { id, memberUntil } = view.actor;
  const link = (gor: string, label: string) => (
    <Link className="ds-button" data-variant="secondary" to={`/aktorer/${id}?gor=${gor}`}>
      {label}
    </Link>
  );
  return (
    <>
      {view.canJoinYear !== null && link("omgang", `Ta med i omgången ${view.canJoinYear}`)}
      {memberUntil === null ? link("lamnar", "Lämnar samverkan") : link("igen", "Är med igen")}
      {link("andra", "Ändra uppgifter")}
    </>
  );
}

export default function ActorPage() {
  const { view, doing, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title={view.actor.name}
      lead={leadOf(view)}
      crumbs={[{ to: "/aktorer", label: "Aktörer" }]}
      actions={<Actions view={view} />}
      narrow
    >
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      <Doing view={view} doing={doing} failure={failure} />
      <h2>Omgångar</h2>
      <ActorRounds actorId={view.actor.id} rounds={view.rounds} />
      {view.roundChanges.length > 0 && <h3>Ändrat efter öppningen</h3>}
      {view.roundChanges.length > 0 && <RoundChanges changes={view.roundChanges} />}
      <h2>Vad som har hänt aktören</h2>
      <ActorHistory ownId={view.actor.id} changes={view.changes} names={view.names} />
    </Page>
  );
}
