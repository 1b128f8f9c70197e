import type { ActivityPart } from "#domain/activity.ts";
import { dayText } from "#text/dates.ts";
import { activityPartNames, actorsText, costText, expectedText, whenText } from "#text/plan.ts";
import type { Activity, ShownActors } from "./activity-list.tsx";

type Said = Omit<Activity, "state" | "overdue" | "missing"> & { goalArea: string };

function whoText(actors: ShownActors): string {
  if (actors.shown === "withheld") return "visas inte";
  if (actors.shown === "count") return actorsText(actors.count);
  const names = actors.actors.map(({ shortName }) => shortName);
  return names.length === 0 ? "inte angivet" : `${actorsText(names.length)}: ${names.join(", ")}`;
}

function subText({ code, ...said }: Said["subs"][number]): string {
  const expected = expectedText(said);
  return expected === "" ? code : `${code}: ${expected}`;
}

/** What an activity says of one part, in words. */
function partText(said: Said, part: ActivityPart, areaNames: Record<string, string>): string {
  const { goalArea, what, holder, when, costFrame, subs, actors, checkHow, checkDays } = said;
  const texts: Record<ActivityPart, () => string> = {
    goalArea: () => areaNames[goalArea] ?? goalArea,
    what: () => what,
    holder: () => holder || "inte angivet",
    when: () => whenText(when),
    costFrame: () => costText(costFrame),
    subs: () => subs.map(subText).join("; ") || "inte angivet",
    actors: () => whoText(actors),
    check: () => [checkHow, ...checkDays.map(dayText)].filter((text) => text !== "").join(", ") || "inte angivet",
  };
  return texts[part]();
}

type Props = { part: ActivityPart; before: Said; after: Said; areaNames: Record<string, string> };

/** One part that differs: as it was, and as it is. */
export function PartDifference({ part, before, after, areaNames }: Props) {
  const name = activityPartNames[part];
  return (
    <>
      <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
      <dd>
        <span className="typed was">Förut: {partText(before, part, areaNames)}</span>
        <br />
        <span className="typed">Nu: {partText(after, part, areaNames)}</span>
      </dd>
    </>
  );
}
