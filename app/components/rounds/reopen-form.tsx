import { Form } from "@remix-run/react";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField, TextField } from "../field.tsx";

type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;

function typedIn(failure: Failure, name: string): string {
  const value = failure?.values[name];
  return typeof value === "string" ? value : "";
}

/** Reopens one actor's assessment, or gives it more time: with a reason that the actor reads, and a last day. */
export function ReopenForm({
  actor,
  failure,
}: {
  actor: { name: string; submittedAt: string | null };
  failure: Failure;
}) {
  const mine = failure?.values.intent === "reopen" ? failure : undefined;
  return (
    <section className="round-move" id="ateroppna">
      <h2>{actor.submittedAt ? "Återöppna" : "Ge mer tid"}</h2>
      <p>
        {actor.name} kan då ändra och lämna in till och med den dag du väljer.
        {actor.submittedAt && " Det som redan är inlämnat räknas tills en ny inlämning kommer."}
      </p>
      <Form method="post" className="stack">
        <ErrorPanel errors={mine?.errors} title="Det här behöver rättas först" />
        <TextareaField
          name="reason"
          label="Varför? Aktören ser det du skriver."
          rows={2}
          value={typedIn(mine, "reason")}
          error={mine?.errors.reason}
        />
        <TextField
          name="lastDay"
          type="date"
          short
          label="Sista dag för aktören"
          value={typedIn(mine, "lastDay")}
          error={mine?.errors.lastDay}
        />
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="reopen">
            {actor.submittedAt ? "Återöppna" : "Ge mer tid"}
          </button>
        </div>
      </Form>
    </section>
  );
}
