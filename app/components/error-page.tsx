import { Link } from "@remix-run/react";
import { Page } from "./page.tsx";

const FORBIDDEN = 403;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;

type Words = { title: string; message: string };

const wordsByStatus: Record<number, Words> = {
  [FORBIDDEN]: { title: "Du har inte behörighet", message: "Sidan är till för en annan roll än din." },
  [NOT_FOUND]: { title: "Sidan finns inte", message: "Kontrollera adressen. Sidan kan också ha flyttats." },
  [METHOD_NOT_ALLOWED]: { title: "Det gick inte att skicka", message: "Sidan tar inte emot formulär." },
};

const unexpected: Words = {
  title: "Något gick fel",
  message: "Felet är vårt. Det du sparat finns kvar. Försök igen om en stund.",
};

/** The page for what could not be shown. `message` says in a sentence what was unknown or refused. */
export function ErrorPage({ status, message }: { status: number; message?: string }) {
  const words = wordsByStatus[status] ?? unexpected;
  // Only these come with a sentence of ours; others carry what the framework says of itself.
  const isOurs = status === FORBIDDEN || status === NOT_FOUND;
  return (
    <Page title={words.title} narrow>
      <p>{isOurs && message ? message : words.message}</p>
      <p className="screen-only">
        <Link to="/">Till startsidan</Link>
      </p>
    </Page>
  );
}
