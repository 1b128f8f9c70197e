import type { Difference } from "./answer-differences.ts";

type StalePanelProps = {
  differences: Difference[];
  /** Who saved the other version and when: `Anna Ek 14:05`. */
  savedBy: string;
  path: string;
  /** What was typed is let go. */
  onKeepSaved: () => void;
};

function Version({ text }: { text: string }) {
  return text === "" ? <span className="none">inget</span> : text;
}

/** Two versions of an answer side by side, where they differ, and the choice between them. Its button sends the form below it. */
export function StalePanel({ differences, savedBy, path, onKeepSaved }: StalePanelProps) {
  return (
    <section className="stale" role="alert" aria-labelledby="stale-rubrik">
      <h2 id="stale-rubrik">Det här svaret har sparats någon annanstans</h2>
      <p>Ingenting av det du skrev är sparat än. Här är det som skiljer. Du kan också ändra i formuläret nedanför.</p>
      <div className="table-wrap">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Fält</th>
              <th scope="col">Det du skrev</th>
              <th scope="col">Sparat av {savedBy}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label="Det du skrev">
                  <Version text={mine} />
                </td>
                <td data-label={`Sparat av ${savedBy}`}>
                  <Version text={theirs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        <button className="ds-button" type="submit" name="intent" value="save" form="answer-form">
          Spara det jag skrev
        </button>
        {/* A plain link: the saved version is fetched anew, and what was typed is let go. */}
        <a className="ds-button" data-variant="secondary" href={path} onClick={onKeepSaved}>
          Behåll det som är sparat
        </a>
      </div>
    </section>
  );
}
