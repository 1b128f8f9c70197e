import { openDatabase } from "#db/client.server.ts";
import { demoLinks, linkLines } from "./demo/links.ts";
import { makeDemoFile } from "./demo/make.ts";
import { runCommand } from "./fail.ts";
import { tryPort } from "./port.ts";
import { settingsOrStop } from "./prepare.ts";
import { serve } from "./serve.ts";

const database = "data/demo.sqlite";

await runCommand(async () => {
  // Only the port is taken from the environment: a demo never leaves this machine, nor touches another database.
  const settings = settingsOrStop({ PORT: process.env.PORT, DATABASE: database });
  // A taken port stops here, before the database that another demo may be serving is made anew.
  await tryPort(settings.port, settings.host);
  const now = () => new Date();
  console.log("Gör en exempeldatabas med påhittade svar. Det tar några sekunder.");
  makeDemoFile(database, now());
  const { db, close } = openDatabase(database);
  await serve({ db, close, now, settings });
  console.log(`\nFörmågekollen är igång med påhittade uppgifter: ${settings.origin}\n`);
  console.log("Öppna en länk för att logga in som den som står där:");
  for (const line of linkLines(demoLinks(db, now(), settings.origin))) console.log(line);
  console.log("\nAvsluta med Ctrl+C.");
});
