import { type AnswerKind, type Evidence, hasOutcome } from "#domain/answer.ts";
import type { MeasureState } from "#domain/measure.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { evidenceLine } from "#text/answers.ts";
import { earlierTexts, earlierYearText, piecesText, withoutEarlierText } from "#text/earlier.ts";
import { earlierMeasureId } from "../measures/measure-list.tsx";

/** The earlier year's answer as far as it may be seen: `answer` is null while it is hidden. */
export type EarlierProps =
  | { kind: "not_comparable"; year: number; breaks: LineageStep[] }
  | { kind: "not_answered"; year: number }
  | {
      kind: "comparable";
      year: number;
      clarified: string[];
      evidence: (Evidence & { isTooOld: boolean; isTaken: boolean })[];
      comment: string;
      isCommentTaken: boolean;
      answer: { kind: AnswerKind | null; level: number | null } | null;
    };

/** A measure of an earlier year; the form that takes it over or ends it stands under the answer. */
export type EarlierMeasure = { year: number; number: number; what: string; state: MeasureState | null };

type PiecesProps = {
  earlier: EarlierProps;
  measures: EarlierMeasure[];
  year: number;
  /** Where a button sends the form, so that the page comes back to this place. */
  returnTo: string;
};

/** Adds something to the answer, beside saving what is typed. `returnTo`: with the place on the page. */
export function TakeButton({
  value,
  isTaken,
  what,
  returnTo,
}: { value: string; isTaken: boolean; what: string } & { returnTo: string }) {
  if (isTaken) return <span className="tag taken">{earlierTexts.taken}</span>;
  return (
    <button
      className="ds-button small"
      data-variant="secondary"
      type="submit"
      name="intent"
      value={value}
      formAction={returnTo}
      aria-label={`Ta över ${what}`}
    >
      Ta över
    </button>
  );
}

function MeasurePieces({ measures }: Pick<PiecesProps, "measures">) {
  return measures.map((measure) => (
    <li key={earlierMeasureId(measure)}>
      <span className="typed">Åtgärd: {measure.what}</span>
      {measure.state === null ? (
        <a
          className="ds-button small"
          data-variant="secondary"
          href={`#${earlierMeasureId(measure)}`}
          aria-label={`Ta ställning till åtgärden ${measure.what}`}
        >
          Ta ställning
        </a>
      ) : (
        <span className="tag taken">{earlierTexts.measures[measure.state]}</span>
      )}
    </li>
  ));
}

/** Evidence, comment and measures of the earlier year, to take over one by one. Nothing of its level, reason or indicators. */
export function EarlierPieces({ earlier, measures, year, returnTo }: PiecesProps) {
  if (earlier.kind !== "comparable")
    return (
      <p className="hint earlier-none">
        {withoutEarlierText(earlier.year, earlier.kind === "not_comparable" ? earlier.breaks : null)}
      </p>
    );
  const { evidence, comment, isCommentTaken, clarified } = earlier;
  const when = earlierYearText(earlier.year, year);
  const place = `${returnTo}#forra-aret`;
  const heading = piecesText(when, evidence.length, comment !== "", measures.length);
  if (evidence.length + measures.length === 0 && comment === "") return <p className="hint earlier-none">{heading}.</p>;
  return (
    <details className="fold earlier" id="forra-aret" open>
      <summary>{heading}</summary>
      <p className="hint">
        {earlierTexts.takeHint} {clarified.length > 0 && `Sedan dess är frågan förtydligad: ${clarified.join(" ")}`}
      </p>
      <ul>
        {evidence.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
          <li key={index}>
            <span>
              {evidenceLine(piece)}{" "}
              {piece.isTooOld && (
                <small>{hasOutcome(piece.kind) ? earlierTexts.tooOldToProve : earlierTexts.tooOld}</small>
              )}
            </span>
            <TakeButton value={`take.evidence.${index}`} isTaken={piece.isTaken} what={piece.what} returnTo={place} />
          </li>
        ))}
        {comment !== "" && (
          <li>
            <span className="typed">Kommentar: {comment}</span>
            <TakeButton value="take.comment" isTaken={isCommentTaken} what="kommentaren" returnTo={place} />
          </li>
        )}
        <MeasurePieces measures={measures} />
      </ul>
    </details>
  );
}
