import { Form } from "@remix-run/react";

type LetterMovesProps = {
  mail: { id: string; email: string; subject: string; text: string; may: { markSent: boolean; tryAgain: boolean } };
};

/** Opens the reader's own mail program with everything filled in. */
function mailtoOf({ email, subject, text }: LetterMovesProps["mail"]): string {
  const to = encodeURIComponent(email).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
}

/** What the office can do with a message by hand; nothing where it has left, or is of no more use. */
export function LetterMoves({ mail }: LetterMovesProps) {
  if (!mail.may.markSent) return null;
  return (
    <div className="buttons">
      <a className="ds-button" href={mailtoOf(mail)}>
        Öppna i ditt e-postprogram
      </a>
      <Form method="post" key={mail.id}>
        <button className="ds-button" data-variant="secondary" name="move" value="sent" type="submit">
          Markera som skickat
        </button>
      </Form>
      {mail.may.tryAgain && (
        <Form method="post">
          <button className="ds-button" data-variant="secondary" name="move" value="retry" type="submit">
            Försök igen
          </button>
        </Form>
      )}
    </div>
  );
}
