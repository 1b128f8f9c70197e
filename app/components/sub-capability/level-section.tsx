import { levelBars } from "#charts/level-bars.ts";
import type { LevelsRow } from "#domain/category-levels.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { categoryName, percentText } from "#text/results.ts";
import { levelsText } from "#text/sub-capability.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { type Column, DataTable } from "../data-table.tsx";

type LevelSectionProps = {
  rows: LevelsRow[];
  scale: LevelAnchor[];
  /** What and which year, as the picture's title; whose numbers, under it. */
  title: string;
  source: string;
  fileName: string;
};

function columnsFor(scale: LevelAnchor[]): Column<LevelsRow>[] {
  return [
    {
      key: "category",
      head: "Kategori",
      cell: ({ category }) => (category === null ? <b>Hela regionen</b> : categoryName(category)),
    },
    ...scale.map(
      ({ level, name }, at): Column<LevelsRow> => ({
        key: `level-${level}`,
        head: <span title={name}>Nivå {level}</span>,
        label: `Nivå ${level}:`,
        number: true,
        cell: ({ distribution }) => distribution[at],
      }),
    ),
    { key: "unknown", head: "Kan inte bedömas", number: true, cell: ({ unknown }) => unknown },
    { key: "missing", head: "Svar saknas", number: true, cell: ({ missing }) => missing },
    { key: "share", head: "Når lägstanivån", number: true, cell: ({ shareMeeting }) => percentText(shareMeeting) },
    { key: "coverage", head: "Svar", number: true, cell: ({ answered, applicable }) => `${answered} av ${applicable}` },
  ];
}

/** The levels per category: bars where there is script, and always the table. Nothing is drawn of what nobody has answered. */
export function LevelSection({ rows, scale, title, source, fileName }: LevelSectionProps) {
  const isDrawn = rows.some(({ answered }) => answered > 0);
  return (
    <section>
      <h2>Nivåerna per kategori</h2>
      <ChartFigure
        chart={isDrawn ? () => levelBars({ rows, scale }) : null}
        says={levelsText(rows, scale)}
        shape="bars"
        picture={{ title, source, fileName }}
      >
        <DataTable
          asList
          caption="Antal aktörer per nivå"
          rows={rows}
          rowKey={({ category }) => category ?? "all"}
          columns={columnsFor(scale)}
        />
      </ChartFigure>
    </section>
  );
}
