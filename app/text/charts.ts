import { dayText } from "./dates.ts";

type Source = { year: number; day: string; submittedCount: number; actorCount: number; isRunning: boolean };

/** Under a picture: whose numbers they are, of which day, and how many stand behind. */
export function chartSource({ year, day, submittedCount, actorCount, isRunning }: Source): string {
  const running = isRunning ? " Omgången pågår: talen kan ändras." : "";
  return `Källa: Samverkan Stockholmsregionen, självskattning ${year}. Läget ${dayText(day)}: ${submittedCount} av ${actorCount} aktörer har lämnat in.${running}`;
}

export const downloadPicture = "Ladda ner som bild (PNG)";
