import type { Heatmap as HeatmapData, HeatmapGroup } from "#domain/heatmap.ts";
import { categoryName } from "#text/results.ts";
import { GapCell } from "./gap-cell.tsx";
import { type FootColumn, HeatmapFeet } from "./heatmap-feet.tsx";

/** So few columns do not make room for a long word above them. */
const FEW_COLUMNS = 3;

type HeatmapProps = {
  heatmap: HeatmapData;
  caption: string;
  /** What the rows are where they are not grouped: "Alla, efter namn". */
  listed: string;
  actorHref: (actor: string) => string;
  cellHref: (actor: string, code: string) => string;
  /** Where a column's head leads: the rows ordered by it. */
  codeHref: (code: string) => string;
};

function Heads({ heatmap, codeHref }: Pick<HeatmapProps, "heatmap" | "codeHref">) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="corner">
          Aktör
        </th>
        {heatmap.bands.map(({ number, name, columns }) => (
          <th key={number} scope="colgroup" colSpan={columns.length} className="cap first">
            <span title={`${number} ${name}`}>
              {number} {name}
            </span>
          </th>
        ))}
        <th scope="col" rowSpan={2} className="corner end">
          Under
        </th>
      </tr>
      <tr>
        {heatmap.bands.flatMap(({ columns }) =>
          columns.map(({ code, name }, index) => (
            <th
              key={code}
              scope="col"
              className={["col-code", index === 0 && "first", columns.length <= FEW_COLUMNS && "few"]
                .filter(Boolean)
                .join(" ")}
            >
              <a href={codeHref(code)} title={name}>
                {code}
                <span className="sr-only"> {name}</span>
              </a>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Group({
  group,
  columns,
  listed,
  actorHref,
  cellHref,
}: Pick<HeatmapProps, "listed" | "actorHref" | "cellHref"> & { group: HeatmapGroup; columns: FootColumn[] }) {
  const heading = group.category === null ? listed : categoryName(group.category);
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={columns.length + 2}>
          {heading} <span>{group.rows.length}</span>
        </th>
      </tr>
      {group.rows.map(({ actor, below, cells }) => (
        <tr key={actor.id}>
          <th scope="row">
            <a href={actorHref(actor.id)}>{actor.shortName}</a>
          </th>
          {cells.map((cell, index) => (
            <GapCell
              key={cell.code}
              cell={cell}
              about={`${actor.shortName}, ${cell.code}`}
              href={cellHref(actor.id, cell.code)}
              first={columns[index]?.first ?? false}
            />
          ))}
          <td className="end">{below ?? "–"}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** Actors × sub-capabilities: each cell its level and gap, each column its summary. Links are plain: it needs no script. */
export function Heatmap({ heatmap, caption, listed, actorHref, cellHref, codeHref }: HeatmapProps) {
  const columns = heatmap.bands.flatMap((band) =>
    band.columns.map((column, index) => ({ ...column, first: index === 0 })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it where the screen is narrow
    <section className="heatwrap" aria-label="Värmekarta" tabIndex={0}>
      <table className="heat">
        <caption className="sr-only">{caption}</caption>
        <Heads heatmap={heatmap} codeHref={codeHref} />
        {heatmap.groups.map((group) => (
          <Group
            key={group.category}
            group={group}
            columns={columns}
            listed={listed}
            actorHref={actorHref}
            cellHref={cellHref}
          />
        ))}
        <HeatmapFeet columns={columns} />
      </table>
    </section>
  );
}
