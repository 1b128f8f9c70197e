import { Form } from "@remix-run/react";
import { SelectField, TextareaField } from "../field.tsx";

type Props = {
  saveId: string;
  activities: { number: number; what: string }[];
  typed: (name: string) => string;
  errors: Record<string, string>;
};

const longest = 60;
const short = (what: string) => (what.length > longest ? `${what.slice(0, longest).trimEnd()} …` : what);

/** What can be done with the proposals that are ticked above. */
export function ProposalActs({ saveId, activities, typed, errors }: Props) {
  return (
    <Form method="post" id="plan-forslag" className="plan-acts" aria-label="Med de ikryssade förslagen" noValidate>
      <h2>Med de ikryssade förslagen</h2>
      <input type="hidden" name="saveId" value={saveId} />
      <div className="buttons">
        <button className="ds-button" type="submit" name="intent" value="each">
          Gör var sin aktivitet
        </button>
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="one">
          Slå ihop till en aktivitet
        </button>
      </div>
      {activities.length > 0 && (
        <div className="plan-act">
          <SelectField
            name="into"
            label="Lägg till i en aktivitet som finns"
            value={typed("into")}
            error={errors.into}
            options={[
              { value: "", label: "Välj" },
              ...activities.map(({ number, what }) => ({ value: String(number), label: `${number}. ${short(what)}` })),
            ]}
          />
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="join">
            Lägg till
          </button>
        </div>
      )}
      <div className="plan-act">
        <TextareaField name="reason" label="Skäl att avvisa" value={typed("reason")} error={errors.reason} rows={2} />
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="reject">
          Avvisa
        </button>
      </div>
    </Form>
  );
}
