import type { MeasureState } from "#domain/measure.ts";
import { dayText } from "./dates.ts";

export const measureStateNames: Record<MeasureState, string> = {
  not_started: "Ej påbörjad",
  ongoing: "Pågår",
  done: "Klar",
  cancelled: "Avbruten",
};

/** The answers to whether an earlier measure is still to be carried out. */
export const measureDecisionNames: Record<MeasureState, string> = {
  not_started: "Ja, inte påbörjad",
  ongoing: "Ja, den pågår",
  done: "Nej, den är klar",
  cancelled: "Nej, den är avbruten",
};

/** Why a measure was not saved, and what to do. */
export const measureProblems = {
  unknown_measure: "Åtgärden finns inte i den här omgången längre, så ingenting sparades.",
  too_many: "Det finns redan 20 åtgärder för delförmågan. Slå ihop några innan ni lägger till fler.",
  not_directed: "Delförmågan är inte riktad till er längre, så ingenting sparades.",
  due_day_passed: "Dagen har passerat. Välj en ny dag, eller säg att åtgärden är klar eller avbruten.",
  stale: "Någon hann ändra åtgärden, så ingenting sparades. Det som gäller nu står ovanför: jämför och spara igen.",
} as const;

/** `1 åtgärd`, `3 åtgärder`. */
export function measuresText(count: number): string {
  return count === 1 ? "1 åtgärd" : `${count} åtgärder`;
}

/** What stands after the day a measure is to be done by: ` (först 31 december 2026)` where another was set first, else "". */
export function firstDayText({ dueDay, firstDueDay }: { dueDay: string; firstDueDay: string }, text = dayText): string {
  return dueDay === firstDueDay ? "" : ` (först ${text(firstDueDay)})`;
}

/** How an earlier year's measure goes: what was said this year, else what was said last, else that nothing was. */
export function measureStateText({
  state,
  before,
}: {
  state: MeasureState | null;
  before: { year: number; state: MeasureState } | null;
}): string {
  if (state) return measureStateNames[state];
  return before ? `Utan besked i år, ${measureStateNames[before.state].toLowerCase()} ${before.year}` : "Utan besked";
}
