import type { CellChange, countChanges } from "#domain/cell-change.ts";
import type { CellStatus } from "#domain/gap.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { listText, stepsText } from "./results.ts";

type Side = { level: number | null; minimum: number | null; gap: number | null; status: CellStatus };

/** What became of a sub-capability between two versions. */
export const breakNames: Record<LineageStep["change"], string> = {
  clarified: "förtydligad",
  rescaled: "ny skala",
  split: "delad",
  merged: "sammanslagen",
  new: "ny",
};

const withoutLevel: Partial<Record<CellStatus, string>> = {
  missing: "svar saknas",
  unknown: "kan inte bedömas",
  not_applicable: "ej tillämplig",
};

/** `Delad: …`: what the version map changed, as a sentence. */
export function breakText({ change, reason }: LineageStep): string {
  const name = breakNames[change];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${reason}`;
}

/** "Går inte att jämföra med 2026. Delad: …": why there is nothing of an earlier year to show. */
export function brokenText(year: number, breaks: readonly LineageStep[]): string {
  const why = breaks.length > 0 ? breaks.map(breakText).join(" ") : "Ingen versionskarta leder dit.";
  return `Går inte att jämföra med ${year}. ${why}`;
}

function levelText({ level, status }: Side): string {
  return level === null ? (withoutLevel[status] ?? "ingen nivå") : String(level);
}

function gapText(gap: number): string {
  return gap === 0 ? "ingen" : stepsText(gap);
}

function levelsText(then: Side, now: Side): string {
  if (then.level === null && now.level === null) {
    return then.status === now.status ? levelText(now) : `${levelText(then)} → ${levelText(now)}`;
  }
  return then.level === now.level ? "oförändrad" : `${levelText(then)} → ${levelText(now)}`;
}

/** What has changed, in short pieces: the level, the gap where both years have one, and a minimum that was changed. */
export function changePieces(change: CellChange): string[] {
  if (change.kind === "not_comparable") {
    return ["ej jämförbar", ...change.breaks.map((step) => `${breakNames[step.change]}: ${step.reason}`)];
  }
  const { before, after, clarified } = change;
  const isGapChanged = before.gap !== null && after.gap !== null && before.gap !== after.gap;
  const isMinimumChanged = before.minimum !== after.minimum;
  const minimum = (value: number | null) => value ?? "ingen";
  return [
    levelsText(before, after),
    ...(isGapChanged ? [`brist ${gapText(before.gap ?? 0)} → ${gapText(after.gap ?? 0)}`] : []),
    ...(isMinimumChanged ? [`lägstanivå ${minimum(before.minimum)} → ${minimum(after.minimum)}`] : []),
    ...clarified.map((reason) => `förtydligad: ${reason}`),
  ];
}

/** "Sedan 2025 har 6 delförmågor fått en högre nivå och 2 en lägre, 15 är oförändrade, …" Counts, never an average. */
export function changesSentence(year: number, counts: ReturnType<typeof countChanges>): string {
  const parts = [
    `${counts.up} höjda`,
    `${counts.down} sänkta`,
    `${counts.same} oförändrade`,
    ...(counts.none > 0 ? [`${counts.none} utan nivå ett av åren`] : []),
    ...(counts.notComparable > 0 ? [`${counts.notComparable} ej jämförbara`] : []),
  ];
  return `Nivåerna sedan ${year}: ${listText(parts)}.`;
}
