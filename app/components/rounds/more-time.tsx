import { Form, Link } from "@remix-run/react";
import { dayText, momentText } from "#text/dates.ts";
import { moreTimeOutcome } from "#text/rounds.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField, TextField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import type { Failure } from "./move-form.tsx";

export type Request = {
  sequence: number;
  wantedDay: string;
  reason: string;
  askedAt: string;
  askedByName: string | null;
  answer: { grantedDay: string | null; note: string; answeredAt: string; answeredByName: string | null } | null;
};

function typedIn(failure: Failure, name: string, fallback = ""): string {
  const value = failure?.values[name];
  return typeof value === "string" ? value : fallback;
}

/** The actors that wait for an answer, first on the office's page. */
export function WaitingRequests({
  year,
  actors,
}: {
  year: number;
  actors: { actorId: string; name: string; request: Request | null }[];
}) {
  const waiting = actors.flatMap(({ actorId, name, request }) => (request ? [{ actorId, name, request }] : []));
  if (waiting.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        <b>{waiting.length === 1 ? "En aktör ber" : `${waiting.length} aktörer ber`} om mer tid.</b>
      </p>
      <ul>
        {waiting.map(({ actorId, name, request }) => (
          <li key={actorId}>
            <Link to={`/omgangar/${year}/${encodeURIComponent(actorId)}#mer-tid`}>{name}</Link>, till och med{" "}
            {dayText(request.wantedDay)}: {request.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The office's answer to a request: yes, to that day or another, or no and why. */
export function AnswerRequestForm({ request, failure }: { request: Request; failure: Failure }) {
  const mine = failure?.values.intent === "grant" || failure?.values.intent === "decline" ? failure : undefined;
  return (
    <section className="round-move" id="mer-tid">
      <h2>Ber om mer tid</h2>
      <p>
        Till och med <b>{dayText(request.wantedDay)}</b>. {request.askedByName && `${request.askedByName}, `}
        {momentText(request.askedAt)}:
      </p>
      <p className="typed">{request.reason}</p>
      <Form method="post" className="stack">
        <ErrorPanel errors={mine?.errors} title="Det här behöver rättas först" />
        <input type="hidden" name="sequence" value={request.sequence} />
        <TextField
          name="grantedDay"
          type="date"
          short
          label="Sista dag för aktören"
          value={typedIn(mine, "grantedDay", request.wantedDay)}
          error={mine?.errors.grantedDay}
        />
        <TextareaField
          name="note"
          label="Meddelande till aktören"
          hint="Behövs bara om svaret är nej."
          rows={2}
          value={typedIn(mine, "note")}
          error={mine?.errors.note}
        />
        <div className="buttons">
          <button className="ds-button" type="submit" name="intent" value="grant">
            Ge mer tid
          </button>
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="decline">
            Säg nej
          </button>
        </div>
      </Form>
    </section>
  );
}

/** What became of a request, for the actor and for the office. */
export function RequestOutcome({ request }: { request: Request }) {
  const { wantedDay, reason, askedAt, askedByName, answer } = request;
  return (
    <Notice kind={answer ? "info" : "warning"}>
      <p>
        <b>Mer tid begärd till och med {dayText(wantedDay)}.</b> {askedByName && `${askedByName}, `}
        {momentText(askedAt)}: <span className="typed">{reason}</span>
      </p>
      <p>
        {answer ? (
          <>
            <b>Svar {momentText(answer.answeredAt)}:</b> <span className="typed">{moreTimeOutcome(answer)}</span>
          </>
        ) : (
          "Kansliet har inte svarat än. Till dess gäller den sista dagen som förut."
        )}
      </p>
    </Notice>
  );
}

/** The coordinator asks the office for a later last day. */
export function AskMoreTime({ failure }: { failure: Failure }) {
  return (
    <Form method="post" className="stack">
      <ErrorPanel errors={failure?.errors} title="Det här behöver rättas först" />
      <TextField
        name="wantedDay"
        type="date"
        short
        label="Till och med vilken dag?"
        value={typedIn(failure, "wantedDay")}
        error={failure?.errors.wantedDay}
      />
      <TextareaField
        name="reason"
        label="Varför? Kansliet läser det du skriver."
        rows={3}
        value={typedIn(failure, "reason")}
        error={failure?.errors.reason}
      />
      <div className="buttons">
        <button className="ds-button" type="submit">
          Be om mer tid
        </button>
      </div>
    </Form>
  );
}
