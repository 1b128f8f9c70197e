import type { Cell, CellStatus } from "#domain/gap.ts";
import { CellMark, cellClass } from "./gap-cell.tsx";

type Sample = Pick<Cell, "status" | "level" | "gap">;

const samples: { says: string; of: Sample[] }[] = [
  { says: "når ambitionsnivån", of: [sample("meets_ambition", 4)] },
  { says: "når lägstanivån", of: [sample("meets_minimum", 3)] },
  {
    says: "under, antal steg",
    of: [sample("below_minimum", 2, 1), sample("below_minimum", 1, 2), sample("below_minimum", 0, 3)],
  },
  { says: "kan inte bedömas", of: [sample("unknown")] },
  { says: "svar saknas", of: [sample("missing")] },
  { says: "nivå utan lägstanivå", of: [sample("no_minimum", 2)] },
  { says: "ej tillämplig", of: [sample("not_applicable")] },
];

function sample(status: CellStatus, level: number | null = null, gap: number | null = null): Sample {
  return { status, level, gap };
}

/** What each kind of cell means. */
export function HeatmapLegend() {
  return (
    <ul className="legend" aria-label="Teckenförklaring">
      {samples.map(({ says, of }) => (
        <li key={says}>
          {of.map((cell) => (
            <span key={cell.gap} className={`cell ${cellClass(cell)}`} aria-hidden="true">
              <CellMark {...cell} />
            </span>
          ))}{" "}
          {says}
        </li>
      ))}
    </ul>
  );
}
