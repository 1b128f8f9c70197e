// Common functions (gemensamma funktioner): what some indicators ask of a function that the actors share, as RSIB in 2019. The office
// answers for it; it is reported apart and is in no sum. Source: method § 1, docs/the-year.md.
import { type Definition, type Indicator, indicatorsOf, listSubCapabilities } from "./definition.ts";
import type { RoundState } from "./round.ts";

export const commonAnswers = ["yes", "partly", "no", "unknown"] as const;
export type CommonAnswer = (typeof commonAnswers)[number];

/** Answers by indicator id; one that is not answered is left out. */
export type CommonFunctionContent = { answers: Record<string, CommonAnswer>; comment: string };

export const maxCommonCommentLength = 4000;

/** A sub-capability's indicators that are directed to a common function. */
export type CommonFunction = { code: string; name: string; indicators: Indicator[] };

/** The common functions that a definition asks about, in its order. */
export function commonFunctionsOf(definition: Definition): CommonFunction[] {
  return listSubCapabilities(definition)
    .map((sub) => ({
      code: sub.code,
      name: sub.name,
      indicators: indicatorsOf(sub).filter(({ audience }) => audience === "common_function"),
    }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** Whether the office may answer: from the opening to the release, as it answers for no actor's closing day. */
export function mayAnswerCommon(state: RoundState): boolean {
  return state === "open" || state === "closed";
}
