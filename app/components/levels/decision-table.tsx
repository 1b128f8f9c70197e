import { Form, Link } from "@remix-run/react";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Group, Target } from "#domain/target.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { FieldError, TextareaField } from "../field.tsx";
import { DecisionFacts } from "./decision-facts.tsx";

type Row = { code: string; name: string; inForce: Target; ofAll: Target; prefill: Target };
type DecisionTableProps = {
  form: {
    year: number;
    sequence: number;
    group: Group;
    choices: LevelAnchor[];
    capabilities: { number: number; name: string; rows: Row[] }[];
  };
  groupName: string;
  /** What was typed in a field, or the fallback. */
  typed: (name: string, fallback: string) => string;
  errors: Record<string, string>;
};
type Shared = Pick<DecisionTableProps, "typed" | "errors"> & { choices: LevelAnchor[]; group: Group };

function inWords({ minimum, ambition }: Target): string {
  if (minimum === null && ambition === null) return "inga";
  return `${minimum ?? "–"} / ${ambition ?? "–"}`;
}

type LevelSelectProps = Shared & { row: Row; field: "minimum" | "ambition"; label: string };

function LevelSelect({ row, field, label, typed, errors, choices }: LevelSelectProps) {
  const name = `${field}.${row.code}`;
  const error = errors[name];
  return (
    <td className="choose">
      <label htmlFor={name}>
        {label}
        <span className="sr-only"> för {row.code}</span>
      </label>
      <select
        className="ds-input"
        id={name}
        name={name}
        defaultValue={typed(name, String(row.prefill[field] ?? ""))}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        <option value="">Ingen</option>
        {choices.map((choice) => (
          <option key={choice.level} value={choice.level}>
            {choice.level} {choice.name}
          </option>
        ))}
      </select>
      {error && <FieldError name={name}>{error}</FieldError>}
    </td>
  );
}

function DecisionRow({ row, ...shared }: Shared & { row: Row }) {
  return (
    <tr>
      <th scope="row">
        <span className="code">{row.code}</span> {row.name}
      </th>
      <td className="now">
        <span className="now-label">Gäller nu: </span>
        {inWords(row.inForce)}
        {shared.group !== "all" && <small className="under">alla: {inWords(row.ofAll)}</small>}
      </td>
      <LevelSelect {...shared} row={row} field="minimum" label="Lägstanivå" />
      <LevelSelect {...shared} row={row} field="ambition" label="Ambitionsnivå" />
    </tr>
  );
}

/** The decision: when, where it stands, and two levels per sub-capability. Only rows that are changed are stored. */
export function DecisionTable({ form, groupName, typed, errors }: DecisionTableProps) {
  const { year, sequence, group, choices, capabilities } = form;
  const shared = { typed, errors, choices, group };
  return (
    <Form method="post" action={`/lagstanivaer/${year}/beslut?grupp=${encodeURIComponent(group)}`}>
      <ErrorPanel errors={errors} title="Beslutet är inte registrerat" />
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="sequence" value={sequence} />
      <DecisionFacts typed={typed} errors={errors} />
      <table className="data decide">
        <caption>Nivåer för {groupName.toLowerCase()}. Bara rader som du ändrar kommer med i beslutet.</caption>
        <thead>
          <tr>
            <th scope="col">Delförmåga</th>
            <th scope="col">Gäller nu: lägsta / ambition</th>
            <th scope="col">Lägstanivå</th>
            <th scope="col">Ambitionsnivå</th>
          </tr>
        </thead>
        {capabilities.map(({ number, name, rows }) => (
          <tbody key={number}>
            <tr className="capability">
              <th scope="rowgroup" colSpan={4}>
                {number} {name}
              </th>
            </tr>
            {rows.map((row) => (
              <DecisionRow key={row.code} row={row} {...shared} />
            ))}
          </tbody>
        ))}
      </table>
      <div className="decision-facts">
        <TextareaField
          name="motive"
          label="Motivering"
          hint="Varför nivåerna ändras. Alla aktörer ser den."
          rows={3}
          value={typed("motive", "")}
          error={errors.motive}
        />
      </div>
      <div className="buttons">
        <button className="ds-button" type="submit">
          Registrera beslut {sequence + 1}
        </button>
        <Link to={`/lagstanivaer/${year}`}>Avbryt</Link>
      </div>
    </Form>
  );
}
