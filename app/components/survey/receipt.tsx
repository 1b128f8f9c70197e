import { Notice } from "#components/notice.tsx";
import { momentText } from "#text/dates.ts";

type ReceiptProps = { submission: { number: number; submittedAt: string; submittedByName: string | null } };

/** That the assessment is submitted: which submission, when and by whom. */
export function Receipt({ submission }: ReceiptProps) {
  const { number, submittedAt, submittedByName } = submission;
  return (
    <Notice kind="saved">
      <p>
        <b>Självskattningen är inlämnad.</b> Inlämning nummer {number}, {momentText(submittedAt)}
        {submittedByName && ` av ${submittedByName}`}.
      </p>
    </Notice>
  );
}
