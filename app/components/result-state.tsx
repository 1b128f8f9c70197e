import { Link } from "@remix-run/react";
import type { RoundState } from "#domain/round.ts";
import { dayText } from "#text/dates.ts";
import { Notice } from "./notice.tsx";

type ResultStateProps = {
  view: {
    year: number;
    state: RoundState;
    closingDay: string;
    submittedCount: number;
    latestDecision: { sequence: number } | null;
  };
};

/** How far the round has come, for somebody who reads its results. */
function Standing({ view: { state, closingDay, year } }: ResultStateProps) {
  if (state === "released") return null;
  if (state === "planned")
    return (
      <Notice kind="info">
        <p>
          Omgången {year} har inte öppnat. Resultatet visas här när den har öppnat och aktörerna börjar lämna in.{" "}
          <Link to={`/lagstanivaer/${year}`}>Lägstanivåer för {year}</Link>
        </p>
      </Notice>
    );
  const open = `Omgången pågår: löpande ställning. Aktörerna kan lämna in till och med ${dayText(closingDay)}.`;
  const closed = "Omgången är stängd men inte släppt: rådet ser inget av detta förrän samordningskansliet släpper den.";
  return (
    <Notice kind="info">
      <p>{state === "open" ? open : closed}</p>
    </Notice>
  );
}

/** What the numbers lack and what to do about it. */
function Lacking({ view: { state, year, submittedCount, latestDecision } }: ResultStateProps) {
  if (state === "planned") return null;
  return (
    <>
      {!latestDecision && (
        <Notice kind="warning">
          <p>
            Inga lägstanivåer är beslutade för {year}. Därför visas nivåer men inga brister och inga andelar.{" "}
            <Link to={`/lagstanivaer/${year}`}>Till lägstanivåerna</Link>
          </p>
        </Notice>
      )}
      {submittedCount === 0 && (
        <Notice kind="warning">
          <p>Ingen aktör har lämnat in. Andelarna visas när den första självskattningen kommer in.</p>
        </Notice>
      )}
    </>
  );
}

/** What a reader must know before reading the results: how far the round has come, and what is missing. */
export function ResultState({ view }: ResultStateProps) {
  return (
    <>
      <Standing view={view} />
      <Lacking view={view} />
    </>
  );
}
