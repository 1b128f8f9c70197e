import type { MailState } from "#domain/mail.ts";
import { momentText } from "#text/dates.ts";
import { mailStateNames, unclearAdvice } from "#text/mail.ts";

type LetterProps = {
  mail: {
    state: MailState;
    name: string;
    email: string;
    subject: string;
    text: string;
    createdAt: string;
    doneAt: string | null;
    reason: string | null;
    attempts: number;
    nextAttemptAt: string;
    isByHand: boolean;
  };
  isSending: boolean;
};

function stateText(
  { state, doneAt, isByHand, attempts, nextAttemptAt }: LetterProps["mail"],
  isSending: boolean,
): string {
  if (state === "sent" && doneAt) return `Skickat ${momentText(doneAt)}${isByHand ? ", markerat för hand" : ""}`;
  if (state !== "waiting") return mailStateNames[state];
  if (!isSending) return "Väntar på att du skickar det";
  return attempts === 0 ? "Skickas strax" : `Nytt försök ${momentText(nextAttemptAt)}`;
}

/** One message: to whom, what, how it stands. Address, subject and text can each be marked whole and copied. */
export function Letter({ mail, isSending }: LetterProps) {
  return (
    <>
      <dl className="facts-list">
        <dt>Läge</dt>
        <dd>
          {stateText(mail, isSending)}
          {mail.reason && <small className="under">{mail.reason}</small>}
          {mail.state === "unclear" && <small className="under">{unclearAdvice}</small>}
        </dd>
        <dt>Till</dt>
        <dd>
          {mail.name}
          <br />
          <span className="copyable">{mail.email}</span>
        </dd>
        <dt>Ämne</dt>
        <dd className="copyable">{mail.subject}</dd>
        <dt>Gjordes</dt>
        <dd>{momentText(mail.createdAt)}</dd>
      </dl>
      <pre className="letter">{mail.text}</pre>
    </>
  );
}
