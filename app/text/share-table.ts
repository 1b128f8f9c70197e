// What the cells of categories and years say: a share with what it rests on, or how many levels were raised and lowered.
import type { HeatmapFoot } from "#domain/heatmap.ts";
import { shareStatus } from "#domain/share-table.ts";
import type { Summary } from "#domain/summary.ts";
import { percentNumber } from "./results.ts";

type Wanted = "lägstanivån" | "ambitionsnivån";

/**
 * What stands in a cell: the share, and under it how many have answered of those it concerns. `between` and `after` are only
 * heard, and make the whole a sentence: "68 procent når lägstanivån, svar från 22/26".
 */
export type FootMark = { main: string; between: string; under: string; after: string };

const broken: FootMark = { main: "≠", between: " ej jämförbar, delförmågan har ändrats", under: "", after: "" };

/** What a cell says. */
export function footMark(foot: HeatmapFoot | null, wanted: Wanted): FootMark {
  if (foot === null) return broken;
  if (foot.of === "levels") return shareMark(foot, wanted);
  if (foot.not_comparable > 0) return broken;
  const { up, down, same } = foot;
  const both = up + down + same;
  const main = both === 0 ? "·" : `+${up} −${down}`;
  const between = both === 0 ? " ingen förändring att visa, nivå båda åren: " : " höjda och sänkta, nivå båda åren: ";
  return { main, between, under: String(both), after: both === 1 ? " aktör" : " aktörer" };
}

function shareMark(foot: Summary, wanted: Wanted): FootMark {
  const status = shareStatus(foot);
  if (status === "not_applicable") return { main: "–", between: " ej tillämplig", under: "", after: "" };
  const under = `${foot.answered}/${foot.applicable}`;
  if (status === "missing") return { main: "", between: "inga svar, ", under, after: "" };
  if (status === "no_minimum") return { main: "·", between: " ingen lägstanivå, svar från ", under, after: "" };
  return { main: percentNumber(foot.shareMeeting), between: ` procent når ${wanted}, svar från `, under, after: "" };
}
