import { Form } from "@remix-run/react";
import type { AnswerPart } from "#domain/answer-part.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { momentText } from "#text/dates.ts";
import { changesText, partLabel, partText } from "#text/workbook.ts";

type Change = { key: string; sheet: string; cell: string; from: AnswerPart; to: AnswerPart };
type Answer = {
  code: string;
  name: string;
  indicatorIds: string[];
  revision: number;
  changes: Change[];
  stale: { savedAt: string; savedByName: string | null } | null;
};
type Problem = { sheet: string; cell: string; what: string; why: string };
export type PreviewProps = {
  proposal: { id: string; fileName: string; answers: Answer[]; problems: Problem[] };
  levels: LevelAnchor[];
};

function Version({ part, levels }: { part: AnswerPart; levels: LevelAnchor[] }) {
  const text = partText(part, levels);
  return text === "" ? <span className="none">inget</span> : text;
}

/** What could not be read, each with its place in the workbook. */
function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <section className="workbook-problems" aria-labelledby="gick-inte">
      <h2 id="gick-inte">Gick inte att läsa ({problems.length})</h2>
      <p>De här cellerna lämnas som de är. Rätta i arbetsboken och ladda upp den igen, eller skriv in svaren här.</p>
      <ul>
        {problems.map(({ sheet, cell, what, why }) => (
          <li key={`${sheet} ${cell} ${why}`}>
            <b>
              {sheet}, {cell}
            </b>
            {what && <> ”{what}”</>}: {why}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One sub-capability's changes, from and to, each with a tick. Where others saved meanwhile, nothing is ticked. */
function ProposedAnswer({ answer, levels }: { answer: Answer; levels: LevelAnchor[] }) {
  const { code, name, indicatorIds, revision, changes, stale } = answer;
  const positions = Object.fromEntries(indicatorIds.map((id, index) => [id, index + 1]));
  return (
    <section className={stale ? "proposed is-stale" : "proposed"} aria-labelledby={`andrat-${code}`}>
      <h3 id={`andrat-${code}`}>
        <span className="codeh">{code}</span> {name}
      </h3>
      {stale && (
        <p>
          {stale.savedByName ?? "Någon"} sparade ett nytt svar {momentText(stale.savedAt)}, efter att arbetsboken
          laddades ner. Jämför, och kryssa för det som ska ersättas.
        </p>
      )}
      <input type="hidden" name={`revision.${code}`} value={revision} />
      <table className="data">
        <thead>
          <tr>
            <th scope="col">Spara</th>
            <th scope="col">Sparat nu</th>
            <th scope="col">I arbetsboken</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ key, sheet, cell, from, to }) => (
            <tr key={key}>
              <th scope="row">
                <label>
                  <input type="checkbox" name={`take.${code}`} value={key} defaultChecked={!stale} />
                  <span>
                    {partLabel(to, positions)}
                    <small>
                      {sheet}, {cell}
                    </small>
                  </span>
                </label>
              </th>
              <td data-label="Sparat nu">
                <Version part={from} levels={levels} />
              </td>
              <td data-label="I arbetsboken">
                <Version part={to} levels={levels} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What an uploaded workbook would change, to choose from before anything is saved. Works as a plain form. */
export function WorkbookPreview({ proposal, levels }: PreviewProps) {
  const { id, answers, problems } = proposal;
  const count = answers.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <div className="workbook-preview">
      <Problems problems={problems} />
      <Form method="post" key={id}>
        <input type="hidden" name="import" value={id} />
        {count > 0 && <h2>Ändringar ({count})</h2>}
        {count === 0 && <p>Inget i arbetsboken skiljer sig från det som är sparat.</p>}
        {answers.map((answer) => (
          <ProposedAnswer key={answer.code} answer={answer} levels={levels} />
        ))}
        <div className="buttons">
          {count > 0 && (
            <button className="ds-button" type="submit" name="intent" value="take">
              Spara det som är ikryssat
            </button>
          )}
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="discard">
            {count > 0 ? "Spara inget av det" : "Klar"}
          </button>
          {count > 0 && <span className="hint">{changesText(count)} att välja bland. Inget är sparat än.</span>}
        </div>
      </Form>
    </div>
  );
}
