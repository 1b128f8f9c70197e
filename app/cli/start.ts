import { isDemo } from "#db/queries/meta.ts";
import { createFirstOfficeLink } from "#usecases/create-first-office-link.ts";
import { CommandError, runCommand } from "./fail.ts";
import { loadBasics, openOrStop, settingsOrStop } from "./prepare.ts";
import { serve } from "./serve.ts";

await runCommand(async () => {
  const settings = settingsOrStop();
  const { db, close } = openOrStop(settings.database);
  const now = () => new Date();
  if (isDemo(db)) {
    throw new CommandError(
      `Databasen ${settings.database} innehåller exempeldata och kan inte användas på riktigt. Välj en annan fil med DATABASE, eller kör npm run demo.`,
    );
  }
  loadBasics(db, now());
  await serve({ db, close, now, settings });
  console.log(`Förmågekollen är igång: ${settings.origin}`);
  const token = createFirstOfficeLink(db, now());
  if (token)
    console.log(
      `Skapa kansliets första användare här (länken gäller en gång): ${settings.origin}/engangslank/${token}`,
    );
});
