import { Link } from "@remix-run/react";
import { missingSummary } from "#text/survey.ts";
import type { TaskRows } from "./task-table.tsx";

/** The sub-capabilities that are not ready, each a link to its page, with what it lacks. */
export function MissingOverview({ base, groups }: { base: string; groups: TaskRows[] }) {
  const unready = groups.flatMap(({ tasks }) => tasks).filter(({ missing }) => missing.length > 0);
  return (
    <ul className="missing-overview">
      {unready.map(({ code, name, state, missing }) => (
        <li key={code}>
          <Link to={`${base}/${code}`}>
            <b>{code}</b> {name}
          </Link>
          <span className="hint">{state === "not_started" ? "inte påbörjad" : missingSummary(missing)}</span>
        </li>
      ))}
    </ul>
  );
}
