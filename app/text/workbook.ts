import type { AnswerPart } from "#domain/answer-part.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import {
  answerKindNames,
  causeNames,
  confidenceNames,
  evidenceKindNames,
  evidenceOutcomeNames,
  indicatorAnswerNames,
} from "./answers.ts";
import { secrecyNotice } from "./secrecy.ts";

/** What stands in the workbook beside each thing asked. */
export const workbookWords = {
  heads: ["Kod", "Fråga", "Svar", "Text"],
  evidenceHeads: ["Kod", "Delförmåga", "Slag", "Vad", "Datum, ÅÅÅÅ-MM-DD", "Utfall"],
  level: "Er nivå. Text: varför, om den har ändrats två steg eller mer sedan senaste omgången",
  reason: "Motivering: när nivån är en annan än indikatorerna pekar på eller inte kan bedömas",
  confidence: "Hur säkra är ni?",
  cause: (name: string) => `Vad som fattas: ${name.toLowerCase()}. Sätt x`,
  comment: "Kommentar",
  notDirected: "Ingen indikator är riktad till er. Ni behöver inte svara.",
  pickFromList: "Välj ur listan, eller lämna tomt.",
} as const;

/** What there is to know before filling in, on the workbook's first sheet. */
export const workbookSteps = [
  "Fyll i de gula cellerna, gärna tillsammans. Kolumnen Svar har listor att välja ur. Det som redan är sparat står ifyllt.",
  "Svara först på indikatorerna. Välj sedan den nivå som stämmer bäst, och hur säkra ni är. Att inte veta är ett riktigt svar.",
  "Kryssa för vad som fattas om nivån är under lägstanivån eller inte kan bedömas. Ett eller flera x.",
  "Skriv skälet i kolumnen Text bredvid en indikator som inte är tillämplig.",
  "Övningar, händelser, utbildningar och planer som svaren bygger på skrivs på bladet Underlag.",
  "Lägg inte till, flytta eller ta bort rader och blad: då kan arbetsboken inte läsas in.",
  "Spara som Excel (.xlsx) och ladda upp i Förmågekollen. Ni får se varje ändring och välja vad som ska sparas.",
  secrecyNotice,
];

/** Why an uploaded file was not read at all, and what to do. */
export const workbookRefusals = {
  no_file: "Välj först den ifyllda arbetsboken på din dator.",
  too_large: "Filen är för stor: högst 5 MB. Ta bort bilder och annat som har lagts till, och försök igen.",
  not_a_workbook: "Filen är ingen Excel-arbetsbok. Välj den .xlsx-fil som ni laddade ner och fyllde i.",
  locked: "Filen är skyddad med lösenord, eller sparad i det äldre formatet .xls. Spara den som .xlsx utan lösenord.",
  open_document: "Filen är sparad som OpenDocument (.ods). Spara den som Excel (.xlsx) och ladda upp den.",
  macros: "Filen innehåller makron och läses därför inte. Spara den som vanlig Excel-arbetsbok (.xlsx).",
  too_much_inside: "Filen packar upp till mycket mer än en arbetsbok och läses därför inte.",
  broken: "Filen är skadad och kan inte läsas. Öppna den, spara den på nytt som .xlsx och försök igen.",
  other_format:
    "Filen är ingen arbetsbok från Förmågekollen, eller en för gammal. Ladda ner arbetsboken och fyll i den.",
} as const;

export type WorkbookRefusal = keyof typeof workbookRefusals;

/** What a part of an answer is called. `positions`: the indicators' places on the page, from 1. */
export function partLabel(part: AnswerPart, positions: Record<string, number>): string {
  switch (part.part) {
    case "indicator":
      return `Indikator ${positions[part.id] ?? part.id}`;
    case "indicator_reason":
      return `Indikator ${positions[part.id] ?? part.id}, skäl`;
    case "level":
      return "Er nivå";
    case "reason":
      return "Motivering";
    case "change_reason":
      return "Varför nivån har ändrats";
    case "confidence":
      return "Hur säkra ni är";
    case "causes":
      return "Vad som fattas";
    case "comment":
      return "Kommentar";
    case "evidence":
      return "Underlag";
  }
}

/** What a part of an answer says; "" where it says nothing. */
export function partText(part: AnswerPart, levels: readonly LevelAnchor[]): string {
  switch (part.part) {
    case "indicator":
      return part.answer ? indicatorAnswerNames[part.answer] : "";
    case "indicator_reason":
    case "reason":
      return part.reason;
    case "level": {
      if (part.kind === null) return "";
      if (part.kind !== "level") return answerKindNames[part.kind];
      return [part.level, levels.find(({ level }) => level === part.level)?.name].join(" ");
    }
    case "change_reason":
      return part.changeReason;
    case "confidence":
      return part.confidence ? confidenceNames[part.confidence] : "";
    case "causes":
      return part.causes.map((cause) => causeNames[cause]).join(", ");
    case "comment":
      return part.comment;
    case "evidence":
      return part.evidence
        .map(({ kind, what, date, outcome }) =>
          [evidenceKindNames[kind], what, date, outcome ? evidenceOutcomeNames[outcome] : ""]
            .filter((word) => word !== "")
            .join(", "),
        )
        .join("\n");
  }
}

/** Why chosen changes were not saved, and what to do. */
export const takeRefusals = {
  some: "Allt sparades inte. Det som står kvar nedan kan ni välja igen.",
  no_import: "Arbetsbokens ändringar är redan sparade eller borttagna. Ladda upp den igen om något fattas.",
  stale: "Någon hann spara ett nytt svar. Jämför igen och välj.",
  invalid: "Svaret går inte att spara som det står i arbetsboken. Skriv in det på delförmågans sida.",
  save_id_taken: "Ändringen var redan sparad en gång. Ladda upp arbetsboken igen om något fattas.",
  round_not_open: "Omgången är inte öppen.",
  submitted: "Självskattningen är redan inlämnad.",
  not_yours: "Kansliet fyller inte i åt aktören. Ange först på omgångens sida vad svaren bygger på.",
  unknown_round: "Omgången finns inte.",
  unknown_actor: "Aktören ingår inte i omgången.",
  unknown_code: "Delförmågan finns inte i omgången.",
  not_directed: "Delförmågan är inte riktad till er.",
  not_delegated: "Grundförmågan är inte fördelad till dig.",
} as const;

/** `3 ändringar`. */
export function changesText(count: number): string {
  return count === 1 ? "1 ändring" : `${count} ändringar`;
}
