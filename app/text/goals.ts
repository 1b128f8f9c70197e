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
