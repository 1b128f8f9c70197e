import { Link } from "@remix-run/react";
import { withoutStop } from "#text/results.ts";

export type Names = { actors: Record<string, string>; subs: Record<string, string> };
type NamesLineProps = { year: number; code: string; actors: string[]; names: Names; label?: string };

/** Actors by category and name, each leading to its answer in the sub-capability. */
export function NamesLine({ year, code, actors, names, label }: NamesLineProps) {
  if (actors.length === 0) return null;
  return (
    <p className="names">
      {label && <b>{label} </b>}
      {actors.map((actor, at) => (
        <span key={actor}>
          {at > 0 && ", "}
          <Link to={`/resultat/${year}/aktor/${actor}/${code}`}>{names.actors[actor] ?? actor}</Link>
        </span>
      ))}
    </p>
  );
}

/** "2:5 Förmåga att använda Rakel", leading to the sub-capability's page. */
export function SubLink({ year, code, names }: { year: number; code: string; names: Names }) {
  return (
    <Link to={`/resultat/${year}/delformaga/${code}`} className="sub-link">
      <b className="codeh">{code}</b> {withoutStop(names.subs[code] ?? "")}
    </Link>
  );
}
