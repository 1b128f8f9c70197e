import { Form } from "@remix-run/react";
import { onBehalfBases } from "#domain/on-behalf.ts";
import { type BasisFacts, basisNames, basisText } from "#text/on-behalf.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { SelectField, TextField } from "../field.tsx";
import type { Failure } from "./move-form.tsx";

type OnBehalfFormProps = { active: BasisFacts | null; mayBegin: boolean; survey: string; failure: Failure };

/** Begins or ends the office's filling in for an actor that cannot. */
export function OnBehalfForm({ active, mayBegin, survey, failure }: OnBehalfFormProps) {
  const mine = failure?.values.intent === "begin_on_behalf" ? failure : undefined;
  const typed = (name: string) => {
    const value = mine?.values[name];
    return typeof value === "string" ? value : "";
  };
  if (!active && !mayBegin) return null;
  return (
    <section className="round-move" id="fyll-i-at">
      <h2>Fyll i åt aktören</h2>
      {active ? (
        <Form method="post" className="stack">
          <p>
            Kansliet fyller i åt aktören ({basisText(active)}). <a href={survey}>Till självskattningen</a>
          </p>
          <div className="buttons">
            <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="end_on_behalf">
              Sluta fylla i åt aktören
            </button>
          </div>
        </Form>
      ) : (
        <Form method="post" className="stack">
          <p>
            För en aktör som inte själv kan. Vad svaren bygger på syns hos aktören, i historiken och i rapporten.
            Aktörens egna kan fortfarande ändra.
          </p>
          <ErrorPanel errors={mine?.errors} title="Det här behöver rättas först" />
          <SelectField
            name="basis"
            label="Vad bygger svaren på?"
            value={typed("basis")}
            error={mine?.errors.basis}
            options={[
              { value: "", label: "Välj" },
              ...onBehalfBases.map((basis) => ({ value: basis, label: basisNames[basis] })),
            ]}
          />
          <TextField
            name="basisDay"
            type="date"
            short
            label="Vilken dag är det från?"
            value={typed("basisDay")}
            error={mine?.errors.basisDay}
          />
          <TextField
            name="note"
            label="Anteckning"
            hint="Vilka var med, eller var pappret finns. Behövs om du väljer Annat."
            value={typed("note")}
            error={mine?.errors.note}
          />
          <div className="buttons">
            <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="begin_on_behalf">
              Börja fylla i åt aktören
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}
