import { dayText, momentText } from "#text/dates.ts";
import { actorsText, expectedText, planStateNames } from "#text/plan.ts";
import type { PlanFile, PlanFileActivity } from "./plan-schema.ts";

/** Where the version stands: "Version 1, antagen 12 februari 2026, Regionala chefsgruppen, möte 1, Protokoll § 5." */
export function standingText({ version, state, adopted, presentedOn }: PlanFile["about"]): string {
  if (!adopted) return `Version ${version}, ${planStateNames[state].toLowerCase()}.`;
  const { on, meeting, reference, registryNumber } = adopted;
  const where = [meeting, reference, registryNumber].filter((text) => text !== "").join(", ");
  const presented = presentedOn === null ? "" : ` Presenterad för regionala rådet ${dayText(presentedOn)}.`;
  return `Version ${version}, antagen ${dayText(on)}, ${where}.${presented}`;
}

/** When and by whom the file was made. */
export function madeText({ madeAt, madeBy }: PlanFile["about"]): string {
  return `Framtagen ${momentText(madeAt)} av ${madeBy}.`;
}

/** Who an activity is for, as far as the reader may know. */
export function whoText({ actors, actorCount }: PlanFileActivity): string {
  if (actorCount === null) return "visas inte";
  if (actorCount === 0) return "inte angivet";
  return actors === null
    ? actorsText(actorCount)
    : `${actorsText(actorCount)}: ${actors.map(({ name }) => name).join(", ")}`;
}

/** "2:5 Förmåga att använda Rakel. Väntad effekt: minst nivå 3 hos 14 aktörer." One line per sub-capability. */
export function subsText({ subCapabilities }: PlanFileActivity): string {
  return subCapabilities
    .map(({ code, name, ...said }) => {
      const expected = expectedText(said);
      return `${code} ${name}${expected === "" ? "" : ` Väntad effekt: ${expected}.`}`;
    })
    .join("\n");
}

/** How it is checked, and on which days. */
export function checksText({ checkHow, checkDays }: PlanFileActivity): string {
  return [checkHow, ...checkDays.map((day) => `Avstämning ${dayText(day)}.`)].filter((text) => text !== "").join("\n");
}
