import { Link } from "@remix-run/react";
import type { RoundState } from "#domain/round.ts";
import { categoryName } from "#text/results.ts";
import { roundStateNames } from "#text/rounds.ts";
import { DataTable } from "../data-table.tsx";

type Round = {
  year: number;
  state: RoundState;
  mayCorrect: boolean;
  frozen: { name: string; category: string; designated: boolean };
};

/** The rounds that the actor is part of, as it was frozen in each. */
export function ActorRounds({ actorId, rounds }: { actorId: string; rounds: Round[] }) {
  return (
    <DataTable
      caption={<span className="sr-only">Omgångar som aktören är med i, som den var i var och en</span>}
      rows={rounds}
      rowKey={({ year }) => String(year)}
      empty="Aktören har inte varit med i någon omgång."
      columns={[
        {
          key: "year",
          head: "Omgång",
          cell: ({ year, state }) => (
            <>
              <Link to={`/resultat/${year}/aktor/${actorId}`}>{year}</Link>{" "}
              <span className="under">{roundStateNames[state].toLowerCase()}</span>
            </>
          ),
        },
        {
          key: "as",
          head: "Med som",
          cell: ({ frozen }) => (
            <>
              {frozen.name}
              <span className="under">
                {categoryName(frozen.category)}
                {frozen.designated && ", utpekad"}
              </span>
            </>
          ),
        },
        {
          key: "correct",
          head: <span className="sr-only">Rätta</span>,
          cell: ({ year, mayCorrect }) =>
            mayCorrect && (
              <Link className="screen-only" to={`/omgangar/${year}/aktor/${actorId}`}>
                Rätta
              </Link>
            ),
        },
      ]}
    />
  );
}
