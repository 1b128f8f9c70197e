import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type MeasureState, measureStates } from "#domain/measure.ts";
import { dayText } from "#text/dates.ts";
import { measureDecisionNames } from "#text/measures.ts";
import { SelectField, TextareaField, TextField } from "../field.tsx";

/** What came back of a form that was not saved. `key`: which form. */
export type MeasureFailure = { key: string; values: Record<string, string | string[]>; errors: Record<string, string> };

/** Where the forms go, and what they carry. `back`: the sub-capability whose page they stand on; none on the list itself. */
export type MeasureFormPlace = {
  action: string;
  saveId: string;
  /** Today, YYYY-MM-DD: nothing is taken over until a day before it. */
  today: string;
  back?: string;
  failure?: MeasureFailure;
};

export type MeasureValues = { what: string; holder: string; dueDay: string };
/** A measure as its forms need it. */
export type EditableMeasure = MeasureValues & {
  year: number;
  number: number;
  revision: number;
  state: MeasureState | null;
  note: string;
};

export function measureKey({ year, number }: { year: number; number: number }): string {
  return `${year}-${number}`;
}

/** What was typed into this form, if it came back; field names carry the form's key, since a page holds several. */
function typedIn({ failure }: MeasureFormPlace, key: string) {
  const mine = failure?.key === key ? failure : undefined;
  return (name: string, saved: string) => {
    const typed = mine?.values[`${name}.${key}`];
    return {
      name: `${name}.${key}`,
      value: typeof typed === "string" ? typed : saved,
      error: mine?.errors[`${name}.${key}`],
    };
  };
}

function Frame(props: {
  place: MeasureFormPlace;
  formKey: string;
  intent: string;
  revision: number;
  children: ReactNode;
}) {
  const { place, formKey, intent, revision, children } = props;
  // A form that came back still leads to the page it was written on.
  const back = place.failure?.key === formKey ? place.failure.values.back : place.back;
  return (
    <Form method="post" action={place.action} className="stack measure-form">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="saveId" value={`${place.saveId}.${formKey}`} />
      <input type="hidden" name="baseRevision" value={revision} />
      <input type="hidden" name="back" value={back ?? ""} />
      {children}
    </Form>
  );
}

/** What, which function, by when: for a new measure of a sub-capability (`code`), or one to change. */
export function MeasureForm({
  place,
  target,
}: {
  place: MeasureFormPlace;
  target: { code: string } | { measure: EditableMeasure };
}) {
  const measure = "measure" in target ? target.measure : undefined;
  const key = "code" in target ? `ny-${target.code}` : measureKey(target.measure);
  const field = typedIn(place, key);
  return (
    <Frame place={place} formKey={key} intent={measure ? "edit" : "note"} revision={measure?.revision ?? 0}>
      <TextareaField {...field("what", measure?.what ?? "")} label="Vad ska ni göra?" rows={3} />
      <TextField
        {...field("holder", measure?.holder ?? "")}
        label="Vilken funktion håller i det?"
        hint="En roll eller enhet, till exempel säkerhetsenheten. Skriv inga namn på personer."
      />
      <TextField {...field("dueDay", measure?.dueDay ?? "")} label="Klart senast" type="date" short />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          {measure ? "Spara åtgärden" : "Lägg till åtgärden"}
        </button>
        {measure && (
          <button className="ds-button" data-variant="tertiary" type="submit" name="remove" value="on">
            Ta bort åtgärden
          </button>
        )}
      </div>
    </Frame>
  );
}

const decisionOptions = [
  { value: "", label: "Välj" },
  ...measureStates.map((state) => ({ value: state, label: measureDecisionNames[state] })),
];

/** Whether an earlier year's measure is taken over, held by whom and until when from now on; or has ended. */
export function MeasureDecisionForm({ place, measure }: { place: MeasureFormPlace; measure: EditableMeasure }) {
  const key = measureKey(measure);
  const field = typedIn(place, key);
  const hasPassed = measure.dueDay < place.today;
  return (
    <Frame place={place} formKey={key} intent="decide" revision={measure.revision}>
      <SelectField
        {...field("state", measure.state ?? "")}
        label="Ska åtgärden vara kvar i år?"
        options={decisionOptions}
      />
      <div className="measure-go-on">
        <TextField {...field("holder", measure.holder)} label="Vilken funktion håller i det nu?" />
        <TextField
          {...field("dueDay", hasPassed ? "" : measure.dueDay)}
          label="Klart senast"
          hint={hasPassed ? `${dayText(measure.dueDay)} har passerat. Ska den vara kvar behövs en ny dag.` : undefined}
          type="date"
          short
        />
      </div>
      <TextareaField {...field("note", measure.note)} label="Kommentar (frivillig)" rows={2} />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          Spara beskedet
        </button>
      </div>
    </Frame>
  );
}
