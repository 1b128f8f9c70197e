import type { ReactNode } from "react";
import type { HeatmapColumn } from "#domain/heatmap.ts";
import type { Summary } from "#domain/summary.ts";
import { bandNumbers, percentNumber } from "#text/results.ts";

export type FootColumn = HeatmapColumn & { first: boolean };

const barWidth = 14;
const tallestBar = 32;

/** The number of actors below, as a bar whose height compares with the other columns'. */
function Bar({ count, most }: { count: number; most: number }) {
  const height = most === 0 ? 0 : Math.round((count / most) * tallestBar);
  return (
    <svg className="bar" width={barWidth} height={height} viewBox={`0 0 ${barWidth} ${height}`} aria-hidden="true">
      <rect width={barWidth} height={height} rx="2" />
    </svg>
  );
}

type FootProps = {
  columns: FootColumn[];
  head: string;
  className?: string;
  value: (foot: Summary) => ReactNode;
};

function Foot({ columns, head, className, value }: FootProps) {
  return (
    <tr className={className}>
      <th scope="row">{head}</th>
      {columns.map(({ code, foot, first }) => (
        <td key={code} className={first ? "num first" : "num"}>
          {foot ? value(foot) : "–"}
        </td>
      ))}
      <td className="end" />
    </tr>
  );
}

/** What stands under each column: the share that meets its minimum, the band, what it rests on, and how many are below. */
export function HeatmapFeet({ columns }: { columns: FootColumn[] }) {
  const most = Math.max(0, ...columns.map(({ foot }) => foot?.belowMinimum ?? 0));
  return (
    <tfoot>
      <Foot columns={columns} head="Når lägstanivån, %" value={(foot) => <b>{percentNumber(foot.shareMeeting)}</b>} />
      <Foot columns={columns} head="om allt okänt räknas in" className="band" value={bandNumbers} />
      <Foot
        columns={columns}
        head="svar av berörda"
        className="band"
        value={(foot) => `${foot.answered}/${foot.applicable}`}
      />
      <Foot
        columns={columns}
        head="Aktörer under"
        className="bars"
        value={(foot) => (
          <>
            <Bar count={foot.belowMinimum} most={most} />
            {foot.belowMinimum}
          </>
        )}
      />
    </tfoot>
  );
}
