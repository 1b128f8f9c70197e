import type { Db } from "#db/client.server.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { notFound } from "#http/responses.ts";
import { listText } from "#text/results.ts";

/** To throw: that there is no round in the year, and which there are. */
export function unknownRound(db: Db, year: number): Response {
  const years = listRounds(db).map((round) => String(round.year));
  const others = years.length > 0 ? ` Omgångar som finns: ${listText(years.toReversed())}.` : "";
  return notFound(`Det finns ingen omgång ${year}.${others}`);
}
