import type { CausePattern, Patterns } from "#domain/pattern.ts";
import { causesText } from "./results.ts";

/** "1 aktör", "14 aktörer". */
export function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

/** "14 aktörer anger utbildning i 2:5". */
export function causePatternText({ code, cause, actors }: CausePattern): string {
  return `${actorsText(actors.length)} anger ${causesText([cause])} i ${code}`;
}

/** The page in one sentence: the commonest cause, and where most do not meet the minimum, those who cannot judge among them. Empty without patterns. */
export function patternsText({ causes, sharedGaps }: Patterns): string {
  const [cause] = causes;
  const [gap] = sharedGaps;
  const sentences = [
    gap &&
      `Störst är bristen i ${gap.code}: ${actorsText(gap.below.length + gap.unknown.length)} når inte lägstanivån.`,
    cause && `Vanligast: ${causePatternText(cause)}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
