import { parseArgs } from "node:util";
import { findPersonByEmail, listMemberships } from "#db/queries/people.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { CommandError, runCommand } from "./fail.ts";
import { openCurrentOrStop, settingsOrStop } from "./prepare.ts";

const usage = "Skriv så här: npm run office-link -- --email namn@kansliet.se";

/** The address asked for on the command line; stops with a sentence where none is given. */
function emailOrStop(): string {
  try {
    const { email = "" } = parseArgs({ options: { email: { type: "string" } } }).values;
    if (email.trim() !== "") return email.trim().toLowerCase();
  } catch {
    // What cannot be read is answered like nothing given.
  }
  throw new CommandError(`Ange e-postadressen till den som har glömt sitt lösenord. ${usage}`);
}

// For the office's last user with a forgotten password: everyone else gets a new link from the office, in the app.
await runCommand(() => {
  const email = emailOrStop();
  const { database, origin } = settingsOrStop();
  const { db, close } = openCurrentOrStop(database);
  const now = new Date();
  const person = findPersonByEmail(db, email);
  const isOffice = person && listMemberships(db, now.toISOString(), person.id).some(({ role }) => role === "office");
  const link = isOffice ? renewLink(db, { personId: person.id }, { now }) : undefined;
  close();
  if (!link?.ok) throw new CommandError(`Ingen i kansliet har adressen ${email} i ${database}.`);
  console.log(`${link.name} väljer ett nytt lösenord här (länken gäller en gång): ${origin}/engangslank/${link.token}`);
});
