import { FieldError } from "#components/field.tsx";
import type { IndicatorGroup } from "#domain/definition.ts";
import { indicatorAnswerNames } from "#text/answers.ts";
import type { AnswerValues } from "./answer-values.ts";

type Errors = Record<string, string>;
type RowProps = { id: string; text: string; chosen: string; error: string | undefined };
type GroupsProps = { groups: IndicatorGroup[]; values: AnswerValues["indicators"]; errors: Errors };

const columns = ["yes", "partly", "no", "unknown"] as const;

function IndicatorRow({ id, text, chosen, error }: RowProps) {
  const name = `indicators.${id}`;
  return (
    <fieldset className="irow" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        {text} {chosen === "not_applicable" && <i className="tag prop">ej tillämplig</i>}
      </legend>
      {columns.map((answer, position) => (
        <label key={answer}>
          <input
            type="radio"
            id={position === 0 ? name : `${name}-${answer}`}
            name={name}
            value={answer}
            defaultChecked={chosen === answer}
          />
          <span>{indicatorAnswerNames[answer]}</span>
        </label>
      ))}
      {error && <FieldError name={name}>{error}</FieldError>}
    </fieldset>
  );
}

/** The indicators under their lead-ins, each with ja, delvis, nej and vet ej. */
export function IndicatorInput({ groups, values, errors }: GroupsProps) {
  return groups.map(({ leadIn, indicators }) => (
    <fieldset className="ind" key={indicators[0]?.id}>
      <legend className={leadIn ? undefined : "sr-only"}>{leadIn ?? "Indikator"}</legend>
      <div className="ihead" aria-hidden="true">
        <span />
        {columns.map((answer) => (
          <span key={answer}>{indicatorAnswerNames[answer]}</span>
        ))}
      </div>
      {indicators.map(({ id, text }) => (
        <IndicatorRow
          key={id}
          id={id}
          text={text}
          chosen={values[id]?.answer ?? ""}
          error={errors[`indicators.${id}`]}
        />
      ))}
    </fieldset>
  ));
}

/** The fifth answer, "ej tillämplig" with its reason, folded away until somebody needs it. */
export function NotApplicableInput({ groups, values, errors }: GroupsProps) {
  const indicators = groups.flatMap((group) => group.indicators);
  const isUsed = ({ id }: { id: string }) =>
    values[id]?.answer === "not_applicable" || Boolean(values[id]?.reason) || Boolean(errors[`reasons.${id}`]);
  return (
    <details className="fold" open={indicators.some(isUsed)}>
      <summary>Ej tillämplig…</summary>
      <p className="hint">
        Välj ej tillämplig för en indikator som inte kan gälla er, och skriv varför. Den räknas då inte med i den
        föreslagna nivån.
      </p>
      {indicators.map(({ id, text }) => (
        <div className="na-row" key={id}>
          <label>
            <input
              type="radio"
              name={`indicators.${id}`}
              value="not_applicable"
              defaultChecked={values[id]?.answer === "not_applicable"}
            />
            <span>{text}</span>
          </label>
          <label htmlFor={`reasons.${id}`} className="sr-only">
            Varför inte tillämplig: {text}
          </label>
          <textarea
            className="ds-input"
            id={`reasons.${id}`}
            name={`reasons.${id}`}
            rows={1}
            placeholder="Varför?"
            defaultValue={values[id]?.reason}
            aria-invalid={errors[`reasons.${id}`] ? true : undefined}
            aria-describedby={errors[`reasons.${id}`] ? `reasons.${id}-error` : undefined}
          />
          {errors[`reasons.${id}`] && <FieldError name={`reasons.${id}`}>{errors[`reasons.${id}`]}</FieldError>}
        </div>
      ))}
    </details>
  );
}
