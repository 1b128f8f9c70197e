import { Form, Link } from "@remix-run/react";
import { RadioField } from "#components/choice-field.tsx";
import { FieldError, TextField } from "#components/field.tsx";
import { occurrenceKinds } from "#domain/occurrence.ts";
import { occurrenceKindNames } from "#text/occurrences.ts";
import { categoryName } from "#text/results.ts";
import { secrecyNotice } from "#text/secrecy.ts";

export type ActorChoice = { id: string; name: string; shortName: string; category: string; hasLeft: boolean };
/** What came back of a form that was not saved. `form`: which one. */
export type OccurrenceFailure = {
  form: string;
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
};
export type OccurrenceValues = { kind: string; name: string; day: string; participants: string[] };

type OccurrenceFormProps = {
  intent: "record" | "edit";
  saveId: string;
  /** The revision that the form is filled in from; 0 for a new one. */
  revision: number;
  values: OccurrenceValues;
  actors: ActorChoice[];
  /** The actor that records it and so took part; null for the office. */
  own: string | null;
  failure?: OccurrenceFailure;
};

const kindOptions = occurrenceKinds.map((value) => ({ value, label: occurrenceKindNames[value] }));

/** What was typed, if this form came back, else what is saved. */
function typedIn({ failure, intent, values }: OccurrenceFormProps): OccurrenceValues & { everyone: boolean } {
  if (failure?.form !== intent) return { ...values, everyone: false };
  const text = (name: string) => [failure.values[name] ?? ""].flat()[0] ?? "";
  return {
    kind: text("kind"),
    name: text("name"),
    day: text("day"),
    participants: [failure.values.participants ?? []].flat(),
    everyone: text("everyone") !== "",
  };
}

function Participants({ actors, own, chosen }: { actors: ActorChoice[]; own: string | null; chosen: string[] }) {
  const categories = [...new Set(actors.map(({ category }) => category))];
  return categories.map((category) => (
    <fieldset key={category} className="choices">
      <legend>{categoryName(category)}</legend>
      <div className="chips">
        {actors
          .filter((actor) => actor.category === category && actor.id !== own)
          .map(({ id, shortName, hasLeft }) => (
            <label key={id}>
              <input type="checkbox" name="participants" value={id} defaultChecked={chosen.includes(id)} />
              <span>{hasLeft ? `${shortName} (inte längre med)` : shortName}</span>
            </label>
          ))}
      </div>
    </fieldset>
  ));
}

/** What, when and who took part. */
export function OccurrenceForm(props: OccurrenceFormProps) {
  const { intent, saveId, revision, actors, own, failure } = props;
  const typed = typedIn(props);
  const errors = failure?.form === intent ? failure.errors : {};
  const ownName = actors.find(({ id }) => id === own)?.name;
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="saveId" value={saveId} />
      <input type="hidden" name="baseRevision" value={revision} />
      <RadioField name="kind" legend="Slag" chips options={kindOptions} value={typed.kind} error={errors.kind} />
      <TextField
        name="name"
        label="Vad kallas den?"
        hint={`Till exempel Skogsbranden i Tyresta. ${secrecyNotice}`}
        value={typed.name}
        error={errors.name}
      />
      <TextField
        name="day"
        type="date"
        short
        label="Dag"
        hint="Varade den längre: den sista dagen."
        value={typed.day}
        error={errors.day}
      />
      <fieldset className="choices participants" aria-describedby="participants-hint">
        <legend>Vilka aktörer deltog?</legend>
        <p className="hint" id="participants-hint">
          {ownName ? `${ownName} deltog, eftersom ni registrerar. ` : ""}De som kryssas ser registreringen.
        </p>
        {errors.participants && <FieldError name="participants">{errors.participants}</FieldError>}
        <div className="choice-list" id="participants" tabIndex={-1}>
          <label>
            <input type="checkbox" name="everyone" value="on" defaultChecked={typed.everyone} />
            <span>Alla som var med i samverkan den dagen</span>
          </label>
        </div>
        <div className="fields">
          <Participants actors={actors} own={own} chosen={typed.participants} />
        </div>
      </fieldset>
      <div className="buttons">
        <button className="ds-button" type="submit">
          {intent === "record" ? "Registrera" : "Spara uppgifterna"}
        </button>
        {intent === "record" && <Link to="/handelser">Avbryt</Link>}
      </div>
    </Form>
  );
}
