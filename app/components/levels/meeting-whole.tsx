import { Link } from "@remix-run/react";
import type { Consequences } from "#domain/consequences.ts";
import { groupHeading } from "#text/levels.ts";
import { changeNames, countedText, effectText, levelsText, motiveText } from "#text/proposal.ts";
import { percentText } from "#text/results.ts";
import { ConsequenceFacts } from "./consequence-facts.tsx";
import type { Line, Sub } from "./proposal-rows.ts";

type View = {
  year: number;
  baselineYear: number | null;
  lastYear: number | null;
  capabilities: { number: number; name: string; subs: Sub[] }[];
  consequences: Consequences | null;
  basis: { year: number; submitted: number; actors: number; broken: string[] } | null;
};

const columns = 6;
const effectHead = "Med de svar som finns";

const beforeText = (year: number | null) => (year === null ? "Tidigare" : `Gäller ${year}`);
const reachedText = (year: number | null) => (year === null ? "Når" : `Når ${year}`);

type WholeRowProps = { line: Line; sub: Sub; view: Pick<View, "year" | "baselineYear" | "lastYear"> };

function WholeRow({ line, sub, view: { year, baselineYear, lastYear } }: WholeRowProps) {
  return (
    <tr className={line.change === "same" ? undefined : "changed"}>
      <th scope="row">
        {line.group === "all" ? (
          <Link to={`/lagstanivaer/${year}/mote?del=${line.code}`}>
            <span className="code">{line.code} </span>
            {sub.name}
          </Link>
        ) : (
          <span className="for-group">
            <span className="sr-only">{line.code} </span>
            {groupHeading(line.group)}
          </span>
        )}
      </th>
      <td data-label={beforeText(baselineYear)}>{levelsText(line.baseline)}</td>
      <td className="num" data-label={reachedText(lastYear)}>
        {line.group === "all" && (sub.lastBroken ? "ej jämförbart" : percentText(sub.last?.shareMeeting ?? null))}
      </td>
      <td data-label="Förslag">
        <b>{levelsText(line)}</b>{" "}
        {line.change !== "same" && <span className={`tag change ${line.change}`}>{changeNames[line.change]}</span>}
      </td>
      <td data-label={effectHead}>{effectText(line, sub.basisBroken !== null)}</td>
      <td className="typed">{motiveText(line)}</td>
    </tr>
  );
}

/** The whole proposal on one page: what it means, then every row. Printed, it is the document for the meeting. */
export function MeetingWhole({ view }: { view: View }) {
  const { baselineYear, lastYear, capabilities, consequences, basis } = view;
  const counted = countedText(capabilities);
  return (
    <>
      <ConsequenceFacts consequences={consequences} basis={basis} />
      {basis && counted && <p className="note">{counted}</p>}
      <div className="table-wrap as-list">
        <table className="data meeting-table">
          <caption className="sr-only">Alla rader i förslaget</caption>
          <thead>
            <tr>
              <th scope="col">Delförmåga</th>
              <th scope="col">{beforeText(baselineYear)}</th>
              <th scope="col" className="num">
                {reachedText(lastYear)}
              </th>
              <th scope="col">Förslag: lägsta / ambition</th>
              <th scope="col">{effectHead}</th>
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
                sub.lines.map((line) => <WholeRow key={line.key} line={line} sub={sub} view={view} />),
              )}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}
