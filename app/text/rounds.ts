import type { ProgressOrder, ProgressState } from "#domain/progress.ts";
import type { RoundState } from "#domain/round.ts";
import type { Unusual } from "#domain/unusual.ts";
import { dayText } from "./dates.ts";

export const roundStateNames: Record<RoundState, string> = {
  planned: "Planerad",
  open: "Öppen",
  closed: "Stängd",
  released: "Släppt",
};

export const progressNames: Record<ProgressState, string> = {
  not_begun: "Inte börjat",
  begun: "Påbörjat",
  submitted: "Lämnat in",
  approved: "Fastställt",
};

export const orderNames: Record<ProgressOrder, string> = {
  category: "Kategori och namn",
  name: "Namn",
  share: "Minst klart först",
  activity: "Längst sedan något hände",
  unusual: "Mest som sticker ut",
};

export const activityNames = {
  saved: "Sparade",
  submitted: "Lämnade in",
  approved: "Fastställde",
  sent_back: "Skickade tillbaka",
  withdrawn: "Tog tillbaka",
};

const inDays = (days: number) => (days === 0 ? "i dag" : days === 1 ? "i 1 dag" : `i ${days} dagar`);

/** One plain sentence about what is unusual with an actor. */
export function unusualText({ kind, days }: Unusual): string {
  const known = days ?? 0;
  switch (kind) {
    case "asked_more_time":
      return "Har bett om mer tid och väntar på svar.";
    case "no_coordinator":
      return "Ingen samordnare finns.";
    case "never_signed_in":
      return "Samordnaren har aldrig loggat in.";
    case "nothing_saved":
      return known === 0
        ? "Inget är sparat och sista dagen är i dag."
        : `Inget är sparat och ${known === 1 ? "1 dag" : `${known} dagar`} återstår.`;
    case "own_day_passing":
      if (known < 0) return "Den egna sista dagen har passerat utan inlämning.";
      return known === 0
        ? "Den egna sista dagen är i dag."
        : `Den egna sista dagen är om ${known === 1 ? "1 dag" : `${known} dagar`}.`;
    case "sent_back_untouched":
      return `Skickad tillbaka och orörd ${inDays(known)}.`;
    case "silent":
      return `Inget har sparats på ${known} dagar.`;
    case "awaiting_approval":
      return `Har väntat på fastställande ${inDays(known)}.`;
    case "many_unknown":
      return "Minst en fjärdedel av svaren är ”kan inte bedömas”.";
    case "same_level":
      return "Samma nivå på allt.";
    case "top_level_everywhere":
      return "Högsta nivån på allt.";
    case "on_behalf":
      return "Ifyllt av kansliet åt aktören.";
  }
}

/** Why a request for more time was not made or answered. */
export const moreTimeProblems = {
  not_yours: "Det är aktörens samordnare som ber om mer tid, och kansliet som svarar.",
  not_now: "Det går inte nu: skattningen är inlämnad eller omgången stängd.",
  already_asked: "Ni har redan bett om mer tid. Kansliet har inte svarat än.",
  wanted_day_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  wanted_day_not_later: "Välj en dag efter den sista dag ni har nu.",
  reason_missing: "Skriv varför ni behöver mer tid. Kansliet läser det.",
  reason_long: "Texten är för lång. Korta den till 1000 tecken.",
  not_asked: "Aktören väntar inte på svar: någon annan har redan svarat.",
  granted_day_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  granted_day_past: "Den dagen har redan passerat. Välj i dag eller en senare dag.",
  granted_day_not_later: "Välj en dag efter den sista dag som aktören har nu.",
  note_missing: "Skriv varför ni inte ger mer tid. Aktören ser det.",
  note_long: "Texten är för lång. Korta den till 1000 tecken.",
} as const;

/** What the office answered to a request for more time. */
export function moreTimeOutcome({ grantedDay, note }: { grantedDay: string | null; note: string }): string {
  const said = note && ` Kansliet skriver: ${note}`;
  return grantedDay ? `Ja, till och med ${dayText(grantedDay)}.${said}` : `Nej.${said}`;
}

/** Why an actor was not reminded. */
export const remindProblems = {
  unknown_round: "Omgången finns inte.",
  unknown_actor: "Aktören ingår inte i omgången.",
  nothing_missing: "Det finns inget att påminna om: aktören har inget kvar att göra nu.",
  already_today: "Aktören har redan fått en påminnelse i dag.",
  nobody: "Det finns ingen att påminna. Lägg till en samordnare på sidan Personer.",
  reminders_off: "De som håller i skattningen har stängt av påminnelser. Ring eller skriv i stället.",
} as const;
