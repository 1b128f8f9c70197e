import { Form, Link } from "@remix-run/react";
import { maxCheckDays, tertials } from "#domain/activity.ts";
import { publicTextHint, tertialNames } from "#text/plan.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import { SelectField, TextareaField, TextField } from "../field.tsx";
import { ActorChoice, type ChoosableActor } from "./actor-choice.tsx";
import { type ChoosableCapability, SubChoice } from "./sub-choice.tsx";

/** What the form's fields hold, by name; a list where a name is sent several times. */
export type ActivityValues = Record<string, string | string[]>;
export type ActivityFormProps = {
  /** 0 for a new activity. */
  revision: number;
  saveId: string;
  values: ActivityValues;
  errors: Record<string, string>;
  areas: { key: string; name: string }[];
  capabilities: ChoosableCapability[];
  levels: { level: number; name: string }[];
  actors: ChoosableActor[];
  back: string;
};

const tertialOptions = [
  { value: "", label: "Inte bestämt" },
  ...tertials.map((tertial) => ({ value: String(tertial), label: tertialNames[tertial] })),
];

/** Everything about one activity. Only goal area and what are needed to save; the rest before the plan can be adopted. */
export function ActivityForm({ revision, saveId, values, errors, areas, back, ...choices }: ActivityFormProps) {
  const text = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
  const field = (name: string) => ({ name, value: text(name), error: errors[name] });
  const list = (name: string) => [values[name] ?? []].flat();
  return (
    <Form method="post" className="stack activity-form" noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="saveId" value={saveId} />
      <input type="hidden" name="revision" value={revision} />
      <SelectField
        {...field("goalArea")}
        label="Målområde"
        options={[{ value: "", label: "Välj" }, ...areas.map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <TextareaField {...field("what")} label="Vad ska göras?" hint={`${publicTextHint} ${secrecyNotice}`} rows={4} />
      <TextField
        {...field("holder")}
        label="Vilken funktion håller i det?"
        hint="En roll eller enhet, till exempel samordningskansliet. Inga namn på personer."
      />
      <div className="row">
        <SelectField {...field("from")} label="Börjar" options={tertialOptions} />
        <SelectField {...field("to")} label="Slutar" options={tertialOptions} />
        <TextField
          {...field("costFrame")}
          label="Kostnadsram, kr"
          hint="Hela kronor. Lämna tomt om den inte är känd."
        />
      </div>
      <SubChoice {...choices} chosen={list("sub")} text={text} errors={errors} />
      <ActorChoice actors={choices.actors} chosen={list("actor")} error={errors.actor} />
      <fieldset className="choices">
        <legend>Uppföljning</legend>
        <TextareaField
          {...field("checkHow")}
          label="Hur följs den upp?"
          hint="Till exempel: antal som gått kursen, och svaren i nästa skattning."
          rows={3}
        />
        <div className="row">
          {Array.from({ length: maxCheckDays }, (_day, index) => `checkDay.${index}`).map((name, index) => (
            <TextField key={name} {...field(name)} type="date" label={`Avstämning ${index + 1}`} />
          ))}
        </div>
      </fieldset>
      <div className="buttons">
        <button className="ds-button" type="submit">
          Spara aktiviteten
        </button>
        <Link to={back}>Avbryt</Link>
      </div>
    </Form>
  );
}
