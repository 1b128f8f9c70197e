import { type MouseEvent, useEffect, useRef, useState } from "react";
import { SelectField, TextField } from "#components/field.tsx";
import { evidenceKinds, evidenceOutcomes, maxEvidenceRows } from "#domain/answer.ts";
import { evidenceKindNames, evidenceOutcomeNames } from "#text/answers.ts";
import type { EvidenceValues } from "./answer-values.ts";

type EvidenceInputProps = {
  rows: EvidenceValues[];
  /** How many empty rows stand after those that are filled in. */
  emptyRows: number;
  /** Where the button for another row sends the form, so that the page comes back to this place. */
  returnTo: string;
  errors: Record<string, string>;
};

const emptyRow: EvidenceValues = { kind: "", what: "", date: "", outcome: "", occurrence: "" };
const kindOptions = [
  { value: "", label: "Välj" },
  ...evidenceKinds.map((value) => ({ value, label: evidenceKindNames[value] })),
];
const outcomeOptions = [
  { value: "", label: "Inget" },
  ...evidenceOutcomes.map((value) => ({ value, label: evidenceOutcomeNames[value] })),
];

function EvidenceRow({
  row,
  position,
  errors,
  isNew,
}: { row: EvidenceValues; position: number; isNew: boolean } & Pick<EvidenceInputProps, "errors">) {
  const field = (part: keyof EvidenceValues) => {
    const name = `evidence.${position}.${part}`;
    return { name, value: row[part], error: errors[name] };
  };
  return (
    <fieldset className={isNew ? "erow new" : "erow"}>
      <legend>Underlag {position + 1}</legend>
      <input type="hidden" name={`evidence.${position}.occurrence`} value={row.occurrence} />
      <SelectField {...field("kind")} label="Slag" options={kindOptions} />
      <TextField {...field("what")} label="Vad" />
      <TextField {...field("date")} label="Datum, ÅÅÅÅ-MM-DD" />
      <SelectField {...field("outcome")} label="Utfall" options={outcomeOptions} />
    </fieldset>
  );
}

/** Exercises, events, training and plans behind the answer. An emptied row is taken away at the next save. */
export function EvidenceInput({ rows, emptyRows, returnTo, errors }: EvidenceInputProps) {
  const [added, setAdded] = useState(0);
  const fold = useRef<HTMLDetailsElement>(null);
  const all = [...rows, ...Array.from({ length: emptyRows + added }, () => emptyRow)];
  useEffect(() => {
    if (added > 0) fold.current?.querySelector<HTMLElement>("fieldset:last-of-type select")?.focus();
  }, [added]);
  const addHere = (event: MouseEvent) => {
    event.preventDefault();
    setAdded(added + 1);
  };
  const count = rows.length > 0 ? ` (${rows.length})` : "";
  const isWrong = Object.keys(errors).some((name) => name.startsWith("evidence"));
  return (
    <details className="fold evidence" id="underlag" ref={fold} open={rows.length > 0 || emptyRows > 1 || isWrong}>
      <summary>Underlag: övningar, händelser, utbildningar och planer{count}</summary>
      <p className="hint">
        En övning eller händelse som fungerade under de 24 månaderna före omgångens sista dag lyfter förslaget till den
        högsta nivån. Utfall gäller övning och händelse. Töm en rad för att ta bort den.
      </p>
      {errors.evidence && (
        <p className="ds-validation-message" id="evidence">
          {errors.evidence}
        </p>
      )}
      {all.map((row, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <EvidenceRow key={position} row={row} position={position} errors={errors} isNew={position >= rows.length} />
      ))}
      {all.length < maxEvidenceRows ? (
        <button
          className="ds-button small"
          data-variant="secondary"
          type="submit"
          name="intent"
          value="add_row"
          formAction={`${returnTo}#underlag`}
          onClick={addHere}
        >
          Lägg till rad
        </button>
      ) : (
        <p className="hint">Fler än {maxEvidenceRows} underlag kan inte anges. Slå ihop sådant som hör ihop.</p>
      )}
    </details>
  );
}
