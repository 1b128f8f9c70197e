import { brokenText } from "#text/changes.ts";
import { warningText } from "#text/levels.ts";
import { changeNames } from "#text/proposal.ts";
import { LineEffect } from "./line-effect.tsx";
import { LastLevels, LevelSelect, LineName, Motive, Result } from "./proposal-cells.tsx";
import type { Line, Sub, TableShared } from "./proposal-rows.ts";

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
      <LastLevels line={line} sub={sub} shared={shared} />
      <Result line={line} sub={sub} shared={shared} />
      <LevelSelect line={line} field="minimum" label="Lägstanivå" shared={shared} />
      <LevelSelect line={line} field="ambition" label="Ambitionsnivå" shared={shared} />
      <td className="effect">
        <LineEffect
          minimum={line.minimum}
          tried={line.tried}
          actors={shared.actors}
          broken={sub.basisBroken && shared.basisYear !== null ? brokenText(shared.basisYear, sub.basisBroken) : null}
        />
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
