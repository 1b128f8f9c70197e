import type { ActivityPart, ActivityState, ExpectedEffect, Tertial } from "#domain/activity.ts";
import type { Cause } from "#domain/answer.ts";
import type { PlanDifference, PlanState } from "#domain/operations-plan.ts";
import type { ProposalNumbers } from "#domain/plan-proposal.ts";
import { causeNames } from "./answers.ts";
import { dayText } from "./dates.ts";
import { decideProblems } from "./levels.ts";
import { numberText } from "./results.ts";

export const planStateNames: Record<PlanState, string> = {
  drafted: "Utkast",
  adopted: "Antagen",
  presented: "Presenterad för rådet",
  discarded: "Kastad",
};

export const activityStateNames: Record<ActivityState, string> = {
  not_started: "Ej påbörjad",
  ongoing: "Pågår",
  done: "Klar",
  cancelled: "Avbruten",
};

export const activityPartNames: Record<ActivityPart, string> = {
  goalArea: "målområde",
  what: "vad som ska göras",
  holder: "vilken funktion som håller i det",
  when: "när",
  costFrame: "kostnadsram",
  subs: "delförmågor och väntad effekt",
  actors: "aktörer",
  check: "hur och när den följs upp",
};

type Change = PlanDifference<unknown>["change"];

export const changeNames: Record<Change, string> = {
  added: "Ny",
  removed: "Borttagen",
  changed: "Ändrad",
};

/** To an actor, which reads the activities that it is in: one can go on without it. */
export const ownChangeNames: Record<Change, string> = {
  added: "Ny för er",
  removed: "Inte längre för er",
  changed: "Ändrad",
};

export const tertialNames: Record<Tertial, string> = {
  1: "Tertial 1 (jan–apr)",
  2: "Tertial 2 (maj–aug)",
  3: "Tertial 3 (sep–dec)",
};

/** "tertial 2", "tertial 1–3"; not said: "inte angivet". */
export function whenText(when: { from: Tertial; to: Tertial } | null): string {
  if (when === null) return "inte angivet";
  return when.from === when.to ? `tertial ${when.from}` : `tertial ${when.from}–${when.to}`;
}

/** "250 000 kr"; not known: "inte känd". */
export function costText(costFrame: number | null): string {
  return costFrame === null ? "inte känd" : `${numberText(costFrame)}\u00a0kr`;
}

/** "1 aktör", "14 aktörer". */
export function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

/** "1 aktivitet", "3 aktiviteter". */
export function activitiesText(count: number): string {
  return count === 1 ? "1 aktivitet" : `${count} aktiviteter`;
}

/** "minst nivå 3 hos 14 aktörer", "den egna lägstanivån hos 14 aktörer". */
export function effectText({ level, actors }: ExpectedEffect): string {
  return `${level === null ? "den egna lägstanivån" : `minst nivå ${level}`} hos ${actorsText(actors)}`;
}

/** An effect as its reader may know it; "" where none is expected. */
export function expectedText(sub: { effect: ExpectedEffect | null; isEffectWithheld: boolean }): string {
  if (sub.isEffectWithheld) return "visas inte";
  return sub.effect === null ? "" : effectText(sub.effect);
}

const proposalNames: Record<Cause, string> = {
  planning: "Rutin eller plan",
  organisation: "Bemanning och mandat",
  equipment: "Teknik och utrustning",
  training: "Utbildning",
  exercise: "Övning",
};

/** "Utbildning för 14 aktörer"; without a cause: "Ta reda på orsaken hos 3 aktörer". */
export function proposalText(cause: Cause | null, actors: number): string {
  return cause === null
    ? `Ta reda på orsaken hos ${actorsText(actors)}`
    : `${proposalNames[cause]} för ${actorsText(actors)}`;
}

/** Why a proposal is there: "14 av de 20 som inte når lägstanivån anger utbildning." */
export function groundText(cause: Cause | null, actors: number, { notMeeting }: ProposalNumbers): string {
  const named = cause === null ? "har inte angett någon orsak" : `anger ${causeNames[cause].toLowerCase()}`;
  return `${actors} av de ${notMeeting} som inte når lägstanivån ${named}.`;
}

