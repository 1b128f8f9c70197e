import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Cell } from "#domain/gap.ts";
import type { Group } from "#domain/target.ts";
import { dayText } from "#text/dates.ts";
import { cellText, groupText } from "#text/results.ts";
import { LevelMark } from "./gap-cell.tsx";

type Source = {
  group: Group;
  sequence: number;
  decidedOn: string;
  reference: string;
  registryNumber: string | null;
  motive: string;
  /** What to see the difference against; null: nothing was decided before. */
  before: string | null;
};
type CellFactsProps = {
  view: {
    year: number;
    cell: Cell;
    levels: LevelAnchor[];
    proposed: number | null;
    minimumSource: Source | null;
    ambitionSource: Source | null;
  };
};

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Level({ level, levels }: { level: number; levels: LevelAnchor[] }) {
  const anchor = levels.find((candidate) => candidate.level === level);
  return (
    <>
      {level} {anchor?.name}
      {anchor && <small className="anchor">{anchor.anchor}</small>}
    </>
  );
}

type DecidedProps = {
  year: number;
  level: number | null;
  source: Source | null;
  none: string;
  /** A source that is told already. */
  told?: Source | null;
};

/** The level with its decision: when, where it stands, why, and what it changed. */
function Decided({ year, level, source, none, told }: DecidedProps) {
  if (level === null) return <>{none}</>;
  if (!source) return <>{level}</>;
  if (told && told.sequence === source.sequence && told.group === source.group) {
    return (
      <>
        {level} <small className="anchor">Samma beslut som lägstanivån.</small>
      </>
    );
  }
  return (
    <>
      {level}
      <small className="anchor">
        Beslut {source.sequence} den {dayText(source.decidedOn)} för {groupText(source.group)}: {source.reference}
        {source.registryNumber && `, diarienummer ${source.registryNumber}`}.{source.motive && ` ${source.motive}`}{" "}
        <span className="screen-only">
          <Link to={`/lagstanivaer/${year}?beslut=${source.sequence}`}>Hela beslutet</Link>
          {source.before && (
            <>
              {" · "}
              <Link to={`/lagstanivaer/${year}/skillnad?fran=${source.before}&till=${year}-${source.sequence}`}>
                Vad det ändrade
              </Link>
            </>
          )}
        </span>
      </small>
    </>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the cell says, and where its minimum and ambition come from. */
export function CellFacts({ view: { year, cell, levels, proposed, minimumSource, ambitionSource } }: CellFactsProps) {
  return (
    <>
      <p className="verdict">
        <LevelMark cell={cell} /> {capitalised(cellText(cell))}.
      </p>
      <dl className="facts-list">
        {cell.level !== null && (
          <Fact name="Nivå">
            <Level level={cell.level} levels={levels} />
          </Fact>
        )}
        {proposed !== null && (
          <Fact name="Föreslagen nivå">
            {proposed} {levels.find(({ level }) => level === proposed)?.name}
            {cell.level !== null && proposed !== cell.level && " (aktören har valt en annan)"}
          </Fact>
        )}
        <Fact name="Lägstanivå">
          <Decided year={year} level={cell.minimum} source={minimumSource} none="Ingen är beslutad" />
        </Fact>
        <Fact name="Ambitionsnivå">
          <Decided
            year={year}
            level={cell.ambition}
            source={ambitionSource}
            told={minimumSource}
            none="Ingen är beslutad"
          />
        </Fact>
      </dl>
    </>
  );
}
