import { Form } from "@remix-run/react";
import { type ActivityState, activityStates } from "#domain/activity.ts";
import { dayText, momentText } from "#text/dates.ts";
import { activityStateNames } from "#text/plan.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import { SelectField, TextareaField } from "../field.tsx";

export type Note = {
  sequence: number;
  state: ActivityState;
  checkDay: string | null;
  text: string;
  savedAt: string;
  savedByName: string | null;
};

/** What was noted over the year, newest first. */
export function NoteList({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return <p className="empty">Ingenting är noterat än.</p>;
  return (
    <ol className="plan-notes" reversed>
      {notes.map(({ sequence, state, checkDay, text, savedAt, savedByName }) => (
        <li key={sequence}>
          <p className="activity-facts">
            {momentText(savedAt)}
            {savedByName && ` · ${savedByName}`}
            {checkDay && ` · avstämningen ${dayText(checkDay)}`} · <b>{activityStateNames[state]}</b>
          </p>
          <p className="typed">{text}</p>
        </li>
      ))}
    </ol>
  );
}

type NoteFormProps = {
  saveId: string;
  state: ActivityState;
  /** Checks that are not done yet, the first one first. */
  checkDays: string[];
  typed: (name: string, fallback: string) => string;
  errors: Record<string, string>;
};

/** How it goes now. A note is not changed afterwards: what was wrong is put right by a new one. */
export function NoteForm({ saveId, state, checkDays, typed, errors }: NoteFormProps) {
  return (
    <Form method="post" className="stack note-form" noValidate>
      <input type="hidden" name="saveId" value={saveId} />
      <div className="row">
        <SelectField
          name="state"
          label="Hur går det?"
          value={typed("state", state)}
          error={errors.state}
          options={activityStates.map((value) => ({ value, label: activityStateNames[value] }))}
        />
        <SelectField
          name="checkDay"
          label="Vilken avstämning är det?"
          value={typed("checkDay", "")}
          error={errors.checkDay}
          options={[
            { value: "", label: "Ingen planerad" },
            ...checkDays.map((day) => ({ value: day, label: dayText(day) })),
          ]}
        />
      </div>
      <TextareaField
        name="text"
        label="Vad har hänt?"
        hint={`Läses av kansliet och chefsgruppen. En anteckning ändras inte i efterhand. ${secrecyNotice}`}
        value={typed("text", "")}
        error={errors.text}
        rows={3}
      />
      <div className="buttons">
        <button className="ds-button" type="submit">
          Spara anteckningen
        </button>
      </div>
    </Form>
  );
}
