import type { Group, Target } from "#domain/target.ts";
import { groupHeading } from "#text/levels.ts";

type LevelInForce = Target & { sequence: number };
type Row = { code: string; name: string; byGroup: (LevelInForce | null)[] };
type LevelTableProps = {
  levels: {
    year: number;
    groups: Group[];
    capabilities: { number: number; name: string; rows: Row[] }[];
    own: { groups: Group[] } | null;
  };
};

const GROUP_COLUMNS = 3;

/** `undefined`: the group has no levels here, and the cell stays empty; null: it has just the other one. */
function Level({ level, kind, group }: { level: number | null | undefined; kind: "min" | "amb"; group: Group }) {
  const place = kind === "min" ? "num first" : "num";
  if (level === undefined) return <td className={place} />;
  return (
    <td className={place} data-group={groupHeading(group)} data-label={kind === "min" ? "Lägsta" : "Ambition"}>
      {level === null ? "–" : <b className={`level ${kind}`}>{level}</b>}
    </td>
  );
}

function GroupHead({ label, span, own }: { label: string; span: number; own: boolean }) {
  return (
    <th scope="colgroup" colSpan={span} className={own ? "group own" : "group"}>
      <span>{label}</span>
    </th>
  );
}

function Heads({ groups, own }: { groups: Group[]; own: { groups: Group[] } | null }) {
  return (
    <thead>
      <tr>
        <td className="corner" />
        {groups.map((group) => (
          <GroupHead
            key={group}
            label={groupHeading(group)}
            span={GROUP_COLUMNS}
            own={own?.groups.includes(group) ?? false}
          />
        ))}
      </tr>
      <tr>
        <th scope="col">Delförmåga</th>
        {groups.flatMap((group) => [
          <th key={`${group}-minimum`} scope="col" className="num first">
            Lägsta
          </th>,
          <th key={`${group}-ambition`} scope="col" className="num">
            Ambition
          </th>,
          <th key={`${group}-decision`} scope="col" className="num">
            Beslut
          </th>,
        ])}
      </tr>
    </thead>
  );
}

function LevelRow({ row, groups }: { row: Row; groups: Group[] }) {
  return (
    <tr>
      <th scope="row">
        <span className="code">{row.code}</span> {row.name}
      </th>
      {row.byGroup.every((level) => level === null) ? (
        <td className="no-level" colSpan={groups.length * GROUP_COLUMNS}>
          ingen lägstanivå
        </td>
      ) : (
        groups.flatMap((group, position) => {
          const level = row.byGroup[position];
          return [
            <Level key={`${group}-minimum`} level={level?.minimum} kind="min" group={group} />,
            <Level key={`${group}-ambition`} level={level?.ambition} kind="amb" group={group} />,
            <td key={`${group}-decision`} className="num decision" data-label="Beslut">
              {level ? <a href={`?beslut=${level.sequence}#beslut`}>{level.sequence}</a> : ""}
            </td>,
          ];
        })
      )}
    </tr>
  );
}

/** Every sub-capability with the levels in force per group, each with the decision it comes from. */
export function LevelTable({ levels }: LevelTableProps) {
  const { groups, capabilities, own } = levels;
  const columns = 1 + groups.length * GROUP_COLUMNS;
  return (
    <div className="table-wrap as-list">
      <table className="data levels">
        <caption className="sr-only">Nivåer som gäller {levels.year}, per delförmåga och grupp av aktörer</caption>
        <Heads groups={groups} own={own} />
        {capabilities.map(({ number, name, rows }) => (
          <tbody key={number}>
            <tr className="capability">
              <th scope="rowgroup" colSpan={columns}>
                {number} {name}
              </th>
            </tr>
            {rows.map((row) => (
              <LevelRow key={row.code} row={row} groups={groups} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
