import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccess } from "#auth/require-access.ts";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { AddPersonForm } from "#components/people/add-person-form.tsx";
import { HandOverLink } from "#components/people/hand-over-link.tsx";
import { MembershipTable } from "#components/people/membership-table.tsx";
import { listActors } from "#db/queries/actors.ts";
import { listMemberships } from "#db/queries/people.ts";
import { roles } from "#domain/access.ts";
import { compareNames } from "#domain/actor-order.ts";
import { formFailure, parseForm } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { personProblems } from "#text/admin.ts";
import { addPerson } from "#usecases/add-person.ts";
import { endMembership } from "#usecases/end-membership.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { linkOf } from "../people/hand-over.ts";

const addSchema = z.object({
  name: z.string().trim().min(1, personProblems.name_missing).max(200, "Namnet får ha högst 200 tecken."),
  email: z.string().trim().min(1, personProblems.email_invalid).max(254, "Adressen får ha högst 254 tecken."),
  role: z.enum(roles, "Välj en roll i listan."),
  actorId: z.string().transform((id) => (id === "" ? null : id)),
});

const fieldOf = {
  name_missing: "name",
  email_invalid: "email",
  actor_missing: "actorId",
  actor_not_allowed: "actorId",
  actor_unknown: "actorId",
  already_member: "email",
};

type Refused = ReturnType<typeof invalid>;
/** The token is shown once: it leaves in the answer to the form, and nowhere else. */
type Added = {
  ok: true;
  name: string;
  isNew: boolean;
  hasPassword: boolean;
  link: { url: string; until: string } | null;
};

export const meta: MetaFunction = () => [{ title: "Personer – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/people");
  const { db, now } = args.context;
  return {
    memberships: listMemberships(db, now().toISOString()).sort((a, b) => compareNames(a.name, b.name)),
    actors: listActors(db)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => compareNames(a.name, b.name)),
    isEnded: new URL(args.request.url).searchParams.get("nu") === "avslutad",
  };
}

export async function action(args: ActionFunctionArgs): Promise<Added | Refused | Response> {
  const { personId } = requireAccess(args, "routes/admin/people");
  const form = await args.request.formData();
  if (form.get("move") === "link") return renew(args, form);
  if (form.get("move") === "end") return end(args, form, personId);
  const parsed = parseForm(form, addSchema);
  if (!parsed.ok) return invalid(parsed);
  const result = addPerson(args.context.db, parsed.value, { now: args.context.now() });
  if (!result.ok) return invalid(formFailure(form, { [fieldOf[result.problem]]: personProblems[result.problem] }));
  const { name, isNew, hasPassword, token } = result;
  return { ok: true, name, isNew, hasPassword, link: token === null ? null : linkOf(args, token) };
}

function renew(args: ActionFunctionArgs, form: FormData): Added | Refused {
  const personId = String(form.get("personId"));
  const result = renewLink(args.context.db, { personId }, { now: args.context.now() });
  if (!result.ok) return invalid(formFailure(form, { "": personProblems[result.problem] }));
  return { ok: true, name: result.name, isNew: true, hasPassword: false, link: linkOf(args, result.token) };
}

function end(args: ActionFunctionArgs, form: FormData, by: string): Refused | Response {
  const membershipId = String(form.get("membershipId"));
  const field = `understood-${membershipId}`;
  if (form.get(field) !== "on") return invalid(formFailure(form, { [field]: "Kryssa i rutan först." }));
  const result = endMembership(args.context.db, { membershipId }, { now: args.context.now(), by });
  if (!result.ok) return invalid(formFailure(form, { [field]: personProblems[result.problem] }));
  return redirectTo("/personer?nu=avslutad");
}

export default function People() {
  const { memberships, actors, isEnded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer?.ok === false ? answer : undefined;
  const added = answer?.ok ? answer : undefined;
  const people = new Set(memberships.map(({ personId }) => personId)).size;
  const refusedAdd = failure?.values.move === "add" ? failure : undefined;
  // Refused it stands first, where what is wrong is seen also without script.
  const addForm = (
    <AddPersonForm key={added?.link?.url ?? added?.name ?? "form"} actors={actors} failure={refusedAdd} />
  );
  return (
    <Page
      title="Personer"
      lead={people === 1 ? "1 person har en roll." : `${people} personer har minst en roll.`}
      actions={
        !refusedAdd && (
          <a className="ds-button" href="#lagg-till">
            Lägg till person
          </a>
        )
      }
    >
      {isEnded && !answer && <Notice kind="saved">Rollen är avslutad.</Notice>}
      {added && <HandOverLink {...added} />}
      {refusedAdd && addForm}
      {refusedAdd && <h2>Alla personer</h2>}
      <MembershipTable memberships={memberships} failure={failure} isEveryones />
      {!refusedAdd && addForm}
    </Page>
  );
}
