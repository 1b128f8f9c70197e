import { Link } from "@remix-run/react";
import { DataTable } from "#components/data-table.tsx";
import type { OccurrenceKind } from "#domain/occurrence.ts";
import { dayText } from "#text/dates.ts";
import { observedText, occurrenceKindNames, ownerName } from "#text/occurrences.ts";
import { actorsText } from "#text/plan.ts";

type Row = {
  id: number;
  kind: OccurrenceKind;
  name: string;
  day: string;
  actorName: string | null;
  participants: { id: string; shortName: string }[];
  observations: { code: string; worked: string; shortcomings: string }[];
};

const fewNames = 4;

function participantsText(participants: Row["participants"]): string {
  if (participants.length > fewNames) return actorsText(participants.length);
  return participants.map(({ shortName }) => shortName).join(", ") || "ingen";
}

/** Events and exercises, newest first. */
export function OccurrenceTable({ rows, empty }: { rows: Row[]; empty: string }) {
  return (
    <DataTable
      asList
      caption="Händelser och övningar, de senaste först"
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={empty}
      columns={[
        { key: "name", head: "Vad", cell: ({ id, name }) => <Link to={`/handelser/${id}`}>{name}</Link> },
        { key: "kind", head: "Slag", cell: ({ kind }) => occurrenceKindNames[kind] },
        { key: "day", head: "Dag", cell: ({ day }) => dayText(day) },
        { key: "who", head: "Deltagare", cell: ({ participants }) => participantsText(participants) },
        { key: "observed", head: "Delförmågor", cell: ({ observations }) => observedText(observations) },
        { key: "by", head: "Registrerad av", cell: (row) => ownerName(row) },
      ]}
    />
  );
}
