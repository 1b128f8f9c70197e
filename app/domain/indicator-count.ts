// How an indicator was answered (indikatorsvar) by those it is directed to, in the answers that count. Not met: no, partly and don't
// know, as the proposed level counts them. Source: method § 2.
import { type AnswerContent, type IndicatorAnswer, indicatorAnswers } from "./answer.ts";
import { indicatorsFor, indicatorsOf, type SubCapability } from "./definition.ts";
import { compareShares } from "./share.ts";

/** `notMet` of `of`: those that answered yes, partly, no or don't know. */
export type IndicatorCount = {
  id: string;
  text: string;
  leadIn: string | null;
  counts: Record<IndicatorAnswer, number>;
  notMet: number;
  of: number;
};

type CountedContent = { designated: boolean; content: AnswerContent };

/** Those most often not met first, then by share, then in definition order. One entry per counted answer. */
export function countIndicators(sub: SubCapability, answers: readonly CountedContent[]): IndicatorCount[] {
  const leadIns = new Map(sub.groups.flatMap(({ leadIn, indicators }) => indicators.map(({ id }) => [id, leadIn])));
  const asked = {
    designated: new Set(indicatorsFor(sub, { designated: true }).map(({ id }) => id)),
    others: new Set(indicatorsFor(sub, { designated: false }).map(({ id }) => id)),
  };
  const countOf = (id: string): Record<IndicatorAnswer, number> => {
    const counts = Object.fromEntries(indicatorAnswers.map((answer) => [answer, 0])) as Record<IndicatorAnswer, number>;
    for (const { designated, content } of answers) {
      const answer = (designated ? asked.designated : asked.others).has(id) && content.indicators[id]?.answer;
      if (answer) counts[answer] += 1;
    }
    return counts;
  };
  return indicatorsOf(sub)
    .filter(({ id }) => asked.designated.has(id))
    .map(({ id, text }) => {
      const counts = countOf(id);
      const notMet = counts.no + counts.partly + counts.unknown;
      return { id, text, leadIn: leadIns.get(id) ?? null, counts, notMet, of: notMet + counts.yes };
    })
    .sort((a, b) => b.notMet - a.notMet || compareShares(shareOfNotMet(b), shareOfNotMet(a)));
}

function shareOfNotMet({ notMet, of }: IndicatorCount) {
  return { part: notMet, whole: of || 1 };
}
