import type { MailKind, MailState } from "#domain/mail.ts";

export const mailKindNames: Record<MailKind, string> = {
  round_opened: "Omgången är öppen",
  delegated: "Delegerade frågor",
  two_weeks_left: "Två veckor kvar",
  three_days_left: "Tre dagar kvar",
  round_closed: "Omgången är stängd",
  submitted: "Att fastställa",
  sent_back: "Skickad tillbaka",
  approved: "Fastställd",
  round_released: "Resultatet är släppt",
  invitation: "Inbjudan",
  reopened: "Öppnad igen",
  reminder: "Påminnelse",
};

export const mailStateNames: Record<MailState, string> = {
  waiting: "Väntar",
  sending: "Skickas nu",
  sent: "Skickat",
  failed: "Misslyckades",
  unclear: "Oklart om det gick fram",
  dropped: "Skickades inte",
};

/** What to do about a message that nobody knows whether it arrived. */
export const unclearAdvice =
  "Brevet kan ha kommit fram ändå. Fråga mottagaren. Har det kommit markerar du det som skickat, annars väljer du Försök igen.";

/** What can be asked for in the outbox: the word in the address, its name, and the states it holds. */
export const outboxFilters = [
  { word: "vantar", name: "Väntar", states: ["waiting", "sending"] },
  { word: "misslyckade", name: "Misslyckades", states: ["failed"] },
  { word: "oklara", name: "Oklart om det gick fram", states: ["unclear"] },
  { word: "skickade", name: "Skickade", states: ["sent"] },
  { word: "inaktuella", name: "Skickades inte", states: ["dropped"] },
] as const satisfies readonly { word: string; name: string; states: readonly MailState[] }[];

export const mailProblems = {
  unknown: "Brevet finns inte.",
  move_missing: "Välj vad som ska göras med brevet.",
  not_now: "Brevet har ändrats sedan du öppnade sidan, så ingenting gjordes. Läs hur det står till nu.",
  stale:
    "Brevet är inaktuellt och skickas inte igen. Gör ett nytt i stället, till exempel en påminnelse eller en ny engångslänk.",
  link_gone: "Länken i brevet fungerar inte längre. Gör en ny engångslänk under Personer.",
};

/** Why an actor could not be reminded. */
export const remindProblems = {
  unknown_round: "Omgången finns inte.",
  unknown_actor: "Aktören är inte med i omgången.",
  nothing_missing: "Det finns inget att påminna om: aktören har inget ogjort just nu.",
  already_today: "Aktören har redan fått en påminnelse i dag. Vänta till i morgon, eller ring.",
  nobody: "Ingen hos aktören har den roll som behövs. Lägg till en person först.",
  reminders_off: "Alla som kunde påminnas har stängt av påminnelser. Ring i stället.",
};
