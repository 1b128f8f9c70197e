import type { Patterns, SharedGap } from "#domain/pattern.ts";
import { causesText, listText } from "./results.ts";

/** "1 aktör", "14 aktörer". */
export function actorsText(count: number): string {
  return count === 1 ? "1 aktör" : `${count} aktörer`;
}

/** The page in one sentence: the commonest cause, and where most do not meet the minimum, those who cannot judge among them. Empty without patterns. */
export function patternsText({ causes, sharedGaps }: Pick<Patterns, "causes" | "sharedGaps">): string {
  const [cause] = causes;
  const [gap] = sharedGaps;
  const size = ({ below, unknown }: SharedGap) => below.length + unknown.length;
  const largest = sharedGaps.filter((one) => gap && size(one) === size(gap)).map(({ code }) => code);
  const isAlone = causes.filter(({ actors }) => actors.length === cause?.actors.length).length === 1;
  const sentences = [
    gap &&
      `Störst är bristen i ${listText(largest)}: ${actorsText(size(gap))} når inte lägstanivån${largest.length > 1 ? " i var och en" : ""}.`,
    cause &&
      `${isAlone ? "Vanligast" : "Bland det vanligaste"}: ${cause.actors.length} av de ${actorsText(cause.of)} som inte når lägstanivån i ${cause.code} anger ${causesText([cause.cause])}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
