type ProposalToolsProps = { lastYear: number | null; isAsking: boolean };

const steps = [
  { intent: "raise_minimum", label: "Höj lägstanivån" },
  { intent: "lower_minimum", label: "Sänk lägstanivån" },
  { intent: "raise_ambition", label: "Höj ambitionsnivån" },
  { intent: "lower_ambition", label: "Sänk ambitionsnivån" },
];

/** Save, try, and steps for many rows at once. The first button is the one that Enter presses: it only saves. */
export function ProposalTools({ lastYear, isAsking }: ProposalToolsProps) {
  return (
    <div className="proposal-tools">
      <div className="buttons">
        <button className="ds-button small" type="submit" name="intent" value="save">
          Spara förslaget
        </button>
        <button className="ds-button small" data-variant="secondary" type="submit" name="intent" value="preview">
          Visa vad det betyder
        </button>
        <span className="note" role="status">
          {isAsking && "Räknar …"}
        </span>
      </div>
      <fieldset>
        <legend>De rader som du har kryssat i, ett steg. Utan kryss gäller det alla rader.</legend>
        <div className="buttons">
          {steps.map(({ intent, label }) => (
            <button
              key={intent}
              className="ds-button small"
              data-variant="secondary"
              type="submit"
              name="intent"
              value={intent}
            >
              {label}
            </button>
          ))}
          {lastYear !== null && (
            <button className="ds-button small" data-variant="secondary" type="submit" name="intent" value="copy">
              Ta nivåerna {lastYear}
            </button>
          )}
        </div>
      </fieldset>
    </div>
  );
}
