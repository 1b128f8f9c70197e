import type { ReactNode } from "react";
import { FieldError, type Option } from "./field.tsx";

type ChoiceProps = {
  name: string;
  legend: ReactNode;
  options: Option[];
  hint?: ReactNode;
  error?: string;
  /** True for small frames in a row, false for one choice a line. */
  chips?: boolean;
};

function Choices({ type, chosen, ...props }: ChoiceProps & { type: "radio" | "checkbox"; chosen: readonly string[] }) {
  const { name, legend, options, hint, error, chips = false } = props;
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className="choices" aria-describedby={ids || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className={chips ? "chips" : "choice-list"}>
        {options.map((option, position) => (
          <label key={option.value}>
            <input
              type={type}
              name={name}
              value={option.value}
              id={position === 0 ? name : `${name}-${option.value}`}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError name={name}>{error}</FieldError>}
    </fieldset>
  );
}

/** One of several. An error link with the field's name lands on the first choice. */
export function RadioField({ value, ...props }: ChoiceProps & { value?: string | null }) {
  return <Choices {...props} type="radio" chosen={value ? [value] : []} />;
}

/** Any of several, sent as repeated values of one name. */
export function CheckboxesField({ values = [], ...props }: ChoiceProps & { values?: readonly string[] }) {
  return <Choices {...props} type="checkbox" chosen={values} />;
}
