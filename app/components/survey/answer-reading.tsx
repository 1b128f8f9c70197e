import type { AnswerContent } from "#domain/answer.ts";
import type { LevelAnchor, Proposal, SubCapability } from "#domain/definition.ts";
import { provenUntil } from "#domain/scale.ts";
import { isChangeReasonDue } from "#domain/submission.ts";
import type { Target } from "#domain/target.ts";
import { answerKindNames, causeNames, confidenceNames, evidenceLine, indicatorAnswerNames } from "#text/answers.ts";
import { dayText } from "#text/dates.ts";
import { type Linked, OccurrenceLinks } from "../occurrence-links.tsx";
import type { EarlierProps } from "./earlier-pieces.tsx";
import { ChangeText } from "./level-change.tsx";
import { LevelTags } from "./level-input.tsx";

type AnswerReadingProps = {
  year: number;
  /** With the indicators that are directed to the actor. */
  sub: SubCapability;
  levels: LevelAnchor[];
  target: Target;
  proposed: number | null;
  proposal: Proposal;
  /** The day set when the round opened. */
  closingDay: string;
  content: AnswerContent;
  earlier: EarlierProps | null;
  /** The recorded events and exercises that its evidence points to. */
  linked: Linked[];
};

const nothing = <span className="none">inget angivet</span>;

function IndicatorAnswers({ sub, content }: Pick<AnswerReadingProps, "sub" | "content">) {
  return sub.groups.map(({ leadIn, indicators }) => (
    <section className="ind" key={indicators[0]?.id}>
      {leadIn && <h2 className="lead-in">{leadIn}</h2>}
      <ul className="answers">
        {indicators.map(({ id, text }) => {
          const { answer = null, reason = "" } = content.indicators[id] ?? {};
          return (
            <li key={id}>
              <span>
                {text}
                {answer === "not_applicable" && reason && <small>{reason}</small>}
              </span>
              <b className={answer ? undefined : "none"}>{answer ? indicatorAnswerNames[answer] : "inget svar"}</b>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}

function LevelAnswer({
  content,
  levels,
  year,
  target,
  proposed,
}: Omit<AnswerReadingProps, "sub" | "earlier" | "linked">) {
  if (content.kind === null) return <p>{nothing}</p>;
  if (content.kind !== "level") return <p>{answerKindNames[content.kind]}</p>;
  const anchor = levels.find(({ level }) => level === content.level);
  return (
    <p className="level-answer">
      <b>
        {content.level} {anchor?.name}
      </b>{" "}
      {anchor?.anchor} <LevelTags level={content.level ?? -1} year={year} target={target} proposed={proposed} />
    </p>
  );
}

/** A whole answer to read, not to change: the same parts in the same order as the form. */
export function AnswerReading(props: AnswerReadingProps) {
  const { content, target, earlier } = props;
  const earlierLevel = earlier?.kind === "comparable" ? (earlier.answer?.level ?? null) : null;
  const targets = [
    target.minimum === null ? "ingen lägstanivå beslutad" : `lägstanivå ${target.minimum}`,
    target.ambition === null ? null : `ambition ${target.ambition}`,
  ];
  const proven = provenUntil(content.evidence, props.closingDay);
  return (
    <div className="reading">
      <IndicatorAnswers sub={props.sub} content={content} />
      <h2>Nivå</h2>
      <LevelAnswer {...props} />
      <ChangeText earlier={props.earlier} year={props.year} content={content} />
      <dl className="facts-list">
        <dt>Att jämföra med</dt>
        <dd>{targets.filter(Boolean).join(", ")}</dd>
        {content.level !== null && content.level === props.proposal.proven && (
          <>
            <dt>Underlaget räcker</dt>
            <dd>{proven === null ? "inte till den högsta nivån" : `till och med ${dayText(proven)}`}</dd>
          </>
        )}
        <dt>Vad som fattas</dt>
        <dd>{content.causes.map((cause) => causeNames[cause]).join(", ") || nothing}</dd>
        <dt>Motivering</dt>
        <dd className="typed">{content.reason || nothing}</dd>
        {(content.changeReason || isChangeReasonDue(content, earlierLevel)) && (
          <>
            <dt>Varför nivån har ändrats</dt>
            <dd className="typed">{content.changeReason || nothing}</dd>
          </>
        )}
        <dt>Underlag</dt>
        <dd>
          <div className="typed">{content.evidence.map(evidenceLine).join("\n") || nothing}</div>
          <OccurrenceLinks evidence={content.evidence} linked={props.linked} />
        </dd>
        <dt>Kommentar</dt>
        <dd className="typed">{content.comment || nothing}</dd>
        <dt>Hur säkert svaret är</dt>
        <dd>{content.confidence ? confidenceNames[content.confidence] : nothing}</dd>
      </dl>
    </div>
  );
}
