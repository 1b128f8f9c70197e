import { brokenText } from "#text/changes.ts";
import { groupHeading } from "#text/levels.ts";
import { levelsText, motiveText } from "#text/proposal.ts";
import { percentText } from "#text/results.ts";
import { FieldError } from "../field.tsx";
import { LevelBar } from "./level-bar.tsx";
import type { Line, Sub, TableShared } from "./proposal-rows.ts";

type LevelSelectProps = { line: Line; field: "minimum" | "ambition"; label: string; shared: TableShared };

export function LevelSelect({ line, field, label, shared }: LevelSelectProps) {
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

export function LastLevels({ line, sub, shared }: { line: Line; sub: Sub; shared: TableShared }) {
  return (
    <td className="now">
      {shared.lastYear !== null && (
        <>
          <span className="now-label">{shared.lastYear}: </span>
          {sub.lastBroken ? "ej jämförbart" : levelsText(line.lastYear)}
        </>
      )}
      {shared.hasDecided && <small className="under">gäller nu: {levelsText(line.baseline)}</small>}
    </td>
  );
}

export function Result({ line, sub, shared }: { line: Line; sub: Sub; shared: TableShared }) {
  const { last, lastBroken } = sub;
  if (line.group !== "all") return <td className="result" />;
  if (lastBroken && shared.lastYear !== null)
    return <td className="result quiet">{brokenText(shared.lastYear, lastBroken)}</td>;
  if (!last) return <td className="result quiet">Inget resultat</td>;
  return (
    <td className="result">
      <LevelBar {...last} levels={shared.scale} id={`rutor-${line.code.replace(":", "-")}`} apart={9} />
      <small className="under">
        {last.shareMeeting !== null && `${percentText(last.shareMeeting)} når · `}
        {last.answered} av {last.applicable} svar
      </small>
    </td>
  );
}

export function LineName({ line, sub }: { line: Line; sub: Sub }) {
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

export function Motive({ line, shared }: { line: Line; shared: TableShared }) {
  const name = `motive.${line.key}`;
  const error = shared.errors[name];
  // The decision's page leads here also those who only read.
  if (shared.readOnly)
    return (
      <td className="motive typed" id={name}>
        {motiveText(line)}
      </td>
    );
  return (
    <td className="motive">
      <label htmlFor={name}>
        Motivering<span className="sr-only"> för {line.key}</span>
      </label>
      <textarea
        className="ds-input"
        id={name}
        name={name}
        rows={2}
        defaultValue={shared.typed(name, line.motive)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      {error && <FieldError name={name}>{error}</FieldError>}
    </td>
  );
}
