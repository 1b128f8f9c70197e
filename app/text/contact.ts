// What a page says while the server cannot be reached.

export const underWay = "Hämtar…";

export const lostTexts = {
  page: "Ingen kontakt med servern. Sidan hämtas när kontakten är tillbaka.",
  form: "Ingen kontakt med servern. Det du skrev står kvar: försök igen när kontakten är tillbaka.",
} as const;
