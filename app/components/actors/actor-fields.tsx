import { categoryName, categoryOf, listText } from "#text/results.ts";
import { CheckboxField, TextField } from "../field.tsx";

type Values = { name: string; shortName: string; category: string; designated: boolean };
type ActorFieldsProps = {
  values: Values;
  categories: string[];
  failure: { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;
};

/** A category by the name that lists show, where that name means it again when it is sent back. */
function nameToWrite(category: string): string {
  const name = categoryName(category);
  return categoryOf(name) === category ? name : category;
}

/** An actor's name, short name, category and designation, as they stand or as they were typed. */
export function ActorFields({ values, categories, failure }: ActorFieldsProps) {
  const errors = failure?.errors;
  const shown = { ...values, category: nameToWrite(values.category) };
  const typed = (field: "name" | "shortName" | "category") => {
    const text = failure?.values[field];
    return typeof text === "string" ? text : shown[field];
  };
  return (
    <>
      <TextField name="name" label="Namn" value={typed("name")} error={errors?.name} />
      <TextField
        name="shortName"
        label="Kort namn"
        hint="Står i tabeller, till exempel Haninge."
        value={typed("shortName")}
        error={errors?.shortName}
      />
      <TextField
        name="category"
        label="Kategori"
        hint={`I dag finns ${listText(categories.map(categoryName))}. Skriver du något annat blir det en ny kategori.`}
        value={typed("category")}
        error={errors?.category}
      />
      <CheckboxField
        name="designated"
        label="Utpekad aktör"
        hint="Några indikatorer riktar sig bara till de utpekade aktörerna."
        checked={failure ? failure.values.designated === "on" : values.designated}
      />
    </>
  );
}
