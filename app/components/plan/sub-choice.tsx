import { FieldError } from "../field.tsx";

export type ChoosableCapability = { number: number; name: string; subs: { code: string; name: string }[] };
type Props = {
  capabilities: ChoosableCapability[];
  levels: { level: number; name: string }[];
  chosen: string[];
  text: (name: string) => string;
  errors: Record<string, string>;
};

function Effect({ code, levels, text, errors }: Omit<Props, "capabilities" | "chosen"> & { code: string }) {
  const [level, actors] = [`level.${code}`, `actors.${code}`];
  return (
    <div className="sub-effect">
      <label htmlFor={level}>Väntas nå</label>
      <select
        className="ds-input"
        id={level}
        name={level}
        defaultValue={text(level)}
        aria-invalid={errors[level] ? true : undefined}
        aria-describedby={errors[level] ? `${level}-error` : undefined}
      >
        <option value="">inte angivet</option>
        <option value="min">sin lägstanivå</option>
        {levels.map((each) => (
          <option key={each.level} value={each.level}>
            minst nivå {each.level}
          </option>
        ))}
      </select>
      <label htmlFor={actors}>hos antal aktörer</label>
      <input
        className="ds-input"
        id={actors}
        name={actors}
        inputMode="numeric"
        defaultValue={text(actors)}
        aria-invalid={errors[actors] ? true : undefined}
        aria-describedby={errors[actors] ? `${actors}-error` : undefined}
      />
      {errors[level] && <FieldError name={level}>{errors[level]}</FieldError>}
      {errors[actors] && <FieldError name={actors}>{errors[actors]}</FieldError>}
    </div>
  );
}

/** Which sub-capabilities an activity is for, and for each the effect that is expected; folded where none is chosen. */
export function SubChoice({ capabilities, chosen, ...effect }: Props) {
  const isUsed = (code: string) =>
    chosen.includes(code) || effect.text(`level.${code}`) !== "" || effect.text(`actors.${code}`) !== "";
  return (
    <fieldset className="choices sub-choice" id="sub">
      <legend>Vilka delförmågor ska stärkas, och vad ska det leda till?</legend>
      {capabilities.map(({ number, name, subs }) => {
        const count = subs.filter(({ code }) => isUsed(code)).length;
        return (
          <details key={number} open={count > 0}>
            <summary>
              {number} {name}
              {count > 0 && ` (${count} vald${count === 1 ? "" : "a"})`}
            </summary>
            {subs.map((sub) => (
              <div key={sub.code} className="sub-row">
                <label className="sub-name">
                  <input type="checkbox" name="sub" value={sub.code} defaultChecked={isUsed(sub.code)} />
                  <span>
                    <span className="code">{sub.code}</span> {sub.name}
                  </span>
                </label>
                <Effect code={sub.code} {...effect} />
              </div>
            ))}
          </details>
        );
      })}
      {effect.errors.sub && <FieldError name="sub">{effect.errors.sub}</FieldError>}
    </fieldset>
  );
}
