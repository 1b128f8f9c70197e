import { Link } from "@remix-run/react";
import type { Heatmap, HeatmapQuery } from "#domain/heatmap.ts";
import { breakText } from "#text/changes.ts";
import { listText } from "#text/results.ts";

type HeatmapNotesProps = {
  view: {
    year: number;
    query: HeatmapQuery;
    heatmap: Heatmap;
    withoutMinimum: string[];
    latestDecision: { sequence: number } | null;
    merged: { name: string; into: string }[];
  };
};

function Share({ wanted }: { wanted: string }) {
  return (
    <>
      Andelen räknas på de aktörer som svarat och har en {wanted}. Den som svarat att förmågan inte kan bedömas når den
      inte. Under andelen står vad den blir om allt okänt inte når, respektive når.{" "}
    </>
  );
}

function WithoutMinimum({ view: { year, withoutMinimum, latestDecision } }: HeatmapNotesProps) {
  if (!latestDecision || withoutMinimum.length === 0) return null;
  return (
    <>
      Ingen lägstanivå gäller för {listText(withoutMinimum)}: där visas nivåer men ingen andel.{" "}
      <Link to={`/lagstanivaer/${year}`}>Till lägstanivåerna</Link>
    </>
  );
}

/** Why columns cannot be compared, and which actors have changed between the years. */
function ChangeNotes({ view: { heatmap, merged } }: HeatmapNotesProps) {
  const broken = heatmap.bands.flatMap(({ columns }) =>
    columns.filter(({ foot }) => foot.of === "changes" && foot.not_comparable > 0),
  );
  return (
    <>
      Jämförelsen gäller nivåer, steg för steg. Den som saknar nivå ett av åren har varken höjt eller sänkt.{" "}
      {broken.map(({ code, breaks }) => (
        <span key={code}>
          {code} är ej jämförbar{breaks.length > 0 ? `: ${breaks.map(breakText).join(" ")}` : "."}{" "}
        </span>
      ))}
      {merged.map(({ name, into }) => (
        <span key={name}>
          {name} har gått upp i {into} sedan dess: svaren då gällde inte den.{" "}
        </span>
      ))}
    </>
  );
}

/** How the columns' feet and the cells are to be read. */
export function HeatmapNotes({ view }: HeatmapNotesProps) {
  const { heatmap, query } = view;
  const isPartly = heatmap.actorsShown < heatmap.actorsBelow;
  return (
    <p className="note heat-note">
      {isPartly && "Raderna under kolumnerna räknar också de aktörer som statusvalet utelämnar. "}
      {query.aim.by === "change" ? (
        <ChangeNotes view={view} />
      ) : (
        <Share wanted={query.aim.by === "minimum" ? "lägstanivå" : "ambitionsnivå"} />
      )}
      {query.aim.by === "minimum" && <WithoutMinimum view={view} />}
    </p>
  );
}
