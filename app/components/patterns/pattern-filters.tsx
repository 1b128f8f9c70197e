import { Form } from "@remix-run/react";
import { type Cause, causes } from "#domain/answer.ts";
import { causeNames } from "#text/answers.ts";
import { categoryName } from "#text/results.ts";
import { SelectField } from "../field.tsx";

type Fields = { kategori: string; grundformaga: string; orsak: string };
export type PatternFiltersProps = {
  view: {
    fields: Fields;
    errors: Partial<Fields>;
    categories: string[];
    capabilities: { number: number; name: string }[];
    /** What each cause is called in the address. */
    causeWords: Record<Cause, string>;
  };
};

/** Category, base capability and cause, kept in the address, so that a view can be sent to somebody else. */
export function PatternFilters({
  view: { fields, errors, categories, capabilities, causeWords },
}: PatternFiltersProps) {
  const all = { value: "", label: "Alla" };
  return (
    // The key fills the fields in anew when the address changes, as when one goes back.
    <Form method="get" className="filters heat-filters" key={Object.values(fields).join(" ")}>
      <SelectField
        name="kategori"
        label="Kategori"
        value={fields.kategori}
        error={errors.kategori}
        options={[all, ...categories.map((category) => ({ value: category, label: categoryName(category) }))]}
      />
      <SelectField
        name="grundformaga"
        label="Grundförmåga"
        value={fields.grundformaga}
        error={errors.grundformaga}
        options={[
          all,
          ...capabilities.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` })),
        ]}
      />
      <SelectField
        name="orsak"
        label="Orsak"
        value={fields.orsak}
        error={errors.orsak}
        options={[all, ...causes.map((cause) => ({ value: causeWords[cause], label: causeNames[cause] }))]}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        Visa
      </button>
    </Form>
  );
}
