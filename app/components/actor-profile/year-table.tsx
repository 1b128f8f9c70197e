import { Link } from "@remix-run/react";
import type { ActorProfile, ProfileRow, YearCell } from "#domain/actor-profile.ts";
import { confidenceNames } from "#text/answers.ts";
import { breakNames } from "#text/changes.ts";
import { othersText } from "#text/profile.ts";
import { statusNames } from "#text/results.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { LevelMark } from "../gap-cell.tsx";

type YearTableProps = { profile: ActorProfile; year: number; href: (code: string) => string };

function YearMark({ cell }: { cell: YearCell }) {
  if (!("cell" in cell)) {
    return (
      <small className="note">{cell.breaks.map(({ change }) => breakNames[change]).join(", ") || "fanns inte"}</small>
    );
  }
  const { level, status } = cell.cell;
  if (status === "missing") return <small className="note">saknas</small>;
  return (
    <>
      <LevelMark cell={cell.cell} />
      <span className="sr-only">
        {level === null ? "" : `nivå ${level}, `}
        {statusNames[status].toLowerCase()}
      </span>
    </>
  );
}

function columnsFor({ profile, href, year }: YearTableProps): Column<ProfileRow>[] {
  return [
    {
      key: "name",
      head: "Delförmåga",
      cell: ({ code, name }) => (
        <Link to={href(code)} className="sub-link">
          <b className="codeh">{code}</b> {name}
        </Link>
      ),
    },
    ...profile.years.map(
      (each, at): Column<ProfileRow> => ({
        key: String(each),
        head: each,
        cell: ({ years }) => {
          const cell = years[at];
          return cell ? <YearMark cell={cell} /> : "–";
        },
      }),
    ),
    { key: "minimum", head: `Lägstanivå ${year}`, number: true, cell: ({ minimum }) => minimum ?? "–" },
    { key: "ambition", head: "Ambitionsnivå", number: true, cell: ({ ambition }) => ambition ?? "–" },
    {
      key: "confidence",
      head: "Säkerhet",
      cell: ({ confidence }) => (confidence ? confidenceNames[confidence].toLowerCase() : "–"),
    },
    ...(profile.otherCount > 0
      ? [{ key: "others", head: "Andra i kategorin som når", number: true, cell: (row: ProfileRow) => othersText(row) }]
      : []),
  ];
}

/** Every sub-capability over the years, beside how many of the others in the category meet their minimum. */
export function YearTable(props: YearTableProps) {
  const { rows, years } = props.profile;
  return (
    <div className="year-table">
      <DataTable
        asList
        caption={years.length > 1 ? `Nivåerna ${years[0]}–${years.at(-1)}` : `Nivåerna ${years[0]}`}
        rows={rows}
        rowKey={({ code }) => code}
        columns={columnsFor(props)}
      />
    </div>
  );
}
