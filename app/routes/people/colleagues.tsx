import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActorAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { AddPersonForm } from "#components/people/add-person-form.tsx";
import { HandOverLink } from "#components/people/hand-over-link.tsx";
import { MembershipTable } from "#components/people/membership-table.tsx";
import { findActor } from "#db/queries/actors.ts";
import { listColleagues } from "#db/queries/people.ts";
import type { SignedIn } from "#db/queries/sessions.ts";
import { actorRoles } from "#domain/access.ts";
import { compareNames } from "#domain/actor-order.ts";
import { formFailure, parseForm } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { personProblems } from "#text/admin.ts";
import { addPerson } from "#usecases/add-person.ts";
import { endMembership } from "#usecases/end-membership.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { linkOf } from "./hand-over.ts";

const addSchema = z.object({
  name: z.string().trim().min(1, personProblems.name_missing).max(200, "Namnet får ha högst 200 tecken."),
  email: z.string().trim().min(1, personProblems.email_invalid).max(254, "Adressen får ha högst 254 tecken."),
  role: z.enum(actorRoles, "Välj en roll i listan."),
});

const fieldOf: Record<string, string> = { name_missing: "name", email_invalid: "email", already_member: "email" };

type Refused = ReturnType<typeof invalid>;
type Added = {
  ok: true;
  name: string;
  isNew: boolean;
  hasPassword: boolean;
  link: { url: string; until: string } | null;
};

export const meta: MetaFunction = () => [{ title: "Kollegor – Förmågekollen" }];

function actorOf({ params, context }: LoaderFunctionArgs) {
  const actor = findActor(context.db, params.actor ?? "");
  if (!actor) throw notFound("Aktören finns inte.");
  return { id: actor.id, name: actor.name };
}

export function loader(args: LoaderFunctionArgs) {
  const user = requireActorAccess(args, "routes/people/colleagues", args.params.actor);
  const actor = actorOf(args);
  const colleagues = listColleagues(args.context.db, args.context.now().toISOString(), actor.id);
  return {
    actor,
    memberships: colleagues.sort((a, b) => compareNames(a.name, b.name)),
    isOffice: user.role === "office",
    isEnded: new URL(args.request.url).searchParams.get("nu") === "avslutad",
  };
}

export async function action(args: ActionFunctionArgs): Promise<Added | Refused | Response> {
  const user = requireActorAccess(args, "routes/people/colleagues", args.params.actor);
  const { id: actorId } = actorOf(args);
  const form = await args.request.formData();
  if (form.get("move") === "link") return renew(args, form, { role: user.role, actorId });
  if (form.get("move") === "end") return end(args, form, { user, actorId });
  const parsed = parseForm(form, addSchema);
  if (!parsed.ok) return invalid(parsed);
  const by = { now: args.context.now(), by: { role: user.role, actorId } };
  const result = addPerson(args.context.db, { ...parsed.value, actorId }, by);
  if (!result.ok)
    return invalid(formFailure(form, { [fieldOf[result.problem] ?? ""]: personProblems[result.problem] }));
  const { name, isNew, hasPassword, token } = result;
  return { ok: true, name, isNew, hasPassword, link: token === null ? null : linkOf(args, token) };
}

function renew(args: ActionFunctionArgs, form: FormData, by: { role: SignedIn["role"]; actorId: string }) {
  const personId = String(form.get("personId"));
  const result = renewLink(args.context.db, { personId }, { now: args.context.now(), by });
  if (!result.ok && result.problem === "person_unknown") throw notFound(personProblems.person_unknown);
  if (!result.ok) return invalid(formFailure(form, { "": personProblems[result.problem] }));
  const link = linkOf(args, result.token);
  return { ok: true as const, name: result.name, isNew: true, hasPassword: false, link };
}

function end(args: ActionFunctionArgs, form: FormData, { user, actorId }: { user: SignedIn; actorId: string }) {
  const { db, now } = args.context;
  const membershipId = String(form.get("membershipId"));
  const isHere = listColleagues(db, now().toISOString(), actorId).some((one) => one.membershipId === membershipId);
  if (!isHere) throw notFound(personProblems.membership_unknown);
  const field = `understood-${membershipId}`;
  if (form.get(field) !== "on") return invalid(formFailure(form, { [field]: "Kryssa i rutan först." }));
  const within = user.role === "office" ? undefined : actorId;
  const result = endMembership(db, { membershipId }, { now: now(), by: user.personId, within });
  if (!result.ok) return invalid(formFailure(form, { [field]: personProblems[result.problem] }));
  const isOwnEnd = membershipId === user.membershipId;
  return redirectTo(isOwnEnd ? "/" : `/kollegor/${encodeURIComponent(actorId)}?nu=avslutad`);
}

export default function Colleagues() {
  const { actor, memberships, isOffice, isEnded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer?.ok === false ? answer : undefined;
  const added = answer?.ok ? answer : undefined;
  const hasCoordinator = memberships.some(({ role }) => role === "coordinator");
  const refusedAdd = failure?.values.move === "add" ? failure : undefined;
  // Refused it stands first, where what is wrong is seen also without script.
  const addForm = (
    <AddPersonForm
      key={added?.link?.url ?? added?.name ?? "form"}
      heading="Lägg till kollega"
      roles={actorRoles}
      actors={null}
      failure={refusedAdd}
    />
  );
  return (
    <Page
      title={`Kollegor hos ${actor.name}`}
      lead="Samordnaren fördelar och lämnar in, medarbetaren svarar på det som fördelats, fastställaren godkänner."
      crumbs={isOffice ? [{ to: "/personer", label: "Personer" }] : []}
      actions={
        <>
          {hasCoordinator && (
            <Link className="ds-button" data-variant="secondary" to="lamna-over">
              Lämna över samordnarrollen
            </Link>
          )}
          <a className="ds-button" href="#lagg-till">
            Lägg till kollega
          </a>
        </>
      }
    >
      {isEnded && !answer && <Notice kind="saved">Rollen är avslutad.</Notice>}
      {added && <HandOverLink {...added} />}
      {refusedAdd && addForm}
      {memberships.length > 0 ? (
        <MembershipTable memberships={memberships} failure={failure} />
      ) : (
        <p className="empty">Ingen har någon roll hos aktören än.</p>
      )}
      {!refusedAdd && addForm}
    </Page>
  );
}
