import { Link } from "@remix-run/react";

type LevelLinksProps = { year: number; seesProposal: boolean; hasProposal: boolean; hasDecisions: boolean };

/** What more there is on a year's levels. */
export function LevelLinks({ year, seesProposal, hasProposal, hasDecisions }: LevelLinksProps) {
  const path = `/lagstanivaer/${year}`;
  return (
    <nav className="level-links" aria-label="Mer om nivåerna">
      {seesProposal && <Link to={`${path}/forslag`}>{hasProposal ? "Det öppna förslaget" : "Förslag"}</Link>}
      {hasProposal && <Link to={`${path}/mote`}>Visa på mötet</Link>}
      {hasDecisions && <Link to={`${path}/skillnad`}>Skillnad mellan beslut</Link>}
      {seesProposal && <Link to={`${path}/mal`}>Mål på flera års sikt</Link>}
      {hasDecisions && <a href={`${path}/nivaer.csv`}>Hämta nivåerna som CSV</a>}
    </nav>
  );
}
