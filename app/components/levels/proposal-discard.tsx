import { Form } from "@remix-run/react";
import { CheckboxField } from "../field.tsx";

type ProposalDiscardProps = { year: number; number: number; error: string | undefined };

/** Throwing the proposal away, folded so that nobody does it by mistake. */
export function ProposalDiscard({ year, number, error }: ProposalDiscardProps) {
  return (
    <details className="discard" open={error !== undefined}>
      <summary>Kasta förslaget</summary>
      <Form method="post" action={`/lagstanivaer/${year}/forslag`} className="stack" noValidate>
        <input type="hidden" name="number" value={number} />
        <CheckboxField name="sure" label="Jag vill kasta förslaget med alla rader och anteckningar." error={error} />
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="discard">
            Kasta förslaget
          </button>
        </div>
      </Form>
    </details>
  );
}
