import type { ReviewKind, ReviewPoint } from "#domain/review.ts";
import { dayText } from "./dates.ts";
import { measuresText } from "./measures.ts";

/** What is listed before submitting, by kind. */
export const reviewNames: Record<ReviewKind, string> = {
  unknown: "Kan inte bedömas",
  differs_from_proposal: "Annan nivå än den föreslagna",
  below_minimum: "Under lägstanivån, utan åtgärd",
  measure_undecided: "Åtgärder från tidigare år utan besked",
  proof_expiring: "Högsta nivån, men snart behöver den prövas igen",
  large_change: "Stor förändring sedan förra gången",
  all_alike: "Alla svar är lika",
};

/** What stands out in one answer; "" where the kind says it all. */
export function reviewText(point: ReviewPoint): string {
  switch (point.kind) {
    case "unknown":
      return "";
    case "differs_from_proposal":
      return point.proposed === null
        ? `nivå ${point.level}, ingen föreslagen`
        : `nivå ${point.level}, föreslagen ${point.proposed}`;
    case "below_minimum":
      return `nivå ${point.level}, lägstanivå ${point.minimum}`;
    case "measure_undecided":
      return point.code === null
        ? `${measuresText(point.count)} för delförmågor som inte längre bedöms i samma form. De står på sidan Åtgärder.`
        : `${measuresText(point.count)}: ${point.count === 1 ? "kvar, klar eller avbruten" : "kvar, klara eller avbrutna"}?`;
    case "proof_expiring":
      return `underlaget räcker till och med ${dayText(point.until)}`;
    case "large_change":
      return `${point.earlier} då, ${point.level} nu`;
    case "all_alike":
      return `Alla bedömda delförmågor har nivå ${point.level}. Stämmer det?`;
  }
}
