import { Link } from "@remix-run/react";
import { dayText } from "#text/dates.ts";
import { Notice } from "../notice.tsx";

type Cut = { actorId: string; name: string };
export type CutOff = { own: (Cut & { lastDay: string })[]; asking: Cut[] };

/** Whom a release cuts off, by name: those that may still save to their own last day, and those without an answer on more time. */
export function ReleaseCuts({ year, cutOff: { own, asking } }: { year: number; cutOff: CutOff }) {
  const path = (actorId: string) => `/omgangar/${year}/${encodeURIComponent(actorId)}`;
  return (
    <>
      {own.length > 0 && (
        <Notice kind="warning">
          <p>
            <b>{own.length === 1 ? "En aktör kan" : `${own.length} aktörer kan`} fortfarande svara.</b> Efter släppet
            går det inte, även om den egna sista dagen inte har varit. Det som redan är inlämnat räknas.
          </p>
          <ul>
            {own.map(({ actorId, name, lastDay }) => (
              <li key={actorId}>
                <Link to={path(actorId)}>{name}</Link>, till och med {dayText(lastDay)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {asking.length > 0 && (
        <Notice kind="warning">
          <p>
            <b>{asking.length === 1 ? "En aktör väntar" : `${asking.length} aktörer väntar`} på svar om mer tid.</b>{" "}
            Efter släppet kan ingen få mer tid.
          </p>
          <ul>
            {asking.map(({ actorId, name }) => (
              <li key={actorId}>
                <Link to={`${path(actorId)}#mer-tid`}>{name}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
