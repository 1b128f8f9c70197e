import { TextareaField } from "#components/field.tsx";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Remark } from "#domain/remark.ts";
import { answerKindNames, causeNames, evidenceOutcomeNames } from "#text/answers.ts";
import { remarkNames } from "#text/approval.ts";
import { dayText } from "#text/dates.ts";

export type ApprovalRow = {
  code: string;
  name: string;
  content: AnswerContent;
  minimum: number | null;
  proposed: number | null;
  remarks: Remark[];
};
type CommentProps = {
  mayComment: boolean;
  typed: (code: string) => string;
  errorOf: (code: string) => string | undefined;
};

function answerOf({ content }: ApprovalRow, levels: LevelAnchor[]): string {
  if (content.kind === null) return "Inget svar";
  if (content.kind !== "level") return answerKindNames[content.kind];
  return `${content.level}\u00a0${levels.find(({ level }) => level === content.level)?.name ?? ""}`;
}

function Proof({ content }: { content: AnswerContent }) {
  return content.evidence
    .filter(({ outcome }) => outcome !== null)
    .map(({ what, date, outcome }) => (
      <p key={`${what} ${date}`}>
        Prövad: {what}, {date && dayText(date)}
        {outcome && `, ${evidenceOutcomeNames[outcome].toLowerCase()}`}
      </p>
    ));
}

function Comment({ row, mayComment, typed, errorOf }: CommentProps & { row: ApprovalRow }) {
  if (!mayComment) return null;
  return (
    <details className="fold screen-only" open={typed(row.code) !== "" || errorOf(row.code) !== undefined}>
      <summary>Kommentera {row.code}</summary>
      <TextareaField
        name={`comment.${row.code}`}
        label={`Vad ska ändras i ${row.code}?`}
        rows={2}
        value={typed(row.code)}
        error={errorOf(row.code)}
      />
    </details>
  );
}

/** What stands out, with all that explains it. */
export function Remarkable({
  rows,
  levels,
  ...comment
}: CommentProps & { rows: ApprovalRow[]; levels: LevelAnchor[] }) {
  return (
    <ul className="remarkable">
      {rows.map((row) => {
        const { code, name, content, minimum, proposed, remarks } = row;
        return (
          <li key={code}>
            <h3>
              <span className="codeh">{code}</span> {name}
            </h3>
            <p>
              <b>{answerOf(row, levels)}</b>
              {minimum !== null && `, lägstanivå\u00a0${minimum}`}
              {proposed !== null && remarks.includes("differs_from_proposal") && `, föreslagen nivå\u00a0${proposed}`}
            </p>
            <p className="hint">{remarks.map((remark) => remarkNames[remark]).join(" · ")}</p>
            {content.causes.length > 0 && (
              <p>Det som fattas: {content.causes.map((cause) => causeNames[cause].toLowerCase()).join(", ")}</p>
            )}
            {content.reason && <p className="typed">Motivering: {content.reason}</p>}
            {content.changeReason && <p className="typed">Varför nivån har ändrats: {content.changeReason}</p>}
            {remarks.includes("proven") && <Proof content={content} />}
            {content.comment && <p className="typed">Kommentar: {content.comment}</p>}
            <Comment row={row} {...comment} />
          </li>
        );
      })}
    </ul>
  );
}

type GroupsProps = CommentProps & {
  groups: { number: number; name: string; rows: ApprovalRow[] }[];
  levels: LevelAnchor[];
};

/** Every level on one page, under its base capability. What stands out is commented further up. */
export function AllLevels({ groups, levels, ...comment }: GroupsProps) {
  return groups.map(({ number, name, rows }) => (
    <section key={number} className="all-levels">
      <h3>
        {number} {name}
      </h3>
      <ul className="answers">
        {rows.map((row) => (
          <li key={row.code}>
            <span>
              {row.code} {row.name}
            </span>
            <b>{answerOf(row, levels)}</b>
            {row.remarks.length === 0 && <Comment row={row} {...comment} />}
          </li>
        ))}
      </ul>
    </section>
  ));
}
