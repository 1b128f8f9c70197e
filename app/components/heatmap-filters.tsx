import { Form } from "@remix-run/react";
import type { Heatmap } from "#domain/heatmap.ts";
import { categoryName } from "#text/results.ts";
import { SelectField } from "./field.tsx";

type Fields = { kategori: string; ordning: string; delformaga: string };
type HeatmapFiltersProps = {
  view: { fields: Fields; errors: Partial<Fields>; categories: string[]; heatmap: Heatmap };
};

const longestName = 60;

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()} …`;
}

const orders = [
  { value: "kategori", label: "Kategori och namn" },
  { value: "namn", label: "Namn" },
  { value: "brist", label: "Brist i en delförmåga" },
  { value: "niva", label: "Nivå i en delförmåga" },
];

/** Category and order, kept in the address, so that a view can be sent to somebody else. */
export function HeatmapFilters({ view: { fields, errors, categories, heatmap } }: HeatmapFiltersProps) {
  const columns = heatmap.bands.flatMap((band) => band.columns);
  return (
    // The key fills the fields in anew when the address changes, as when one goes back.
    <Form
      method="get"
      className="filters heat-filters"
      key={`${fields.kategori} ${fields.ordning} ${fields.delformaga}`}
    >
      <SelectField
        name="kategori"
        label="Kategori"
        value={fields.kategori}
        error={errors.kategori}
        options={[
          { value: "", label: "Alla" },
          ...categories.map((category) => ({ value: category, label: categoryName(category) })),
        ]}
      />
      <SelectField
        name="ordning"
        label="Ordna aktörer efter"
        value={fields.ordning}
        error={errors.ordning}
        options={orders}
      />
      <SelectField
        name="delformaga"
        label="Delförmåga"
        value={fields.delformaga}
        error={errors.delformaga}
        options={[
          { value: "", label: "Ingen vald" },
          ...columns.map(({ code, name }) => ({ value: code, label: `${code} ${shortened(name)}` })),
        ]}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        Visa
      </button>
    </Form>
  );
}
