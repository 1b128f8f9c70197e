import { dayText } from "#text/dates.ts";
import { activityStateNames, costText, expectedText, overdueTexts, whenText } from "#text/plan.ts";
import { Notice } from "../notice.tsx";
import { type Activity, type ShownActors, shownActorsText } from "./activity-list.tsx";

function Actors({ actors, isOwn }: { actors: ShownActors; isOwn: boolean }) {
  if (actors.shown === "names") {
    const names = actors.actors.map(({ shortName }) => shortName).join(", ");
    return names === "" ? "inte angivet" : `${shownActorsText(actors)}: ${names}`;
  }
  const own = isOwn ? "Er aktör är med. " : "";
  if (actors.shown === "count") return `${own}${shownActorsText(actors)}. Vilka de är visas inte.`;
  return `${own}Hur många och vilka de är visas inte.`;
}

/** All that an activity says. `isOwn`: the reader's own actor is in it. */
export function ActivityFacts({ activity, isOwn, isDraft }: { activity: Activity; isOwn: boolean; isDraft: boolean }) {
  const { holder, when, costFrame, subs, actors, checkHow, checkDays, state, overdue } = activity;
  const late = isDraft ? [] : overdueTexts(overdue);
  return (
    <>
      {late.length > 0 && <Notice kind="warning">{late.join(" ")}</Notice>}
      <dl className="facts-list">
        {!isDraft && (
          <>
            <dt>Läge</dt>
            <dd>
              <b>{activityStateNames[state]}</b>
            </dd>
          </>
        )}
        <dt>Håller i</dt>
        <dd className="typed">{holder || "inte angivet"}</dd>
        <dt>När</dt>
        <dd>{whenText(when)}</dd>
        <dt>Kostnadsram</dt>
        <dd>{costText(costFrame)}</dd>
        <dt>Aktörer</dt>
        <dd>
          <Actors actors={actors} isOwn={isOwn} />
        </dd>
        <dt>Delförmågor</dt>
        <dd>
          {subs.length === 0 && "inte angivet"}
          {subs.map(({ code, name, ...said }) => (
            <p key={code} className="activity-sub">
              <span className="code">{code}</span> {name}
              {expectedText(said) !== "" && <span className="effect">Väntad effekt: {expectedText(said)}</span>}
            </p>
          ))}
        </dd>
        <dt>Uppföljning</dt>
        <dd>
          <span className="typed">{checkHow || "inte angivet hur"}</span>
          <br />
          {checkDays.length === 0 ? "Inga dagar angivna." : `Avstämning ${checkDays.map(dayText).join(", ")}.`}
        </dd>
      </dl>
    </>
  );
}
