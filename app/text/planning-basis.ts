import type { Role } from "#domain/access.ts";
import type { RoundState } from "#domain/round.ts";
import { roleNames } from "./access.ts";
import { dayText } from "./dates.ts";
import { numberText } from "./results.ts";

/** The name of the planning basis (underlag), as on its first page. */
export function basisTitle(year: number): string {
  return `Underlag till verksamhetsplanen, självskattningen ${year}`;
}

/** The council's. */
export function councilBasisTitle(year: number): string {
  return `Regionens förmåga ${year}, underlag till regionala rådet`;
}

/** Who made a file on the page, and as what. */
export function madeByText({ name, role }: { name: string; role: Role }): string {
  const as = roleNames[role];
  return name === as ? name : `${name}, ${as.charAt(0).toLowerCase()}${as.slice(1)}`;
}

/** Who made a file from the command line. */
export const madeByCommand = "kommandot npm run export";

/** How far the round had come, and what that makes of the numbers. */
export function stateText({ state, closingDay }: { state: RoundState; closingDay: string }): string {
  if (state === "released") return "släppt: slutligt resultat";
  if (state === "closed") return "stängd, inte släppt: preliminärt resultat";
  if (state === "open") return `pågår till och med ${dayText(closingDay)}: löpande ställning`;
  return "planerad, inte öppnad: inget resultat än";
}

type Decision = {
  sequence: number;
  decidedOn: string;
  meeting: string | null;
  reference: string;
  registryNumber: string | null;
};

/** A decision on one line: `Beslut 2, 14 mars 2026: § 5, diarienummer 12/26`. */
export function decisionText({ sequence, decidedOn, reference, registryNumber }: Decision): string {
  const kept = registryNumber ? `, diarienummer ${registryNumber}` : "";
  return `Beslut ${sequence}, ${dayText(decidedOn)}: ${reference}${kept}`;
}

/** What the minimum levels rest on, where one line must do. */
export function decisionsLine(decisions: readonly (Decision & { inForce: boolean })[]): string {
  const inForce = decisions.filter((decision) => decision.inForce);
  if (inForce.length === 0) return "inget beslut om lägstanivåer: inga brister kan visas";
  return inForce.map(decisionText).join("; ");
}

type Coverage = { actors: number; submitted: number; answered: number; applicable: number };

/** `31 av 37 aktörer har lämnat in: 812 svar av 1 009`. */
export function coverageText({ actors, submitted, answered, applicable }: Coverage): string {
  if (actors === 0) return "inga aktörer, omgången har inte öppnat";
  return `${submitted} av ${actors} aktörer har lämnat in: ${numberText(answered)} svar av ${numberText(applicable)}`;
}

const stamp = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Stockholm",
});

/** `2026-02-12 14:03` in Stockholm, of a UTC moment: for tables that are sorted and counted on. */
export function stockholmStamp(moment: string): string {
  return stamp.format(new Date(moment));
}

/** A file to take away. `path`: the last of its address, after the year's. */
export type BasisFile = { path: string; label: string; holds: string };

/** All files of a year, for the office and the chief group. */
export function wholeFiles(year: number): BasisFile[] {
  return [
    {
      path: `underlag/underlag-${year}.docx`,
      label: "Underlaget (Word)",
      holds:
        "För mötet och pappret: läget på en sida, det mest angelägna, varje grundförmåga, vilka som brister och varför, gemensamma mönster, värmekartan och besluten.",
    },
    {
      path: `underlag/underlag-${year}.xlsx`,
      label: "Underlaget (Excel)",
      holds:
        "För den som vill sortera och räkna själv: blad för delförmågor, alla svar, brister, orsaker och åtgärder, med filter.",
    },
    {
      path: "celler.csv",
      label: "Alla svar (CSV)",
      holds: "En rad per aktör och delförmåga: nivå, lägstanivå, brist, säkerhet och orsaker.",
    },
    {
      path: "regional.csv",
      label: "Per delförmåga (CSV)",
      holds: "En rad per delförmåga för hela regionen: antal, andelar, fördelning och orsaker.",
    },
    {
      path: "underlag/measures.csv",
      label: "Åtgärder (CSV)",
      holds: "En rad per åtgärd som aktörerna har noterat.",
    },
    {
      path: `underlag/underlag-${year}.json`,
      label: "Allt (JSON)",
      holds: "För andra system: allt i de andra filerna, och alla gemensamma mönster.",
    },
    {
      path: `underlag/underlag-${year}.schema.json`,
      label: "Schema till JSON-filen",
      holds: "Vad varje uppgift i JSON-filen heter och betyder.",
    },
  ];
}

/** What the council may take away after the release. */
export function councilFiles(year: number): BasisFile[] {
  const name = `underlag/radet/underlag-radet-${year}`;
  return [
    {
      path: `${name}.docx`,
      label: "Rådets underlag (Word)",
      holds:
        "För mötet och pappret: läget på en sida, det mest angelägna, alla delförmågor för hela regionen, så är det räknat, besluten.",
    },
    {
      path: `${name}.xlsx`,
      label: "Rådets underlag (Excel)",
      holds: "En rad per delförmåga för hela regionen, och det mest angelägna.",
    },
    {
      path: `${name}.csv`,
      label: "Rådets underlag (CSV)",
      holds: "En rad per delförmåga för hela regionen.",
    },
    { path: `${name}.json`, label: "Rådets underlag (JSON)", holds: "För andra system: allt i de andra filerna." },
    {
      path: `${name}.schema.json`,
      label: "Schema till rådets JSON-fil",
      holds: "Vad varje uppgift i JSON-filen heter och betyder.",
    },
  ];
}
