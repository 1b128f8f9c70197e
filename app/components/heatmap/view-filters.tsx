import { Form } from "@remix-run/react";
import { SelectField } from "../field.tsx";

export type Choice = { name: string; label: string; options: { value: string; label: string }[] };
type ViewFiltersProps = {
  choices: Choice[];
  /** What is chosen, and a sentence for what was not understood, by the choice's name. */
  fields: Record<string, string>;
  errors: Record<string, string | undefined>;
};

/** What a table shows and in what order, kept in the address, so that a view can be sent to somebody else. */
export function ViewFilters({ choices, fields, errors }: ViewFiltersProps) {
  const chosen = choices.map(({ name }) => fields[name] ?? "");
  return (
    // The key fills the fields in anew when the address changes, as when one goes back.
    <Form method="get" className="filters heat-filters" key={chosen.join(" ")} preventScrollReset>
      {choices.map(({ name, label, options }) => (
        <SelectField
          key={name}
          name={name}
          label={label}
          value={fields[name] ?? ""}
          error={errors[name]}
          options={options}
        />
      ))}
      <button type="submit" className="ds-button" data-variant="secondary">
        Visa
      </button>
    </Form>
  );
}
