import { Form } from "@remix-run/react";
import { SelectField, TextareaField } from "#components/field.tsx";
import { secrecyNotice } from "#text/secrecy.ts";
import type { OccurrenceFailure } from "./occurrence-form.tsx";

export type SubName = { code: string; name: string };
type Editable = { number: number; revision: number; code: string; name: string; worked: string; shortcomings: string };
type ObservationFormProps = {
  saveId: string;
  subs: SubName[];
  /** The one to change; none for a new one. */
  observation?: Editable;
  /** Whom it is about and who reads it. */
  hint: string;
  failure?: OccurrenceFailure;
};

const longestName = 70;

function optionOf({ code, name }: SubName) {
  const short = name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()} …`;
  return { value: code, label: `${code} ${short}` };
}

/** What worked and what did not in one sub-capability. A page holds several, so the fields' names end with the form's own. */
export function ObservationForm({ saveId, subs, observation, hint, failure }: ObservationFormProps) {
  const key = observation ? String(observation.number) : "ny";
  const mine = failure?.form === key ? failure : undefined;
  const field = (name: "code" | "worked" | "shortcomings") => {
    const typed = mine?.values[`${name}.${key}`];
    const value = typeof typed === "string" ? typed : (observation?.[name] ?? "");
    return { name: `${name}.${key}`, value, error: mine?.errors[`${name}.${key}`] };
  };
  // A code of another definition version stays choosable where it stands.
  const isListed = !observation || subs.some(({ code }) => code === observation.code);
  const listed = isListed ? subs : [...subs, observation];
  return (
    <Form method="post" className="stack measure-form">
      <input type="hidden" name="intent" value={observation ? "edit_observation" : "note"} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="saveId" value={`${saveId}.${key}`} />
      <input type="hidden" name="baseRevision" value={observation?.revision ?? 0} />
      <SelectField
        {...field("code")}
        label="Delförmåga"
        options={[{ value: "", label: "Välj" }, ...listed.map(optionOf)]}
      />
      <TextareaField {...field("worked")} label="Vad fungerade?" hint={`${hint} ${secrecyNotice}`} rows={3} />
      <TextareaField {...field("shortcomings")} label="Vad fungerade inte?" rows={3} />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          {observation ? "Spara iakttagelsen" : "Lägg till iakttagelsen"}
        </button>
        {observation && (
          <button className="ds-button" data-variant="tertiary" type="submit" name="remove" value="on">
            Ta bort iakttagelsen
          </button>
        )}
      </div>
    </Form>
  );
}
