// Where things stand in a workshop's workbook (arbetsbok), for the one who writes it and the one who reads it. Every row that
// is asked or read has a code in column A; rows are known by their codes and must stand in the order of `sheetRows`.
import {
  causes,
  confidences,
  evidenceKinds,
  evidenceOutcomes,
  type IndicatorAnswer,
  indicatorAnswers,
  maxEvidenceRows,
} from "#domain/answer.ts";
import { type BaseCapability, type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import {
  answerKindNames,
  confidenceNames,
  evidenceKindNames,
  evidenceOutcomeNames,
  indicatorAnswerNames,
} from "#text/answers.ts";

/** Changes when the layout does, so that a workbook of an older layout is refused with the reason. */
export const workbookFormat = "formagekollen-arbetsbok-1";
export const guideSheet = "Läs först";
export const evidenceSheet = "Underlag";
export const choiceSheet = "Val";

/** Columns of a capability's sheet; `revision` and `evidenceRows` are hidden and stand on a sub-capability's head row. */
export const columns = { code: 1, question: 2, choice: 3, text: 4, revision: 5, evidenceRows: 6 } as const;
export const evidenceColumns = { code: 1, sub: 2, kind: 3, what: 4, date: 5, outcome: 6 } as const;
export const guideColumns = { key: 1, value: 2 } as const;

/** Rows for evidence per sub-capability, more where more is already there. */
const usualEvidenceRows = 6;
const spareEvidenceRows = 3;

export type WorkbookActor = { id: string; name: string; designated: boolean };
export type Choice<T> = { value: T; label: string };
type Level = { kind: "level" | "unknown" | "not_applicable"; level: number | null };

/** How many rows for evidence are written where so many pieces are there. */
export function evidenceRowsFor(existing: number): number {
  return Math.min(maxEvidenceRows, Math.max(usualEvidenceRows, existing + spareEvidenceRows));
}

/** `Grundförmåga 1`: short enough for any program, and without the signs that a sheet's name may not have. */
export function capabilitySheet({ number }: Pick<BaseCapability, "number">): string {
  return `Grundförmåga ${number}`;
}

/** The capability's sub-capabilities that ask something of the actor. */
export function directedSubs(capability: BaseCapability, actor: WorkbookActor): SubCapability[] {
  return capability.subCapabilities.filter((sub) => indicatorsFor(sub, actor).length > 0);
}

export const rowCodes = {
  level: (code: string) => `${code} nivå`,
  reason: (code: string) => `${code} motivering`,
  confidence: (code: string) => `${code} säkerhet`,
  cause: (code: string, cause: (typeof causes)[number]) => `${code} orsak ${causes.indexOf(cause) + 1}`,
  comment: (code: string) => `${code} kommentar`,
  evidence: (code: string, row: number) => `${code} underlag ${row}`,
};

/** The codes of the rows that one sub-capability has on its sheet, in order. */
export function codesOf(sub: SubCapability, actor: WorkbookActor): string[] {
  const { code } = sub;
  return [
    code,
    ...indicatorsFor(sub, actor).map(({ id }) => id),
    rowCodes.level(code),
    rowCodes.reason(code),
    ...causes.map((cause) => rowCodes.cause(code, cause)),
    rowCodes.confidence(code),
    rowCodes.comment(code),
  ];
}

/** The lists of choices, as they are written and read. */
export function choicesOf(definition: Definition) {
  const levels: Choice<Level>[] = definition.levels.map(({ level, name }) => ({
    value: { kind: "level", level },
    label: `${level} ${name}`,
  }));
  const unknown: Choice<Level> = { value: { kind: "unknown", level: null }, label: answerKindNames.unknown };
  const notApplicable: Choice<Level> = {
    value: { kind: "not_applicable", level: null },
    label: answerKindNames.not_applicable,
  };
  const allowed = (answer: IndicatorAnswer) => answer !== "not_applicable" || definition.indicatorNotApplicableAllowed;
  return {
    indicator: named(indicatorAnswers.filter(allowed), indicatorAnswerNames),
    level: [...levels, unknown],
    levelOrNotApplicable: [...levels, unknown, notApplicable],
    confidence: named(confidences, confidenceNames),
    cause: [{ value: true, label: "x" }],
    evidenceKind: named(evidenceKinds, evidenceKindNames),
    evidenceOutcome: named(evidenceOutcomes, evidenceOutcomeNames),
  };
}

export type Choices = ReturnType<typeof choicesOf>;
export type ChoiceName = keyof Choices;

function named<T extends string>(values: readonly T[], names: Record<T, string>): Choice<T>[] {
  return values.map((value) => ({ value, label: names[value] }));
}
