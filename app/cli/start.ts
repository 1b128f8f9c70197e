import { createFirstOfficeLink } from "#usecases/create-first-office-link.ts";
import { runCommand } from "./fail.ts";
import { checkOrStop, loadBasics, openOrStop, readBasics, settingsOrStop } from "./prepare.ts";
import { serve } from "./serve.ts";

await runCommand(async () => {
  const settings = settingsOrStop();
  const basics = readBasics();
  // All that can stop the start is asked before the database is touched.
  checkOrStop(settings.database, basics);
  const { db, close } = openOrStop(settings.database);
  const now = () => new Date();
  loadBasics(db, now(), basics);
  await serve({ db, close, now, settings });
  console.log(`Förmågekollen är igång: ${settings.origin}`);
  const token = createFirstOfficeLink(db, now());
  if (token)
    console.log(
      `Skapa kansliets första användare här (länken gäller en gång): ${settings.origin}/engangslank/${token}`,
    );
});
