import { useState } from "react";
import { TextareaField } from "#components/field.tsx";
import type { AnswerContent } from "#domain/answer.ts";
import { changeText, earlierTexts, earlierYearText } from "#text/earlier.ts";
import type { EarlierProps } from "./earlier-pieces.tsx";
import type { LiveAnswer } from "./live-answer.ts";

type LevelChangeProps = {
  earlier: EarlierProps | null;
  year: number;
  live: Pick<LiveAnswer, "answer" | "changeReasonDue">;
  value: string;
  error: string | undefined;
};

/** How an answer's level has changed since the earlier year; nothing where that cannot or may not be seen. */
export function ChangeText({
  earlier,
  year,
  content,
}: {
  earlier: EarlierProps | null;
  year: number;
  content: Pick<AnswerContent, "kind" | "level">;
}) {
  if (earlier?.kind !== "comparable" || earlier.answer === null || content.kind === null) return null;
  return <p className="change-text">{changeText({ ...earlier.answer, year: earlier.year }, content, year)}</p>;
}

function judged(answer: string): Pick<AnswerContent, "kind" | "level"> {
  if (/^\d+$/.test(answer)) return { kind: "level", level: Number(answer) };
  return { kind: answer === "unknown" || answer === "not_applicable" ? answer : null, level: null };
}

/** The difference to the earlier year once a level is saved, and why it has changed where it has changed much. */
export function LevelChange({ earlier, year, live, value, error }: LevelChangeProps) {
  const isAsked = live.changeReasonDue || value !== "" || error !== undefined;
  // Once there, the field stays with what is typed in it.
  const [wasAsked, setAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setAsked(true);
  const isHidden = earlier?.kind === "comparable" && earlier.answer === null;
  return (
    <div className="level-change">
      {isHidden && <p className="hint">{earlierTexts.hidden(earlierYearText(earlier.year, year))}</p>}
      <ChangeText earlier={earlier} year={year} content={judged(live.answer)} />
      {wasAsked && (
        <div className={live.changeReasonDue ? "reason due" : "reason"}>
          <TextareaField
            name="changeReason"
            label={earlierTexts.changeReason}
            hint={live.changeReasonDue ? earlierTexts.changeReasonDue : earlierTexts.changeReasonFree}
            rows={2}
            value={value}
            error={error}
          />
        </div>
      )}
    </div>
  );
}
