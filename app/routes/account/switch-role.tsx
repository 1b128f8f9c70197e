import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { switchSession } from "#auth/session.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { otherRoles, titleOf } from "#components/navigation.ts";
import { Page } from "#components/page.tsx";
import { RoleButtons } from "#components/people/role-switch.tsx";
import { listMemberships } from "#db/queries/people.ts";
import { formFailure, formValues, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";

export const meta: MetaFunction = () => [{ title: "Byt roll – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/account/switch-role");
  const { db, now } = args.context;
  const roles = otherRoles(listMemberships(db, now().toISOString(), user.personId), user);
  return { current: titleOf(user), roles, wayBack: new URL(args.request.url).searchParams.get("till") };
}

export async function action(args: ActionFunctionArgs) {
  requireAccess(args, "routes/account/switch-role");
  const { request, context } = args;
  const form = await request.formData();
  const fields = formValues(form);
  if (textOf(fields, "membership") === "") return invalid(formFailure(form, { "": "Välj en roll." }));
  const circumstances = { now: context.now(), settings: context.settings };
  const cookie = switchSession(context.db, request, textOf(fields, "membership"), circumstances);
  // Another's role, one that has ended and one that never was are answered alike.
  if (!cookie) throw notFound("Du har ingen sådan roll.");
  return redirectTo(textOf(fields, "till", "/"), { "Set-Cookie": cookie });
}

export default function SwitchRole() {
  const { current, roles, wayBack } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const isOnly = roles.length === 0;
  const question = wayBack
    ? "Sidan du vill öppna hör till en annan av dina roller. Välj den, så öppnas sidan."
    : "Vilken vill du gå vidare som?";
  return (
    <Page title="Byt roll" lead={`Du är inne som ${current}. ${isOnly ? "Det är din enda roll." : question}`} narrow>
      <ErrorPanel errors={failure?.errors} title="Det gick inte" />
      {isOnly ? <Link to="/">Till startsidan</Link> : <RoleButtons roles={roles} wayBack={wayBack ?? "/"} />}
    </Page>
  );
}
