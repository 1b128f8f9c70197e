import { Link } from "@remix-run/react";
import type { Role } from "#domain/access.ts";
import type { Group } from "#domain/target.ts";
import { dayText, momentText } from "#text/dates.ts";
import { scopeText } from "#text/levels.ts";
import { DataTable } from "../data-table.tsx";

type Decision = {
  sequence: number;
  decidedOn: string;
  meeting: string | null;
  reference: string;
  registryNumber: string | null;
  recordedAt: string;
  recordedByName: string | null;
  recordedAs: Extract<Role, "chief_group" | "office">;
  levels: { code: string; group: Group }[];
};

/** The year's decisions, newest first; none is ever changed. */
export function DecisionList({ year, decisions }: { year: number; decisions: Decision[] }) {
  return (
    <>
      <h2>Besluten</h2>
      <DataTable
        asList
        caption={<span className="sr-only">Beslut om nivåer {year}, det senaste först</span>}
        rows={decisions}
        rowKey={({ sequence }) => String(sequence)}
        columns={[
          {
            key: "sequence",
            head: "Beslut",
            cell: ({ sequence }) => (
              <Link to={`/lagstanivaer/${year}?beslut=${sequence}#beslut`}>
                <span className="list-only">Beslut </span>
                {sequence}
              </Link>
            ),
          },
          { key: "day", head: "Fattat", cell: ({ decidedOn }) => <span className="nowrap">{dayText(decidedOn)}</span> },
          {
            key: "reference",
            head: "Hänvisning",
            label: "",
            cell: ({ meeting, reference, registryNumber }) => (
              <>
                {meeting && `${meeting}. `}
                {reference}
                {registryNumber && <small className="under">Diarienummer {registryNumber}</small>}
              </>
            ),
          },
          { key: "scope", head: "Gäller", cell: ({ levels }) => scopeText(levels) },
          {
            key: "recorded",
            head: "Registrerat",
            cell: ({ recordedAt, recordedByName, recordedAs }) => (
              <>
                <span className="nowrap">{momentText(recordedAt)}</span>
                <small className="under">
                  {recordedAs === "office"
                    ? `${recordedByName ?? "Okänd"}, kansliet åt chefsgruppen`
                    : (recordedByName ?? "Chefsgruppen")}
                </small>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
