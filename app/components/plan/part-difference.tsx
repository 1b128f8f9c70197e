import type { ActivityContent, ActivityPart } from "#domain/activity.ts";
import { dayText } from "#text/dates.ts";
import { activityPartNames, actorsText, costText, effectText, whenText } from "#text/plan.ts";

type Names = { areaNames: Record<string, string>; actorNames: Record<string, string> };

/** What an activity says of one part, in words. */
function partText(content: ActivityContent, part: ActivityPart, { areaNames, actorNames }: Names): string {
  const { goalArea, what, holder, when, costFrame, subs, actors, checkHow, checkDays } = content;
  const texts: Record<ActivityPart, () => string> = {
    goalArea: () => areaNames[goalArea] ?? goalArea,
    what: () => what,
    holder: () => holder || "inte angivet",
    when: () => whenText(when),
    costFrame: () => costText(costFrame),
    subs: () =>
      subs.map(({ code, effect }) => (effect ? `${code}: ${effectText(effect)}` : code)).join("; ") || "inte angivet",
    actors: () =>
      actors.length === 0
        ? "inte angivet"
        : `${actorsText(actors.length)}: ${actors.map((id) => actorNames[id] ?? id).join(", ")}`,
    check: () => [checkHow, ...checkDays.map(dayText)].filter((text) => text !== "").join(", ") || "inte angivet",
  };
  return texts[part]();
}

type Props = Names & { part: ActivityPart; before: ActivityContent; after: ActivityContent };

/** One part that differs: as it was, and as it is. */
export function PartDifference({ part, before, after, ...names }: Props) {
  const name = activityPartNames[part];
  return (
    <>
      <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
      <dd>
        <span className="typed was">Förut: {partText(before, part, names)}</span>
        <br />
        <span className="typed">Nu: {partText(after, part, names)}</span>
      </dd>
    </>
  );
}