/** "20 av 35 når inte lägstanivån: 18 ligger under den och 2 kan inte bedöma. 36 av 37 har svarat." */
export function numbersText({
  notMeeting,
  belowMinimum,
  unknown,
  meetsMinimum,
  answered,
  applicable,
}: ProposalNumbers) {
  const split = unknown === 0 ? "" : `: ${belowMinimum} ligger under den och ${unknown} kan inte bedöma`;
  return `${notMeeting} av ${notMeeting + meetsMinimum} når inte lägstanivån${split}. ${answered} av ${applicable} har svarat.`;
}

/** "Avstämningen 30 april 2026 är försenad." One sentence per thing that is overdue. */
export function overdueTexts({ checks, isLate }: { checks: string[]; isLate: boolean }): string[] {
  return [
    ...checks.map((day) => `Avstämningen ${dayText(day)} är inte gjord.`),
    ...(isLate ? ["Tiden har gått ut, men aktiviteten är varken klar eller avbruten."] : []),
  ];
}

/** Why something about a plan was not stored, and what to do. */
export const planProblems = {
  unknown_plan: "Planen finns inte.",
  plan_locked: "Planen är antagen och kan inte ändras. Påbörja en revidering om den behöver ändras.",
  unknown_activity: "Aktiviteten finns inte i planen längre, så ingenting sparades.",
  goal_area_unknown: "Välj ett målområde i listan.",
  code_unknown: "En delförmåga finns inte i definitionen. Ladda om sidan och försök igen.",
  level_outside_scale: "Välj en nivå på skalan.",
  actor_unknown: "En aktör finns inte längre. Ladda om sidan och välj igen.",
  check_day_outside: "Avstämningen ska ligga under planens år eller året efter.",
  save_id_taken: "Formuläret har redan använts till något annat. Ladda om sidan och skriv in det igen.",
  round_unknown: "Det finns ingen omgång året före planen.",
  round_not_released: "Planen bygger på omgångens resultat. Släpp resultatet först.",
  no_goals: "Det finns inga målområden att planera mot. De läses in när servern startar.",
  none_chosen: "Kryssa för minst ett förslag.",
  unknown_proposal: "Ett av förslagen finns inte i omgångens resultat. Ladda om sidan och välj igen.",
  reason_missing: "Skriv varför.",
  reason_long: "Skälet är för långt. Korta det till 500 tecken.",
  what_long: "Texten skulle bli för lång. Välj färre förslag att slå ihop.",
  plan_changed:
    "Någon ändrade en aktivitet medan du läste, så planen är inte antagen. Läs den som den är nu och anta igen.",
  revision_changed:
    "Någon ändrade en aktivitet medan du läste, så revideringen är inte kastad. Läs den som den är nu. Kasta den igen om du fortfarande vill.",
  plan_empty: "Planen har inga aktiviteter, så det finns inget att anta.",
  not_drafted: "Den här versionen kan inte antas.",
  not_adopted: "Planen är inte antagen än.",
  check_day_unknown: "Välj en avstämning i listan.",
  presented_on_invalid: "Skriv den dag då planen presenterades, till exempel 2026-12-10.",
  presented_on_future: "Dagen har inte varit än. Skriv den dag då planen presenterades.",
  presented_before_adopted: "Dagen är före den dag då planen antogs. Kontrollera den.",
  already_presented: "Det är redan noterat att versionen har presenterats.",
  note_long: "Anteckningen är för lång. Korta den till 500 tecken.",
  unknown_area: "Målområdet finns inte.",
  changed_meanwhile:
    "Någon ändrade målområdet medan du valde, så ditt är inte sparat. Det du valde står kvar. Jämför med vad som gäller nu och spara igen.",
  decided_on_invalid: decideProblems.decided_on_invalid,
  decided_on_future: decideProblems.decided_on_future,
  meeting_missing: decideProblems.meeting_missing,
  meeting_long: decideProblems.meeting_long,
  reference_missing: decideProblems.reference_missing,
  reference_long: decideProblems.reference_long,
  registry_number_long: decideProblems.registry_number_long,
} as const;

/** Stands where one writes what everybody reads. */
export const publicTextHint =
  "Rådet och de aktörer som berörs läser texten när planen är antagen. Skriv inte vilka aktörer som brister, och inga namn på personer.";
