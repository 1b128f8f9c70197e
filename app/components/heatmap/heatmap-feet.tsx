import type { ReactNode } from "react";
import type { HeatmapColumn, HeatmapFoot } from "#domain/heatmap.ts";
import type { HeatmapAim } from "#domain/heatmap-cell.ts";
import { bandNumbers, percentNumber } from "#text/results.ts";

type FootColumn = HeatmapColumn & { first: boolean };
type LevelFoot = Extract<HeatmapFoot, { of: "levels" }>;
type ChangeFoot = Extract<HeatmapFoot, { of: "changes" }>;

const barWidth = 14;
const tallestBar = 32;

/** A number of actors, as a bar whose height compares with the other columns'. */
function Bar({ count, most, rising = false }: { count: number; most: number; rising?: boolean }) {
  const height = most === 0 ? 0 : Math.round((count / most) * tallestBar);
  return (
    <svg
      className={rising ? "bar rising" : "bar"}
      width={barWidth}
      height={height}
      viewBox={`0 0 ${barWidth} ${height}`}
      aria-hidden="true"
    >
      <rect width={barWidth} height={height} rx="2" />
    </svg>
  );
}

type FootProps = {
  columns: FootColumn[];
  head: string;
  className?: string;
  value: (foot: HeatmapFoot) => ReactNode;
};

function Foot({ columns, head, className, value }: FootProps) {
  return (
    <tr className={className}>
      <th scope="row">{head}</th>
      {columns.map(({ code, foot, first }) => (
        <td key={code} className={first ? "num first" : "num"}>
          {value(foot)}
        </td>
      ))}
      <td className="end" />
    </tr>
  );
}

/** The row takes the feet of its own kind only; all of a table are of one. */
const ofLevels = (value: (foot: LevelFoot) => ReactNode) => (foot: HeatmapFoot) =>
  foot.of === "levels" ? value(foot) : null;
const ofChanges = (value: (foot: ChangeFoot) => ReactNode) => (foot: HeatmapFoot) =>
  foot.of === "changes" ? value(foot) : null;

function LevelFeet({ columns, wanted }: { columns: FootColumn[]; wanted: string }) {
  const most = Math.max(0, ...columns.map(({ foot }) => (foot.of === "levels" ? foot.belowMinimum : 0)));
  return (
    <>
      <Foot
        columns={columns}
        head={`Når ${wanted}, %`}
        value={ofLevels((foot) => <b>{percentNumber(foot.shareMeeting)}</b>)}
      />
      <Foot columns={columns} head="om allt okänt räknas in" className="band" value={ofLevels(bandNumbers)} />
      <Foot
        columns={columns}
        head="svar av berörda"
        className="band"
        value={ofLevels((foot) => `${foot.answered}/${foot.applicable}`)}
      />
      <Foot
        columns={columns}
        head="Aktörer under"
        className="bars"
        value={ofLevels((foot) => (
          <>
            <Bar count={foot.belowMinimum} most={most} />
            {foot.belowMinimum}
          </>
        ))}
      />
    </>
  );
}

function ChangeFeet({ columns }: { columns: FootColumn[] }) {
  const counts = columns.flatMap(({ foot }) => (foot.of === "changes" ? [foot.up, foot.down] : []));
  const most = Math.max(0, ...counts);
  // Where the line is broken there is nothing to count.
  const counted = (value: (foot: ChangeFoot) => ReactNode) =>
    ofChanges((foot) => (foot.not_comparable > 0 ? "–" : value(foot)));
  const bar = (which: "up" | "down") =>
    counted((foot) => (
      <>
        <Bar count={foot[which]} most={most} rising={which === "up"} />
        {foot[which]}
      </>
    ));
  return (
    <>
      <Foot columns={columns} head="Höjda" className="bars" value={bar("up")} />
      <Foot columns={columns} head="Sänkta" className="bars" value={bar("down")} />
      <Foot columns={columns} head="oförändrade" className="band" value={counted((foot) => foot.same)} />
      <Foot columns={columns} head="nivå saknas ett år" className="band" value={counted((foot) => foot.no_level)} />
    </>
  );
}

type HeatmapFeetProps = { columns: FootColumn[]; aim: HeatmapAim; over: string; subHref: (code: string) => string };

/** What stands under each column, and whom it is over: shares with their band and what they rest on, or counts of changes. */
export function HeatmapFeet({ columns, aim, over, subHref }: HeatmapFeetProps) {
  return (
    <tfoot>
      <tr className="over">
        <th scope="rowgroup" colSpan={columns.length + 2}>
          <div>Sammanlagt över {over}</div>
        </th>
      </tr>
      {aim.by === "change" ? (
        <ChangeFeet columns={columns} />
      ) : (
        <LevelFeet columns={columns} wanted={aim.by === "minimum" ? "lägstanivån" : "ambitionsnivån"} />
      )}
      <tr className="about">
        <th scope="row">Om delförmågan</th>
        {columns.map(({ code, name, first }) => (
          <td key={code} className={first ? "first" : undefined}>
            <a href={subHref(code)} aria-label={`Mer om ${code} ${name}`}>
              mer
            </a>
          </td>
        ))}
        <td className="end" />
      </tr>
    </tfoot>
  );
}
