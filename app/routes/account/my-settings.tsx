import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { CheckboxField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { redirectTo } from "#http/responses.ts";
import { chooseReminders, wantsReminders } from "#usecases/choose-reminders.ts";

export const meta: MetaFunction = () => [{ title: "Mina inställningar – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const { name, email, personId } = requireAccess(args, "routes/account/my-settings");
  const isSaved = new URL(args.request.url).searchParams.get("nu") === "sparat";
  return { name, email, wanted: wantsReminders(args.context.db, personId), isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/account/my-settings");
  const form = await args.request.formData();
  chooseReminders(args.context.db, { personId, wanted: form.get("reminders") === "on" }, { now: args.context.now() });
  return redirectTo("/mina-installningar?nu=sparat");
}

export default function MySettings() {
  const { name, email, wanted, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page title="Mina inställningar" lead={`${name}, ${email}`} narrow>
      {isSaved && (
        <Notice kind="saved">{wanted ? "Sparat. Du får påminnelser." : "Sparat. Du får inga påminnelser."}</Notice>
      )}
      <h2>Påminnelser</h2>
      <p>
        Två veckor och tre dagar innan en omgång stänger får du en påminnelse med e-post om något väntar på dig.
        Samordningskansliet kan också påminna.
      </p>
      <p className="print-only">{wanted ? "Du får påminnelser." : "Du har valt bort påminnelser."}</p>
      <div className="screen-only">
        <Form method="post" className="stack">
          <CheckboxField
            key={String(wanted)}
            name="reminders"
            label="Skicka påminnelser till mig"
            hint="Utan påminnelser får du ändå veta när något händer: när en omgång öppnar, när något skickas tillbaka till dig, när något är fastställt."
            checked={wanted}
          />
          <div className="buttons">
            <button className="ds-button" type="submit">
              Spara
            </button>
          </div>
        </Form>
      </div>
    </Page>
  );
}
