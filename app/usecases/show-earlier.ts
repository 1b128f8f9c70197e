import type { AnswerContent, AnswerKind, Evidence } from "#domain/answer.ts";
import { type Earlier, isEarlierLevelShown, isTaken, isTooOld } from "#domain/earlier-answer.ts";

/** The earlier year's answer as the page gets it. `answer`: null while it is hidden, so that it does not leave the server. */
export type EarlierView =
  | Exclude<Earlier, { kind: "comparable" }>
  | {
      kind: "comparable";
      year: number;
      clarified: string[];
      evidence: (Evidence & { isTooOld: boolean; isTaken: boolean })[];
      comment: string;
      isCommentTaken: boolean;
      answer: { kind: AnswerKind | null; level: number | null } | null;
    };

/** What may be seen of the earlier answer beside an answer that stands as `content`. */
export function showEarlier(
  earlier: Earlier | undefined,
  { content, closingDay }: { content: AnswerContent; closingDay: string },
): EarlierView | null {
  if (earlier?.kind !== "comparable") return earlier ?? null;
  const { kind, year, clarified, content: then } = earlier;
  return {
    ...{ kind, year, clarified },
    evidence: then.evidence.map((piece, index) => ({
      ...piece,
      isTooOld: isTooOld(piece, closingDay),
      isTaken: isTaken(content, then, { piece: "evidence", index }),
    })),
    comment: then.comment,
    isCommentTaken: isTaken(content, then, { piece: "comment" }),
    answer: isEarlierLevelShown(content) ? { kind: then.kind, level: then.level } : null,
  };
}
