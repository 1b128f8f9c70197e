/** What use cases of the office refuse, in words. */
export const planProblems = {
  year_invalid: "Skriv ett år mellan 2019 och 2099.",
  year_exists: "Det finns redan en omgång för det året.",
  version_unknown: "Välj en definition i listan.",
  version_draft: "Den definitionen är ett utkast och kan bara förhandsvisas. Välj en publicerad.",
  closing_day_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  closing_day_past: "Den dagen har redan passerat. Välj i dag eller en senare dag.",
};

export const roundProblems = {
  round_unknown: "Omgången finns inte.",
  already_opened: "Omgången är redan öppnad.",
  no_actors: "Det finns inga aktörer att öppna omgången för.",
  not_open: "Omgången är inte öppen.",
  already_released: "Resultatet är redan släppt.",
  not_closed: "Bara en stängd omgång kan släppas. Stäng den först.",
  closing_day_invalid: planProblems.closing_day_invalid,
  closing_day_past: planProblems.closing_day_past,
  not_yours: "Det är samordningskansliet som gör det.",
  not_opened: "Bara en öppnad omgång vars resultat inte är släppt kan tas tillbaka.",
  has_submissions: "Någon aktör har redan lämnat in, så omgången kan inte tas tillbaka. Stäng den i stället.",
  withdraw_reason_missing: "Skriv varför omgången tas tillbaka.",
  closing_day_not_later: "Välj en dag efter den nuvarande stängningsdagen.",
};

/** What was done to a round, by the word in the address. */
export const roundDone: Record<string, string> = {
  planerad: "Omgången är planerad. Öppna den när aktörerna ska börja.",
  oppnad: "Omgången är öppen. Aktörernas samordnare kan börja skatta.",
  forlangd: "Stängningsdagen är flyttad.",
  stangd: "Omgången är stängd. Bara den aktör som har fått en egen sista dag kan ändra sina svar.",
  tillbakatagen: "Omgången är planerad igen. Det som sparats finns kvar och syns när den öppnas på nytt.",
  paminnd: "Påminnelsen är på väg.",
  slappt: "Resultatet är släppt.",
};

/** What was done to one actor in a round, by the word in the address. */
export const roundActorDone: Record<string, string> = {
  ateroppnad: "Aktören kan ändra och lämna in igen till och med den dag du valde.",
  paminnd: "Påminnelsen är på väg.",
  "fyller-i": "Kansliet fyller nu i åt aktören. Gå till självskattningen och börja.",
  slutat: "Kansliet fyller inte längre i åt aktören. Det som fyllts i finns kvar.",
  "mer-tid": "Aktören har fått mer tid.",
  nej: "Aktören har fått svar.",
};

export const personProblems = {
  name_missing: "Skriv personens namn.",
  email_invalid: "Skriv en e-postadress, till exempel namn@kommun.se.",
  actor_missing: "Välj vilken aktör personen hör till.",
  actor_not_allowed: "Den rollen hör inte till någon aktör. Välj ”Ingen aktör”.",
  actor_unknown: "Välj en aktör i listan.",
  already_member: "Personen har redan den rollen.",
  membership_unknown: "Rollen är redan avslutad.",
  own_last_office: "Du kan inte avsluta din egen roll på samordningskansliet. Be en kollega.",
  person_unknown: "Personen finns inte.",
  last_coordinator: "Det är den enda samordnaren. Lämna över rollen till någon annan i stället.",
  link_not_yours: "Personen har roller även på annat håll. Be samordningskansliet om en ny länk till personen.",
  leaver_unknown: "Den personen är inte samordnare här längre. Välj i listan.",
  successor_unknown: "Välj någon annan i listan, eller skriv någon ny.",
};
