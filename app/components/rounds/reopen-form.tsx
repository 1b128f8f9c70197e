import { Form, Link } from "@remix-run/react";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField, TextField } from "../field.tsx";

type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;

function typedIn(failure: Failure, name: string): string {
  const value = failure?.values[name];
  return typeof value === "string" ? value : "";
}

/** Reopens one actor's assessment, or gives it more time: with a reason that the actor reads, and a last day. */
export function ReopenForm({
  year,
  actor,
  failure,
}: {
  year: number;
  actor: { actorId: string; name: string };
  failure: Failure;
}) {
  const mine = failure?.values.move === "reopen" ? failure : undefined;
  return (
    <section className="round-move" id="ateroppna">
      <h2>Återöppna för {actor.name}</h2>
      <p>
        Aktören kan då ändra och lämna in till och med den dag du väljer. Det som redan är inlämnat räknas tills en ny
        inlämning kommer.
      </p>
      <Form method="post" className="stack">
        <ErrorPanel errors={mine?.errors} title="Det här behöver rättas först" />
        <input type="hidden" name="move" value="reopen" />
        <input type="hidden" name="actor" value={actor.actorId} />
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
          <button className="ds-button" data-variant="secondary" type="submit">
            Återöppna
          </button>
          <Link to={`/omgangar/${year}`}>Avbryt</Link>
        </div>
      </Form>
    </section>
  );
}
