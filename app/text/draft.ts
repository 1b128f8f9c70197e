// What the answer page says of what is typed and not saved yet.

export const tooMuchAtOnce = "Det som är skrivet är för mycket för att tas emot på en gång. Korta texten.";
export const cannotSaveHere = "Du kan inte längre spara svar här. Prata med er samordnare.";

/** `text`: what the state is; `kind` chooses how it looks. */
export type StatusText = { kind: "calm" | "waiting" | "failed"; text: string };

const waitsHere = "Det du skrivit väntar i den här webbläsaren";
const cannotWait = "Webbläsaren kan inte förvara det du skrivit, så lämna inte sidan.";

export const statusTexts = {
  changed: "Ändrat, sparas strax",
  sending: "Sparar…",
  unreachable: `Inte sparat: ingen kontakt med servern. ${waitsHere} och sparas när kontakten är tillbaka.`,
  unreachable_unkept: `Inte sparat: ingen kontakt med servern. ${cannotWait}`,
  signed_out: `Inte sparat: du är utloggad. ${waitsHere} och sparas när du har loggat in.`,
  signed_out_unkept: `Inte sparat: du är utloggad. ${cannotWait} Logga in i en ny flik och spara sedan här.`,
  stale: "Inte sparat: svaret har sparats någon annanstans. Välj version överst på sidan.",
} as const;

/** `Inte sparat: Underlag 1, datum: Datumet finns inte. Ett fel till behöver rättas.` `others`: how many errors more there are. */
export function refusedText(sentence: string, others = 0): string {
  const more = others === 0 ? "" : ` ${others === 1 ? "Ett fel" : `${others} fel`} till behöver rättas.`;
  return `Inte sparat: ${sentence}${more}`;
}

/** What stands over a form that has been filled in from what this browser kept. */
export function broughtBackText(when: string): string {
  return `Det här skrev du ${when} utan att det hann sparas. Nu står det i formuläret igen.`;
}

/** What cannot be saved any more, but is not thrown away. */
export function cannotBeSavedText(when: string): string {
  return `Det här skrev du ${when} utan att det hann sparas, och nu kan det inte sparas. Det finns kvar i den här webbläsaren tills du tar bort det.`;
}

/** Asked before sign-out. */
export function signOutWarning(count: number): string {
  const what = count === 1 ? "En text som du har skrivit är" : `${count} texter som du har skrivit är`;
  const pronoun = count === 1 ? "den" : "de";
  return `${what} inte sparad${count === 1 ? "" : "e"}. Loggar du ut nu tas ${pronoun} bort från den här webbläsaren. Vill du logga ut ändå?`;
}

/** What the page reads out while somebody answers. */
export const announcements = {
  proposed: (level: number | null) =>
    level === null ? "Ingen nivå föreslås." : `Indikatorerna pekar på nivå ${level}.`,
  reasonDue: "Nivån behöver en motivering.",
  changeReasonDue: "Nivån har ändrats två steg eller mer: skriv varför.",
  causesDue: "Välj vad det är som fattas.",
  savedAgain: "Allt är sparat igen.",
} as const;

/** Why the reason is asked for, beside its field. */
export const reasonHints = {
  none: "Om ni vill: vad bedömningen bygger på.",
  unknown: "Behövs: beskriv varför nivån inte kan bedömas.",
  not_applicable: "Behövs: beskriv varför delförmågan inte kan gälla er.",
  no_proposal: "Behövs, eftersom indikatorerna inte pekar på någon nivå.",
  differs: "Behövs, eftersom nivån är en annan än den som indikatorerna pekar på.",
} as const;

/** Of texts from pages no longer open. */
export const waitingTexts = {
  heading: (count: number) =>
    count === 1
      ? "En text som du har skrivit är inte sparad än."
      : `${count} texter som du har skrivit är inte sparade än.`,
  unreachable: "väntar på kontakt med servern.",
  signed_out: "väntar på att du loggar in igen.",
  stale: "svaret har sparats någon annanstans. Öppna och välj version.",
} as const;
