import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPanel } from "../error-panel.tsx";
import { CheckboxField, TextField } from "../field.tsx";

/** What came back of a form: which move it asked for, what was typed, what is wrong. */
export type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;
type MoveProps = {
  move: string;
  heading: string;
  explanation: ReactNode;
  button: string;
  secondary?: boolean;
  failure: Failure;
  children: ReactNode;
};

/** One thing to do with a round: what it means, what it needs, its button. */
export function MoveForm({ move, heading, explanation, button, secondary, failure, children }: MoveProps) {
  return (
    <section className="round-move">
      <h2>{heading}</h2>
      <p>{explanation}</p>
      <Form method="post" className="stack">
        {failure?.values.move === move && <ErrorPanel errors={failure.errors} title="Det här behöver rättas först" />}
        <input type="hidden" name="move" value={move} />
        {children}
        <div className="buttons">
          <button className="ds-button" data-variant={secondary ? "secondary" : undefined} type="submit">
            {button}
          </button>
        </div>
      </Form>
    </section>
  );
}

/** A closing day. */
export function Day({
  label,
  value,
  failure,
  move,
}: {
  label: string;
  value?: string;
  failure: Failure;
  move: string;
}) {
  const mine = failure?.values.move === move ? failure : undefined;
  const typed = mine?.values.closingDay;
  const shown = typeof typed === "string" ? typed : value;
  return <TextField name="closingDay" type="date" short label={label} value={shown} error={mine?.errors.closingDay} />;
}

/** The tick without which nothing irreversible happens. */
export function Understood({ label, failure }: { label: string; failure: Failure }) {
  const checked = failure?.values.understood === "on";
  return <CheckboxField name="understood" label={label} checked={checked} error={failure?.errors.understood} />;
}
