import { Link } from "@remix-run/react";
import { fieldOf, missingSummary } from "#text/survey.ts";
import type { TaskRows } from "./task-table.tsx";

/** The sub-capabilities that are not ready, each a link to the first thing it lacks. */
export function MissingOverview({ base, groups }: { base: string; groups: TaskRows[] }) {
  const unready = groups.flatMap(({ tasks }) => tasks).filter(({ missing }) => missing.length > 0);
  return (
    <ul className="missing-overview">
      {unready.map(({ code, name, state, missing }) => (
        <li key={code}>
          <Link to={`${base}/${code}${missing[0] && state === "begun" ? `#${fieldOf(missing[0])}` : ""}`}>
            <b>{code}</b> {name}
          </Link>
          <span className="hint">{state === "not_started" ? "inte påbörjad" : `Kvar: ${missingSummary(missing)}`}</span>
        </li>
      ))}
    </ul>
  );
}
