import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readSession } from "#auth/session.ts";
import { createSignInLimit } from "#auth/sign-in-limit.ts";
import { ErrorPanel } from "#components/error-panel.tsx";
import { TextField } from "#components/field.tsx";
import { Page } from "#components/page.tsx";
import { formFailure, parseForm, textOf } from "#http/form.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { signInProblems } from "#text/account.ts";
import { signIn } from "#usecases/sign-in.ts";

const limit = createSignInLimit();

const formSchema = z.object({
  email: z.string().trim().min(1, "Skriv din e-postadress.").max(254, "E-postadressen är för lång."),
  password: z.string().min(1, "Skriv ditt lösenord.").max(1000, "Lösenordet är för långt."),
});

export const meta: MetaFunction = () => [{ title: "Logga in – Förmågekollen" }];

function wayBack(request: Request): string {
  return new URL(request.url).searchParams.get("till") ?? "/";
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = readSession(context.db, request, { now: context.now(), settings: context.settings });
  if (user) throw redirectTo(wayBack(request));
  return { wayBack: wayBack(request) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, formSchema);
  // A password never travels back to the page, not even a wrong one.
  form.delete("password");
  if (!parsed.ok) return invalid(formFailure(form, parsed.errors));
  const result = await signIn(context.db, parsed.value, { now: context.now(), settings: context.settings, limit });
  if (!result.ok) return invalid(formFailure(form, { email: signInProblems[result.problem] }));
  return redirectTo(wayBack(request), { "Set-Cookie": result.cookie });
}

export default function SignIn() {
  const failure = useActionData<typeof action>();
  const { wayBack } = useLoaderData<typeof loader>();
  const errors = failure?.errors;
  return (
    <Page title="Logga in" lead="Förmågekollen är regionens årliga självskattning av förmåga." narrow>
      <Form method="post" action={`/logga-in?till=${encodeURIComponent(wayBack)}`} className="stack">
        <ErrorPanel errors={errors} title="Det gick inte att logga in" />
        <TextField
          name="email"
          label="E-postadress"
          type="email"
          autoComplete="username"
          value={textOf(failure?.values, "email")}
          error={errors?.email}
        />
        <TextField
          name="password"
          label="Lösenord"
          type="password"
          autoComplete="current-password"
          error={errors?.password}
        />
        <button className="ds-button" type="submit">
          Logga in
        </button>
      </Form>
      <p className="hint">
        Har du inget konto, eller har du glömt lösenordet? Be samordningskansliet om en ny engångslänk.
      </p>
    </Page>
  );
}
