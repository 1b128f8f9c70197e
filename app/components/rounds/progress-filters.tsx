import { Form, Link } from "@remix-run/react";
import { type ProgressChoice, progressOrders, progressStates } from "#domain/progress.ts";
import { categoryName } from "#text/results.ts";
import { orderNames, progressNames } from "#text/rounds.ts";
import { ChosenOnPaper } from "../chosen-on-paper.tsx";
import { CheckboxField, SelectField, TextField } from "../field.tsx";

type ProgressFiltersProps = { year: number; choice: ProgressChoice; categories: string[]; hasUnusual: boolean };

/** Which actors are listed, and in what order: kept in the address, so that a view can be sent to a colleague. */
export function ProgressFilters({ year, choice, categories, hasUnusual }: ProgressFiltersProps) {
  const { state, category, isUnusual, text, order } = choice;
  const orders = progressOrders.filter((each) => hasUnusual || each !== "unusual");
  return (
    <>
      <Form method="get" className="filters progress-filters" key={JSON.stringify(choice)}>
        <TextField name="sok" type="search" label="Aktör" value={text} />
        <SelectField
          name="lage"
          label="Läge"
          value={state ?? ""}
          options={[
            { value: "", label: "Alla" },
            ...progressStates.map((each) => ({ value: each, label: progressNames[each] })),
          ]}
        />
        <SelectField
          name="kategori"
          label="Kategori"
          value={category ?? ""}
          options={[
            { value: "", label: "Alla" },
            ...categories.map((each) => ({ value: each, label: categoryName(each) })),
          ]}
        />
        <SelectField
          name="ordning"
          label="Ordna efter"
          value={order}
          options={orders.map((each) => ({ value: each, label: orderNames[each] }))}
        />
        {hasUnusual && <CheckboxField name="sticker-ut" label="Bara det som sticker ut" checked={isUnusual} />}
        <div className="buttons">
          <button type="submit" className="ds-button" data-variant="secondary">
            Visa
          </button>
          <Link to={`/omgangar/${year}#aktorer`}>Visa alla</Link>
        </div>
      </Form>
      <ChosenOnPaper
        parts={[
          text.trim() && `namn med ”${text.trim()}”`,
          state && progressNames[state].toLowerCase(),
          category && categoryName(category).toLowerCase(),
          isUnusual && "bara det som sticker ut",
        ]}
      />
    </>
  );
}
