import { Notice } from "#components/notice.tsx";
import { momentText } from "#text/dates.ts";
import { type BasisFacts, doneByText } from "#text/on-behalf.ts";
import { type ApprovalFacts, ApprovalText } from "./approval-notices.tsx";

type ReceiptProps = {
  submission: {
    number: number;
    submittedAt: string;
    submittedByName: string | null;
    registryNumber: string | null;
    onBehalf: BasisFacts | null;
  };
  approval: ApprovalFacts | null;
};

/** That the assessment is submitted: which submission, when and by whom, and whether it is approved. */
export function Receipt({ submission, approval }: ReceiptProps) {
  const { number, submittedAt, submittedByName, registryNumber, onBehalf } = submission;
  const doneBy = doneByText(submittedByName, onBehalf);
  return (
    <Notice kind="saved">
      <p>
        <b>Självskattningen är inlämnad.</b> Inlämning nummer {number}, {momentText(submittedAt)}
        {doneBy && ` av ${doneBy}`}.{registryNumber && ` Diarienummer ${registryNumber}.`}
      </p>
      {approval ? <ApprovalText approval={approval} /> : <p>Den räknas, men är inte fastställd.</p>}
    </Notice>
  );
}
