import type { MeasureState } from "#domain/measure.ts";
import { dayText } from "#text/dates.ts";
import { firstDayText, measureStateText } from "#text/measures.ts";
import {
  type EditableMeasure,
  MeasureDecisionForm,
  MeasureForm,
  type MeasureFormPlace,
  measureKey,
} from "./measure-forms.tsx";

export type Measure = EditableMeasure & {
  firstDueDay: string;
  before: { year: number; state: MeasureState; note: string } | null;
};

/** Where an earlier year's measure stands on a page. */
export function earlierMeasureId(measure: { year: number; number: number }): string {
  return `atgard-${measureKey(measure)}`;
}

/** One measure to read: what, which function, by when; for an earlier year's also how it goes. */
export function MeasureText({ measure, year }: { measure: Measure; year: number }) {
  const { what, holder, note, before } = measure;
  const isEarlier = measure.year < year;
  const noted = note || (measure.state === null ? before?.note : "");
  return (
    <>
      <p className="typed measure-what">{what}</p>
      <p className="measure-facts">
        {holder} · klart senast {dayText(measure.dueDay)}
        {firstDayText(measure)}
        {isEarlier && ` · noterad ${measure.year}`}
      </p>
      {isEarlier && (
        <p className="measure-facts">
          Läge: <b>{measureStateText(measure)}</b>
        </p>
      )}
      {noted && <p className="typed measure-facts">{noted}</p>}
    </>
  );
}

/** Measures to read. */
export function MeasureTexts({ measures, year }: { measures: Measure[]; year: number }) {
  return (
    <ul className="measures">
      {measures.map((measure) => (
        <li key={measureKey(measure)}>
          <MeasureText measure={measure} year={year} />
        </li>
      ))}
    </ul>
  );
}

type Props = { measures: Measure[]; year: number; place: MeasureFormPlace };

/** The measures noted this year, each with its form folded; open where it came back unsaved. */
export function OwnMeasures({ measures, year, place }: Props) {
  return (
    <ul className="measures">
      {measures.map((measure) => (
        <li key={measureKey(measure)}>
          <MeasureText measure={measure} year={year} />
          <details open={place.failure?.key === measureKey(measure)} key={measure.revision}>
            <summary>
              Ändra <span className="sr-only">åtgärden {measure.what}</span>
            </summary>
            <MeasureForm place={place} target={{ measure }} />
          </details>
        </li>
      ))}
    </ul>
  );
}

/** The measures of earlier years, each with a form to take it over or end it; folded where that is said. */
export function EarlierMeasures({ measures, year, place }: Props) {
  return (
    <ul className="measures">
      {measures.map((measure) => (
        <li key={measureKey(measure)} id={earlierMeasureId(measure)}>
          <MeasureText measure={measure} year={year} />
          <details open={measure.state === null || place.failure?.key === measureKey(measure)} key={measure.revision}>
            <summary>
              {measure.state === null ? "Ta ställning " : "Ändra "}
              <span className="sr-only">
                {measure.state === null ? "till" : "beskedet om"} åtgärden {measure.what}
              </span>
            </summary>
            <MeasureDecisionForm place={place} measure={measure} />
          </details>
        </li>
      ))}
    </ul>
  );
}
