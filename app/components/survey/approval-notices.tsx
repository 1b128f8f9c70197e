import { Link } from "@remix-run/react";
import { Notice } from "#components/notice.tsx";
import { dayText, momentText } from "#text/dates.ts";

export type ApprovalFacts = {
  approvedAt: string;
  approvedByName: string | null;
  paper: { date: string; reference: string } | null;
  registryNumber: string | null;
};
export type SentBackFacts = {
  sentBackAt: string;
  sentBackByName: string | null;
  note: string;
  comments: { code: string; comment: string }[];
};

/** Who approved, when and how. */
export function ApprovalText({ approval }: { approval: ApprovalFacts }) {
  const { approvedAt, approvedByName, paper, registryNumber } = approval;
  const named = approvedByName ? ` av ${approvedByName}` : "";
  return (
    <p>
      {paper ? (
        <>
          <b>Fastställd på papper</b> {dayText(paper.date)}: {paper.reference}. Antecknat {momentText(approvedAt)}
          {named}.
        </>
      ) : (
        <>
          <b>Fastställd</b> {momentText(approvedAt)}
          {named}.
        </>
      )}
      {registryNumber && ` Diarienummer ${registryNumber}.`}
    </p>
  );
}

/** What the approver wants changed, each comment with the way to its sub-capability. */
export function SentBackNotice({ sentBack, base }: { sentBack: SentBackFacts; base: string }) {
  const { sentBackAt, sentBackByName, note, comments } = sentBack;
  return (
    <Notice kind="warning">
      <p>
        <b>Skickad tillbaka</b> {momentText(sentBackAt)}
        {sentBackByName && ` av ${sentBackByName}`}. Ändra det som behövs och lämna in igen.
      </p>
      {note && <p className="typed">{note}</p>}
      {comments.length > 0 && (
        <ul className="missing-list">
          {comments.map(({ code, comment }) => (
            <li key={code} className="typed">
              <Link to={`${base}/${code}`}>{code}</Link> {comment}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** What the approver wants changed in this sub-capability; nothing where it said nothing about it. */
export function CommentNotice({ sentBack, code }: { sentBack: SentBackFacts | null; code: string }) {
  const found = sentBack?.comments.find((each) => each.code === code);
  if (!found) return null;
  return (
    <Notice kind="warning">
      <p>
        <b>Kommentar från fastställaren{sentBack?.sentBackByName && `, ${sentBack.sentBackByName}`}:</b>
      </p>
      <p className="typed">{found.comment}</p>
    </Notice>
  );
}

/** Until when the office has reopened the assessment, and why. */
export function ReopenedNotice({
  reopening,
  counts,
}: {
  reopening: { reason: string; lastDay: string };
  counts: boolean;
}) {
  return (
    <Notice kind="info">
      <p>
        <b>Återöppnad till och med {dayText(reopening.lastDay)}.</b> Samordningskansliet skriver:{" "}
        <span className="typed">{reopening.reason}</span>
      </p>
      {counts && <p>Den förra inlämningen räknas tills en ny är inlämnad.</p>}
    </Notice>
  );
}
