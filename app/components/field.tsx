import type { ReactNode } from "react";

type Common = {
  /** The form field's name, and the id that error links point to. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
};

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

function describedBy({ name, hint, error }: Common): string | undefined {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${name}-hint`}>
      {children}
    </p>
  );
}

/** The sentence beside a field that is wrong. */
export function FieldError({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="ds-validation-message" id={`${name}-error`}>
      {children}
    </p>
  );
}

function Frame({ children, ...field }: Common & { children: ReactNode }) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={field.name}>
        {field.label}
      </label>
      {field.hint && <Hint name={field.name}>{field.hint}</Hint>}
      {children}
      {field.error && <FieldError name={field.name}>{field.error}</FieldError>}
    </div>
  );
}

function control(field: Common) {
  return {
    id: field.name,
    name: field.name,
    className: "ds-input",
    "aria-describedby": describedBy(field),
    "aria-invalid": field.error ? true : undefined,
  };
}

type TextProps = Common & {
  type?: "text" | "email" | "password" | "date" | "number" | "search";
  value?: string;
  autoComplete?: string;
  /** Narrow inputs for numbers and dates. */
  short?: boolean;
  required?: boolean;
};

/** One line of text, a date, a number, an address or a password, with label, hint and error. */
export function TextField({ type = "text", value, autoComplete, short, required, ...field }: TextProps) {
  return (
    <Frame {...field}>
      <input
        {...control(field)}
        className={short ? "ds-input short" : "ds-input"}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        aria-required={required}
      />
    </Frame>
  );
}

/** Text of several lines. The limit is checked by the server, so that nothing typed is lost. */
export function TextareaField({ value, rows = 4, ...field }: Common & { value?: string; rows?: number }) {
  return (
    <Frame {...field}>
      <textarea {...control(field)} rows={rows} defaultValue={value} />
    </Frame>
  );
}

/** A choice from a list. Give an option with the value "" where nothing may be chosen. */
export function SelectField({ value, options, ...field }: Common & { value?: string; options: Option[] }) {
  return (
    <Frame {...field}>
      <select {...control(field)} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A single tick: absent from the form where it is not ticked. */
export function CheckboxField({ value = "on", checked, ...field }: Common & { value?: string; checked?: boolean }) {
  return (
    <div className="ds-field">
      <input {...control(field)} type="checkbox" value={value} defaultChecked={checked} />
      <label className="ds-label" htmlFor={field.name}>
        {field.label}
      </label>
      {field.hint && <Hint name={field.name}>{field.hint}</Hint>}
      {field.error && <FieldError name={field.name}>{field.error}</FieldError>}
    </div>
  );
}
