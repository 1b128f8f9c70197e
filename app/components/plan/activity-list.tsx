import { Link } from "@remix-run/react";
import type { ActivityPart, ActivityState, Overdue, Tertial } from "#domain/activity.ts";
import { activityPartNames, activityStateNames, actorsText, costText, overdueTexts, whenText } from "#text/plan.ts";
import { listText } from "#text/results.ts";

export type ShownActors =
  | { shown: "names"; actors: { id: string; name: string; shortName: string }[] }
  | { shown: "count"; count: number }
  | { shown: "withheld" };
export type Activity = {
  number: number;
  what: string;
  holder: string;
  when: { from: Tertial; to: Tertial } | null;
  costFrame: number | null;
  checkHow: string;
  checkDays: string[];
  subs: {
    code: string;
    name: string;
    effect: { level: number | null; actors: number } | null;
    isEffectWithheld: boolean;
  }[];
  actors: ShownActors;
  state: ActivityState;
  overdue: Overdue;
  missing: ActivityPart[];
};
export type Area = { key: string; name: string; goal: string; activities: Activity[] };

/** Where an activity has its page. `version`: where the one shown is not the one that the page opens by itself. */
export function activityPath(year: number, number: number, version?: number): string {
  return `/verksamhetsplan/${year}/aktivitet/${number}${version === undefined ? "" : `?version=${version}`}`;
}

/** "14 aktörer"; "" where none is chosen or the number is not for the reader. */
export function shownActorsText(actors: ShownActors): string {
  if (actors.shown === "withheld") return "";
  const count = actors.shown === "names" ? actors.actors.length : actors.count;
  return count === 0 ? "" : actorsText(count);
}

/** "Samordningskansliet · tertial 1–2 · 15 aktörer · 3:5 · 180 000 kr", of what is said. */
export function activityFactsText({
  holder,
  when,
  costFrame,
  actors,
  subs,
}: Pick<Activity, "holder" | "when" | "costFrame" | "actors" | "subs">): string {
  const parts = [
    holder,
    when === null ? "" : whenText(when),
    shownActorsText(actors),
    subs.map(({ code }) => code).join(", "),
    costFrame === null ? "" : costText(costFrame),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

type Props = { year: number; version?: number; isDraft: boolean };

function ActivityItem({ activity, year, version, isDraft }: Props & { activity: Activity }) {
  const { number, what, state, overdue, missing } = activity;
  return (
    <li>
      <p className="typed activity-what">
        <Link to={activityPath(year, number, version)}>{what}</Link>
      </p>
      <p className="activity-facts">
        {[`Aktivitet ${number}`, activityFactsText(activity)].filter((part) => part !== "").join(" · ")}
      </p>
      {isDraft && missing.length > 0 && (
        <p className="activity-lacks">Saknar {listText(missing.map((part) => activityPartNames[part]))}.</p>
      )}
      {!isDraft && (
        <p className="activity-facts">
          <b>{activityStateNames[state]}</b>
        </p>
      )}
      {!isDraft &&
        overdueTexts(overdue).map((text) => (
          <p key={text} className="activity-lacks">
            {text}
          </p>
        ))}
    </li>
  );
}

/** A plan's activities under each goal area; then which areas have none. */
export function ActivityList({ areas, ...props }: Props & { areas: Area[] }) {
  const empty = areas.filter(({ activities }) => activities.length === 0);
  return (
    <>
      {areas
        .filter(({ activities }) => activities.length > 0)
        .map(({ key, name, goal, activities }) => (
          <section key={key} className="goal-area" aria-labelledby={`omrade-${key}`}>
            <h2 id={`omrade-${key}`}>{name}</h2>
            <p className="goal">{goal}</p>
            <ul className="activities">
              {activities.map((activity) => (
                <ActivityItem key={activity.number} activity={activity} {...props} />
              ))}
            </ul>
          </section>
        ))}
      {empty.length > 0 && (
        <section className="goal-area" aria-labelledby="omrade-utan">
          <h2 id="omrade-utan">Målområden utan aktivitet</h2>
          <ul>
            {empty.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
