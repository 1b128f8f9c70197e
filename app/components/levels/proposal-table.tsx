import type { GroupConsequence } from "#domain/consequences.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { LevelWarning } from "#domain/level-check.ts";
import type { LevelChange } from "#domain/proposal.ts";
import type { Group, Target } from "#domain/target.ts";
import { groupHeading, warningText } from "#text/levels.ts";
import { changeNames, levelsText } from "#text/proposal.ts";
import { percentText } from "#text/results.ts";
import { FieldError } from "../field.tsx";
import type { ShownActor } from "./below-names.tsx";
import { LevelBar } from "./level-bar.tsx";
import { LineEffect } from "./line-effect.tsx";

export type Line = Target & {
  key: string;
  code: string;
  group: Group;
  motive: string;
  baseline: Target;
  lastYear: Target;
  change: LevelChange;
  tried: GroupConsequence | null;
};
export type LastResult = {
  distribution: number[];
  unknown: number;
  missing: number;
  answered: number;
  applicable: number;
  shareMeeting: number | null;
};
export type Sub = { code: string; name: string; last: LastResult | null; lines: Line[] };
export type TableShared = {
  choices: LevelAnchor[];
  scale: LevelAnchor[];
  actors: ShownActor[];
  warnings: LevelWarning[];
  lastYear: number | null;
  hasDecided: boolean;
  typed: (name: string, fallback: string) => string;
  isChosen: (key: string) => boolean;
  errors: Record<string, string>;
  readOnly: boolean;
};

type LevelSelectProps = { line: Line; field: "minimum" | "ambition"; label: string; shared: TableShared };

function LevelSelect({ line, field, label, shared }: LevelSelectProps) {
  const name = `${field}.${line.key}`;
  const error = shared.errors[name];
  if (shared.readOnly) {
    const level = line[field];
    const anchor = shared.scale.find((one) => one.level === level);
    return (
      <td>
        <span className="now-label">{label}: </span>
        {level === null ? "–" : `${level} ${anchor?.name ?? ""}`}
      </td>
    );
  }
  return (
    <td className="choose">
      <label htmlFor={name}>
        {label}
        <span className="sr-only">
          {" "}
          för {line.code}, {groupHeading(line.group).toLowerCase()}
        </span>
      </label>
      <select
        className="ds-input"
        id={name}
        name={name}
        defaultValue={shared.typed(name, String(line[field] ?? ""))}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        <option value="">–</option>
        {shared.choices.map((choice) => (
          <option key={choice.level} value={choice.level}>
            {choice.level} {choice.name}
          </option>
        ))}
      </select>
      {error && <FieldError name={name}>{error}</FieldError>}
    </td>
  );
}

function LastLevels({ line, shared }: { line: Line; shared: TableShared }) {
  return (
    <td className="now">
      {shared.lastYear !== null && (
        <>
          <span className="now-label">{shared.lastYear}: </span>
          {levelsText(line.lastYear)}
        </>
      )}
      {shared.hasDecided && <small className="under">gäller nu: {levelsText(line.baseline)}</small>}
    </td>
  );
}

function Result({ line, last, shared }: { line: Line; last: LastResult | null; shared: TableShared }) {
  if (line.group !== "all") return <td className="result" />;
  if (!last) return <td className="result quiet">Inget resultat</td>;
  return (
    <td className="result">
      <LevelBar {...last} levels={shared.scale} id={`rutor-${line.code.replace(":", "-")}`} />
      <small className="under">
        {percentText(last.shareMeeting)} når · {last.answered} av {last.applicable} svar
      </small>
    </td>
  );
}

function LineName({ line, sub }: { line: Line; sub: Sub }) {
  if (line.group === "all")
    return (
      <span>
        <span className="code">{line.code}</span> {sub.name}
      </span>
    );
  return (
    <span>
      <span className="sr-only">{line.code} </span>
      <span className="for-group">{groupHeading(line.group)}</span>
    </span>
  );
}

function Motive({ line, shared }: { line: Line; shared: TableShared }) {
  const name = `motive.${line.key}`;
  if (shared.readOnly) return <td className="motive typed">{line.motive}</td>;
  return (
    <td className="motive">
      <label htmlFor={name}>
        Motivering<span className="sr-only"> för {line.key}</span>
      </label>
      <textarea className="ds-input" id={name} name={name} rows={2} defaultValue={shared.typed(name, line.motive)} />
    </td>
  );
}

function ProposalLine({ line, sub, shared }: { line: Line; sub: Sub; shared: TableShared }) {
  const warnings = shared.warnings.filter(
    (warning) => warning.group === line.group && (warning.kind === "no_actors" || warning.code === line.code),
  );
  return (
    <tr className={line.change === "same" ? undefined : "changed"}>
      <th scope="row">
        {shared.readOnly ? (
          <LineName line={line} sub={sub} />
        ) : (
          <label className="pick">
            <input type="checkbox" name="chosen" value={line.key} defaultChecked={shared.isChosen(line.key)} />
            <LineName line={line} sub={sub} />
          </label>
        )}
        {line.change !== "same" && <span className={`tag change ${line.change}`}>{changeNames[line.change]}</span>}
        {warnings.map((warning) => (
          <small key={warning.kind} className="warned">
            {warningText(warning)}
          </small>
        ))}
      </th>
      <LastLevels line={line} shared={shared} />
      <Result line={line} last={sub.last} shared={shared} />
      <LevelSelect line={line} field="minimum" label="Lägstanivå" shared={shared} />
      <LevelSelect line={line} field="ambition" label="Ambitionsnivå" shared={shared} />
      <td className="effect">
        <LineEffect minimum={line.minimum} tried={line.tried} actors={shared.actors} />
      </td>
      <Motive line={line} shared={shared} />
    </tr>
  );
}

type ProposalTableProps = {
  capabilities: { number: number; name: string; subs: Sub[] }[];
  year: number;
  shared: TableShared;
};

const columns = 7;

/** Every sub-capability and group: what was, what it gave, what is proposed, what that means, and why. */
export function ProposalTable({ capabilities, year, shared }: ProposalTableProps) {
  return (
    <table className="data decide proposal">
      <caption className="sr-only">Förslag till nivåer {year}, per delförmåga och grupp</caption>
      <thead>
        <tr>
          <th scope="col">Delförmåga</th>
          <th scope="col">
            {shared.lastYear === null ? "Tidigare" : `Nivåer ${shared.lastYear}`}
            <small className="under">lägsta / ambition</small>
          </th>
          <th scope="col">
            {shared.lastYear === null ? "Resultat" : `Regionen ${shared.lastYear}`}
            <small className="under">antal aktörer per nivå</small>
          </th>
          <th scope="col">Lägstanivå</th>
          <th scope="col">Ambitionsnivå</th>
          <th scope="col">Vad det betyder</th>
          <th scope="col">Motivering</th>
        </tr>
      </thead>
      {capabilities.map(({ number, name, subs }) => (
        <tbody key={number}>
          <tr className="capability">
            <th scope="rowgroup" colSpan={columns}>
              {number} {name}
            </th>
          </tr>
          {subs.flatMap((sub) =>
            sub.lines.map((line) => <ProposalLine key={line.key} line={line} sub={sub} shared={shared} />),
          )}
        </tbody>
      ))}
    </table>
  );
}
