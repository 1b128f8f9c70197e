export const signInProblems = {
  wrong: "E-postadressen eller lösenordet stämmer inte. Försök igen.",
  too_many: "För många försök med den här adressen. Vänta en kvart och försök igen.",
  no_membership: "Du har ingen roll i Förmågekollen just nu. Hör av dig till samordningskansliet.",
};

export const linkProblems = {
  gone: "Länken är redan använd eller för gammal. Be samordningskansliet om en ny.",
  email_taken: "Det finns redan en person med den adressen.",
  name_missing: "Skriv både namn och e-postadress.",
};
