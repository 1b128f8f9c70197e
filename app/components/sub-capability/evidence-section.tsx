import { Link } from "@remix-run/react";
import type { LevelAnchor } from "#domain/definition.ts";
import type { EvidenceCount, ProvenClaims } from "#domain/evidence-age.ts";
import { evidenceKindNames } from "#text/answers.ts";
import { dayText } from "#text/dates.ts";
import { actorsText } from "#text/patterns.ts";
import { type Column, DataTable } from "../data-table.tsx";
import type { Names } from "../patterns/names-line.tsx";

type EvidenceSectionProps = {
  year: number;
  code: string;
  evidence: EvidenceCount[];
  proven: ProvenClaims;
  scale: LevelAnchor[];
  evidenceDay: string;
  names: Names;
};

const columns: Column<EvidenceCount>[] = [
  { key: "kind", head: "Slag", cell: ({ kind }) => evidenceKindNames[kind] },
  { key: "actors", head: "Aktörer", number: true, cell: ({ actors }) => actors },
  { key: "recent", head: "Inom 24 månader", number: true, cell: ({ recent }) => recent },
  { key: "worked", head: "varav fungerade", number: true, cell: ({ worked }) => worked ?? "–" },
  { key: "shortcomings", head: "varav brister", number: true, cell: ({ shortcomings }) => shortcomings ?? "–" },
  { key: "older", head: "Äldre", number: true, cell: ({ older }) => older },
];

function Unproven({ year, code, proven, scale, names }: Omit<EvidenceSectionProps, "evidence" | "evidenceDay">) {
  const { claimed, unproven } = proven;
  if (claimed === 0) return null;
  const level = `nivå ${proven.level}, ${scale.find(({ level }) => level === proven.level)?.name ?? ""}`;
  if (unproven.length === 0) return <p className="note">Alla som anger {level}, har prövat den inom 24 månader.</p>;
  return (
    <>
      <h3>
        Anger {level}, utan prövning inom 24 månader: {actorsText(unproven.length)}
      </h3>
      <ul className="plain-list">
        {unproven.map(({ actor, level, lastWorked }) => (
          <li key={actor}>
            <Link to={`/resultat/${year}/aktor/${actor}/${code}`}>{names.actors[actor] ?? actor}</Link>, nivå {level}:{" "}
            {lastWorked
              ? `prövades senast ${dayText(lastWorked)}`
              : "ingen händelse eller övning som fungerade är angiven"}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the answers rest on, and how old it is. */
export function EvidenceSection({ evidence, evidenceDay, ...rest }: EvidenceSectionProps) {
  const later = evidence.reduce((sum, row) => sum + row.later, 0);
  const isEmpty = evidence.every(({ actors }) => actors === 0);
  return (
    <section>
      <h2>Underlag</h2>
      {isEmpty ? (
        <p className="empty">Ingen aktör har angett något underlag.</p>
      ) : (
        <DataTable
          asList
          caption={`Antal underlag, ålder räknad till ${dayText(evidenceDay)}`}
          rows={evidence}
          rowKey={({ kind }) => kind}
          columns={columns}
        />
      )}
      {later > 0 && <p className="note">{later} med senare datum räknas varken som nya eller äldre.</p>}
      <Unproven {...rest} />
    </section>
  );
}
