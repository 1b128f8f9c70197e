import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ownActors } from "#auth/own-actors.ts";
import { requireAccess } from "#auth/require-access.ts";
import { CheckboxField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { isActorRole, type Role } from "#domain/access.ts";
import { redirectTo } from "#http/responses.ts";
import { chooseReminders, wantsReminders } from "#usecases/choose-reminders.ts";

export const meta: MetaFunction = () => [{ title: "Mina inställningar – Förmågekollen" }];

export function loader(args: LoaderFunctionArgs) {
  const { name, email, personId, role } = requireAccess(args, "routes/account/my-settings");
  const { db, now } = args.context;
  const isSaved = new URL(args.request.url).searchParams.get("nu") === "sparat";
  // Reminders go to an actor's people, whichever role one is signed in as.
  const isReminded = ownActors(db, personId, now()).size > 0;
  return { name, email, wanted: wantsReminders(db, personId), role, isReminded, isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/account/my-settings");
  const form = await args.request.formData();
  chooseReminders(args.context.db, { personId, wanted: form.get("reminders") === "on" }, { now: args.context.now() });
  return redirectTo("/mina-installningar?nu=sparat");
}

/** What comes without reminders too, by who one is. */
function hintFor(role: Role): string {
  if (isActorRole(role))
    return "Utan påminnelser får du ändå veta när något händer: när en omgång öppnar, när något skickas tillbaka till dig, när något är fastställt.";
  const hint = "Påminnelserna gäller din roll hos en aktör.";
  return role === "office" ? hint : `${hint} När ett resultat är släppt får du veta det ändå.`;
}

export default function MySettings() {
  const { name, email, wanted, role, isReminded, isSaved } = useLoaderData<typeof loader>();
  if (!isReminded)
    return (
      <Page title="Mina inställningar" lead={`${name}, ${email}`} narrow>
        <h2>Påminnelser</h2>
        <p>
          Påminnelser går bara till den som har en roll hos en aktör, så du får inga.
          {role !== "office" && " När ett resultat är släppt får du veta det med e-post."}
        </p>
      </Page>
    );
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
            hint={hintFor(role)}
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
