import { listText } from "./results.ts";

/** What is wrong with a goal for the coming years, in words. */
export const goalProblems = {
  code_unknown: "Delförmågan finns inte i omgångens definition. Ladda om sidan och försök igen.",
  level_outside_scale: "Välj en nivå på skalan, högre än den lägsta.",
  goal_year_past: "Målåret kan inte ligga före omgångens år.",
  goal_year_far: "Målåret ligger för långt fram. Välj ett år högst tio år efter omgångens.",
  goal_half: "Ange både nivå och år, eller lämna båda tomma för att ta bort målet.",
  reference_missing: "Skriv var målet står, till exempel ”Målbild 2027–2030, chefsgruppen § 5”.",
  reference_long: "Hänvisningen är för lång. Korta den till 200 tecken.",
};

/** "Omgången 2026 är inte släppt: dess tal är löpande ställning och kan ändras." */
export function runningText(years: readonly number[]): string {
  const names = listText(years.map(String));
  return years.length === 1
    ? `Omgången ${names} är inte släppt: dess tal är löpande ställning och kan ändras.`
    : `Omgångarna ${names} är inte släppta: deras tal är löpande ställning och kan ändras.`;
}

/** What the numbers of those that have reached a goal are out of. */
export const reachedOf =
  "Har nått målet: antal aktörer, av dem som har angett en nivå. Den som inte kan bedöma sin förmåga räknas inte med.";
