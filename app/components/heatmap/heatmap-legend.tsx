import type { CellStatus } from "#domain/gap.ts";
import type { ChangeCell, HeatmapAim, LevelCell, ShownCell } from "#domain/heatmap-cell.ts";
import { markOf } from "#text/heatmap.ts";
import { shownClass } from "./cell-row.ts";

type Sample = { says: string; of: ShownCell[] };

function level(status: CellStatus, value: number | null = null, gap: number | null = null): LevelCell {
  return { shows: "minimum", status, level: value, wanted: null, gap, ambition: null };
}

function change(status: ChangeCell["status"], from: number, to: number): ChangeCell {
  const [before, now] = [from, to].map((value) => ({ status: "no_minimum" as const, level: value, minimum: null }));
  return { shows: "change", status, steps: to - from, now: now as ChangeCell["now"], before: before ?? null };
}

const below = [level("below_minimum", 2, 1), level("below_minimum", 1, 2), level("below_minimum", 0, 3)];
const ambition = { says: "når ambitionsnivån", of: [level("meets_ambition", 4)] };
const unanswered = [
  { says: "kan inte bedömas", of: [level("unknown")] },
  { says: "svar saknas", of: [level("missing")] },
];
const notApplicable = { says: "ej tillämplig", of: [level("not_applicable")] };

const samples: Record<HeatmapAim["by"], Sample[]> = {
  minimum: [
    ambition,
    { says: "når lägstanivån", of: [level("meets_minimum", 3)] },
    { says: "under, antal steg", of: below },
    ...unanswered,
    { says: "nivå utan lägstanivå", of: [level("no_minimum", 2)] },
    notApplicable,
  ],
  ambition: [
    ambition,
    { says: "under ambitionsnivån, antal steg", of: below },
    ...unanswered,
    { says: "nivå utan ambitionsnivå", of: [level("no_minimum", 2)] },
    notApplicable,
  ],
  change: [
    { says: "höjd ett steg, flera", of: [change("up", 2, 3), change("up", 1, 3)] },
    { says: "sänkt, antal steg", of: [change("down", 3, 2), change("down", 3, 1), change("down", 3, 0)] },
    { says: "oförändrad nivå", of: [change("same", 3, 3)] },
    { says: "nivå saknas ett av åren", of: [change("no_level", 0, 0)] },
    { says: "ej jämförbar: delförmågan är ändrad", of: [change("not_comparable", 0, 0)] },
  ],
};

/** What each kind of cell means. */
export function HeatmapLegend({ aim }: { aim: Pick<HeatmapAim, "by"> }) {
  return (
    <ul className="legend" aria-label="Teckenförklaring">
      {samples[aim.by].map(({ says, of }) => (
        <li key={says}>
          {of.map((cell) => {
            const { main, sub } = markOf(cell);
            return (
              <span key={`${main}${sub}`} className={`cell ${shownClass(cell)}`} aria-hidden="true">
                {main}
                {sub && <sub>{sub}</sub>}
              </span>
            );
          })}{" "}
          {says}
        </li>
      ))}
    </ul>
  );
}
