import { Form } from "@remix-run/react";
import { TextareaField } from "#components/field.tsx";
import type { OccurrenceFailure } from "./occurrence-form.tsx";

type Props = { saveId: string; revision: number; failure?: OccurrenceFailure };

function Carried({ intent, saveId, revision }: Props & { intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="saveId" value={`${saveId}.${intent}`} />
      <input type="hidden" name="baseRevision" value={revision} />
    </>
  );
}

/** Takes the record away, with a reason. */
export function RemoveForm(props: Props) {
  const mine = props.failure?.form === "remove" ? props.failure : undefined;
  const typed = mine?.values.reason;
  return (
    <Form method="post" className="stack measure-form">
      <Carried {...props} intent="remove" />
      <TextareaField
        name="reason"
        label="Varför?"
        hint="Den som har den som underlag behåller det som står i sitt svar."
        rows={2}
        value={typeof typed === "string" ? typed : ""}
        error={mine?.errors.reason}
      />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          Ta bort
        </button>
      </div>
    </Form>
  );
}

/** Brings the record back. */
export function RestoreForm(props: Props) {
  return (
    <Form method="post" className="stack">
      <Carried {...props} intent="restore" />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          Ta tillbaka registreringen
        </button>
      </div>
    </Form>
  );
}
