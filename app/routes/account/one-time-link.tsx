import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, isRouteErrorResponse, Link, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { emailPattern } from "#auth/email.ts";
import { readOneTimeLink } from "#auth/one-time-link.ts";
import { PASSWORD_LENGTH } from "#auth/password-length.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { findPerson } from "#db/queries/people.ts";
import { formFailure, parseForm, textOf } from "#http/form.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { linkProblems } from "#text/account.ts";
import { personProblems } from "#text/admin.ts";
import { acceptOneTimeLink } from "#usecases/accept-one-time-link.ts";

const lengthSentence = `Lösenordet ska ha minst ${PASSWORD_LENGTH.min} tecken, till exempel tre ord i följd.`;
const formSchema = z
  .object({
    name: z.string().trim().min(1, "Skriv ditt namn.").max(200, "Namnet är för långt.").optional(),
    email: z
      .string()
      .trim()
      .max(254, "E-postadressen är för lång.")
      .regex(emailPattern, personProblems.email_invalid)
      .optional(),
    password: z
      .string()
      .min(PASSWORD_LENGTH.min, lengthSentence)
      .max(PASSWORD_LENGTH.max, `Lösenordet får ha högst ${PASSWORD_LENGTH.max} tecken.`),
    repeated: z.string(),
  })
  .refine(({ password, repeated }) => password === repeated, {
    path: ["repeated"],
    message: "De två lösenorden är inte lika.",
  });

export const meta: MetaFunction = () => [{ title: "Välkommen – Förmågekollen" }];

export function loader({ params, context }: LoaderFunctionArgs) {
  const link = readOneTimeLink(context.db, params.token ?? "", context.now());
  if (!link) throw notFound(linkProblems.gone);
  const person = link.personId === null ? undefined : findPerson(context.db, link.personId);
  return { first: link.personId === null, name: person?.name ?? "", email: person?.email ?? "" };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, formSchema);
  form.delete("password");
  form.delete("repeated");
  if (!parsed.ok) return invalid(formFailure(form, parsed.errors));
  const given = { ...parsed.value, token: params.token ?? "" };
  const result = await acceptOneTimeLink(context.db, given, { now: context.now(), settings: context.settings });
  if (result.ok) return redirectTo("/", result.cookie ? { "Set-Cookie": result.cookie } : undefined);
  if (result.problem === "gone") throw notFound(linkProblems.gone);
  return invalid(formFailure(form, { email: linkProblems[result.problem] }));
}

/** A link that is used or too old is no page that does not exist: the heading says what to mend. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.data !== linkProblems.gone) throw error;
  return (
    <Page title="Länken gäller inte längre" narrow>
      <p>{linkProblems.gone}</p>
      <p className="screen-only">
        <Link to="/logga-in">Till inloggningen</Link>
      </p>
    </Page>
  );
}

export default function OneTimeLink() {
  const { first, name, email } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const errors = failure?.errors;
  const typed = (field: string) => textOf(failure?.values, field);
  const lead = first ? "Du blir samordningskansliets första användare." : `Kontot gäller ${email}.`;
  return (
    <Page title={first ? "Kom igång" : `Välkommen, ${name}`} lead={lead} narrow>
      <Form method="post" className="stack">
        <ErrorPanel errors={errors} />
        {first ? (
          <>
            <TextField name="name" label="Namn" autoComplete="name" value={typed("name")} error={errors?.name} />
            <TextField
              name="email"
              label="E-postadress"
              type="email"
              autoComplete="username"
              value={typed("email")}
              error={errors?.email}
            />
          </>
        ) : (
          <input type="hidden" autoComplete="username" defaultValue={email} />
        )}
        <TextField
          name="password"
          label="Välj ett lösenord"
          hint={lengthSentence}
          type="password"
          autoComplete="new-password"
          error={errors?.password}
        />
        <TextField
          name="repeated"
          label="Lösenordet en gång till"
          type="password"
          autoComplete="new-password"
          error={errors?.repeated}
        />
        <button className="ds-button" type="submit">
          Spara och logga in
        </button>
      </Form>
    </Page>
  );
}
