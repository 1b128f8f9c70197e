import type { Patterns } from "#domain/pattern.ts";
import { causesText } from "./results.ts";

/** "1 aktör", "14 aktörer". */
export function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

/** The page in one sentence: the commonest cause, and where most do not meet the minimum, those who cannot judge among them. Empty without patterns. */
export function patternsText({ causes, sharedGaps }: Pick<Patterns, "causes" | "sharedGaps">): string {
  const [cause] = causes;
  const [gap] = sharedGaps;
  const sentences = [
    gap &&
      `Störst är bristen i ${gap.code}: ${actorsText(gap.below.length + gap.unknown.length)} når inte lägstanivån.`,
    cause &&
      `Vanligast: ${cause.actors.length} av de ${actorsText(cause.of)} som inte når lägstanivån i ${cause.code} anger ${causesText([cause.cause])}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
