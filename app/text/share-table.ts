// What the cells of categories and years say: a share with what it rests on, or how many levels were raised and lowered.
import type { HeatmapFoot } from "#domain/heatmap.ts";
import { shareStatus } from "#domain/share-table.ts";
import type { Summary } from "#domain/summary.ts";
import { percentNumber, percentText } from "./results.ts";

type Wanted = "lägstanivån" | "ambitionsnivån";

/** What stands in a cell: the share, and under it how many have answered of those it concerns. */
export function footMark(foot: HeatmapFoot | null): { main: string; under: string } {
  if (foot === null) return { main: "≠", under: "" };
  if (foot.of === "changes") {
    if (foot.not_comparable > 0) return { main: "≠", under: "" };
    return { main: `+${foot.up} −${foot.down}`, under: `${foot.up + foot.down + foot.same}` };
  }
  const status = shareStatus(foot);
  if (status === "not_applicable") return { main: "–", under: "" };
  const main = status === "missing" ? "" : status === "no_minimum" ? "·" : percentNumber(foot.shareMeeting);
  return { main, under: `${foot.answered}/${foot.applicable}` };
}

/** The same in words, beginning with what is seen. */
export function footText(foot: HeatmapFoot | null, wanted: Wanted): string {
  if (foot === null) return "ej jämförbar, delförmågan har ändrats";
  if (foot.of === "levels") return shareText(foot, wanted);
  if (foot.not_comparable > 0) return "ej jämförbar, delförmågan har ändrats";
  const { up, down, same, no_level } = foot;
  return `+${up} −${down}: ${up} höjda, ${down} sänkta, ${same} oförändrade, ${no_level} utan nivå ett av åren`;
}

function shareText(foot: Summary, wanted: Wanted): string {
  const coverage = `svar från ${foot.answered} av ${foot.applicable}`;
  switch (shareStatus(foot)) {
    case "not_applicable":
      return "ej tillämplig för någon";
    case "missing":
      return `inget svar av ${foot.applicable}`;
    case "no_minimum":
      return `ingen av dem som svarat har någon nivå att nå, ${coverage}`;
    default:
      return `${percentText(foot.shareMeeting)} når ${wanted}, ${foot.meetsMinimum} av ${foot.meetsMinimum + foot.notMeeting}, ${coverage}`;
  }
}
