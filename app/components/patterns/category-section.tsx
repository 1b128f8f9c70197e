import type { CategoryDifference, CategorySide } from "#domain/category-difference.ts";
import { categoryName, percentText } from "#text/results.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { type Names, SubLink } from "./names-line.tsx";

type CategorySectionProps = { differences: CategoryDifference[]; names: Names; year: number };

function Side({ side }: { side: CategorySide }) {
  const { category, meetsMinimum, notMeeting, answered, applicable, shareMeeting } = side;
  return (
    <>
      <b>{categoryName(category)}</b> {meetsMinimum} av {meetsMinimum + notMeeting} ({percentText(shareMeeting)}){" "}
      <small className="note">
        svar från {answered} av {applicable}
      </small>
    </>
  );
}

/** Where categories differ much, by how many meet the minimum: counts and shares with what they rest on. */
export function CategorySection({ differences, names, year }: CategorySectionProps) {
  const columns: Column<CategoryDifference>[] = [
    { key: "code", head: "Delförmåga", cell: ({ code }) => <SubLink year={year} code={code} names={names} /> },
    { key: "higher", head: "Större andel når lägstanivån", cell: ({ higher }) => <Side side={higher} /> },
    { key: "lower", head: "Mindre andel når den", cell: ({ lower }) => <Side side={lower} /> },
  ];
  return (
    <section className="pattern wide">
      <h2>Stora skillnader mellan kategorier</h2>
      <p className="note">
        Minst 25 procentenheter mellan andelarna, och skillnaden står kvar vad de som inte svarat än skulle säga och om
        en aktör i varje kategori hade svarat annorlunda.
      </p>
      <DataTable
        asList
        caption={<span className="sr-only">Delförmågor där kategorierna skiljer sig mycket</span>}
        rows={differences}
        rowKey={({ code }) => code}
        columns={columns}
        empty="Ingen skillnad mellan kategorierna är så stor."
      />
    </section>
  );
}
