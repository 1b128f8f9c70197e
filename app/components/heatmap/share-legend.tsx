import type { HeatmapAim } from "#domain/heatmap-cell.ts";

const shares = [
  { className: "amb", mark: "100", says: "alla når" },
  { className: "meets", mark: "68", says: "minst hälften når" },
  { className: "below-1", mark: "40", says: "färre än hälften" },
  { className: "below-2", mark: "0", says: "ingen når" },
  { className: "no-minimum", mark: "·", says: "ingen lägstanivå" },
  { className: "missing", mark: "", says: "inga svar" },
  { className: "na", mark: "–", says: "ej tillämplig" },
];
const changes = [
  { className: "meets", mark: "+5 −2", says: "fler höjda än sänkta" },
  { className: "below-1", mark: "+1 −4", says: "fler sänkta än höjda" },
  { className: "same", mark: "+2 −2", says: "lika många" },
  { className: "missing", mark: "·", says: "ingen har nivå båda åren" },
];
const broken = { className: "na", mark: "≠", says: "ej jämförbar: delförmågan är ändrad" };

type ShareLegendProps = { aim: Pick<HeatmapAim, "by">; wanted: string; hasBreaks: boolean };

/** What each kind of cell means, and what stands in it. */
export function ShareLegend({ aim, wanted, hasBreaks }: ShareLegendProps) {
  const isChange = aim.by === "change";
  const samples = [...(isChange ? changes : shares), ...(hasBreaks ? [broken] : [])];
  return (
    <>
      <p className="note share-note">
        {isChange
          ? "Antal aktörer som höjt och sänkt sin nivå. Under står hur många som har en nivå båda åren."
          : `Andel i procent som når ${wanted}, av dem som svarat och har en. Under står hur många som svarat av berörda.`}
      </p>
      <ul className="legend" aria-label="Teckenförklaring">
        {samples.map(({ className, mark, says }) => (
          <li key={says}>
            <span className={`cell wide ${className}`} aria-hidden="true">
              {mark}
            </span>{" "}
            {says}
          </li>
        ))}
      </ul>
    </>
  );
}
