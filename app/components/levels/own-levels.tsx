import { Link } from "@remix-run/react";
import type { Group, Target } from "#domain/target.ts";
import { dayText } from "#text/dates.ts";
import { groupText } from "#text/results.ts";
import { DataTable } from "../data-table.tsx";

type Source = { sequence: number; group: Group; decidedOn: string; motive: string };
type Row = { code: string; name: string; own: (Target & { sources: Source[] }) | null };
type OwnLevelsProps = { year: number; name: string; capabilities: { number: number; name: string; rows: Row[] }[] };

function Level({ level, kind }: { level: number | null | undefined; kind: "min" | "amb" }) {
  return level === null || level === undefined ? "–" : <b className={`level ${kind}`}>{level}</b>;
}

/** What applies to the reader's own actor, why, and since when: the strictest of its groups. */
export function OwnLevels({ year, name, capabilities }: OwnLevelsProps) {
  return (
    <section className="own-levels">
      <h2>Det här gäller {name}</h2>
      {capabilities.map((capability) => (
        <DataTable
          key={capability.number}
          asList
          caption={`${capability.number} ${capability.name}`}
          rows={capability.rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: "code",
              head: "Delförmåga",
              cell: ({ code, name: subName }) => (
                <>
                  <span className="code">{code}</span> {subName}
                </>
              ),
            },
            {
              key: "minimum",
              head: "Lägsta",
              number: true,
              cell: ({ own }) => <Level level={own?.minimum} kind="min" />,
            },
            {
              key: "ambition",
              head: "Ambition",
              number: true,
              cell: ({ own }) => <Level level={own?.ambition} kind="amb" />,
            },
            {
              key: "why",
              head: "Varför",
              label: "",
              cell: ({ own }) =>
                !own?.sources.length ? (
                  <span className="no-level">ingen lägstanivå</span>
                ) : (
                  own.sources.map(({ sequence, group, decidedOn, motive }) => (
                    <p key={`${sequence} ${group}`} className="source">
                      {motive && <span className="typed">{motive} </span>}
                      <small>
                        <Link to={`/lagstanivaer/${year}?beslut=${sequence}#beslut`} className="nowrap">
                          Beslut {sequence}
                        </Link>{" "}
                        för {groupText(group)}, <span className="nowrap">{dayText(decidedOn)}</span>
                      </small>
                    </p>
                  ))
                ),
            },
          ]}
        />
      ))}
    </section>
  );
}
