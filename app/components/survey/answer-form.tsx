import { Form } from "@remix-run/react";
import type { FormEvent, ReactNode, RefObject } from "react";
import { RadioField } from "#components/choice-field.tsx";
import { TextareaField } from "#components/field.tsx";
import { confidences } from "#domain/answer.ts";
import type { LevelAnchor, SubCapability } from "#domain/definition.ts";
import type { Target } from "#domain/target.ts";
import { confidenceNames } from "#text/answers.ts";
import { reasonHints } from "#text/draft.ts";
import { secrecyNotice } from "#text/secrecy.ts";
import type { AnswerValues } from "./answer-values.ts";
import { CausesInput } from "./causes-input.tsx";
import { type EarlierMeasure, EarlierPieces, type EarlierProps } from "./earlier-pieces.tsx";
import { EvidenceInput } from "./evidence-input.tsx";
import { IndicatorInput, NotApplicableInput } from "./indicator-input.tsx";
import { LevelChange } from "./level-change.tsx";
import { LevelInput } from "./level-input.tsx";
import type { LiveAnswer } from "./live-answer.ts";
import { OccurrencePieces, type Usable } from "./occurrence-pieces.tsx";

export type AnswerFormProps = {
  /** The page's own address. */
  path: string;
  year: number;
  sub: SubCapability;
  levels: LevelAnchor[];
  target: Target;
  /** What follows from what is typed: at first from what the form starts from. */
  live: LiveAnswer;
  earlier: EarlierProps | null;
  measures: { earlier: EarlierMeasure[] };
  occurrences: Usable[];
  indicatorNotApplicableAllowed: boolean;
  values: AnswerValues;
  errors: Record<string, string>;
  baseRevision: number;
  saveId: string;
  emptyRows: number;
  formRef: RefObject<HTMLFormElement>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Links and buttons at the end. */
  children: ReactNode;
};

const confidenceOptions = confidences.map((value) => ({ value, label: confidenceNames[value] }));

/** One sub-capability's answer as a plain form. All of it is in `values`, so whatever was typed can come back. */
export function AnswerForm(props: AnswerFormProps) {
  const { path, year, sub, levels, target, live, values, errors, baseRevision, saveId, emptyRows, children } = props;
  const indicators = { groups: sub.groups, values: values.indicators, errors };
  return (
    <Form
      method="post"
      action={path}
      id="answer-form"
      className="survey-form"
      noValidate
      ref={props.formRef}
      onSubmit={props.onSubmit}
    >
      {/* Enter in a field presses a form's first button: it shall save, not add a row. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
        Spara
      </button>
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <input type="hidden" name="saveId" value={saveId} />
      <IndicatorInput {...indicators} />
      {props.indicatorNotApplicableAllowed && <NotApplicableInput {...indicators} />}
      <EvidenceInput rows={values.evidence} emptyRows={emptyRows} returnTo={path} errors={errors} />
      <OccurrencePieces occurrences={props.occurrences} returnTo={path} />
      {props.earlier && (
        <EarlierPieces earlier={props.earlier} measures={props.measures.earlier} year={year} returnTo={path} />
      )}
      <LevelInput
        year={year}
        levels={levels}
        target={target}
        live={live}
        notApplicableAllowed={sub.notApplicableAllowed}
        chosen={values.answer}
        error={errors.answer}
      />
      <LevelChange
        earlier={props.earlier}
        year={year}
        live={live}
        value={values.changeReason}
        error={errors.changeReason}
      />
      <CausesInput answer={live.answer} minimum={target.minimum} chosen={values.causes} error={errors.causes} />
      <div className={live.reasonDue ? "reason due" : "reason"}>
        <TextareaField
          name="reason"
          label="Motivering"
          hint={reasonHints[live.reasonDue ?? "none"]}
          rows={3}
          value={values.reason}
          error={errors.reason}
        />
      </div>
      <div className="pair">
        <TextareaField name="comment" label="Kommentar" rows={3} value={values.comment} error={errors.comment} />
        <div className="conf">
          <RadioField
            name="confidence"
            legend="Hur säkra är ni?"
            chips
            options={confidenceOptions}
            value={values.confidence}
            error={errors.confidence}
          />
          <p className="hint">{secrecyNotice}</p>
        </div>
      </div>
      {children}
    </Form>
  );
}
