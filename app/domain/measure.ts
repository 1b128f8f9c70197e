// Measure (åtgärd): what an actor will do about a sub-capability, which function holds it and by when; how it goes is asked for
// in later years, until it is done or cancelled, along the version map's lines. Source: docs/the-year.md, method § 6.

export const measureStates = ["not_started", "ongoing", "done", "cancelled"] as const;
export type MeasureState = (typeof measureStates)[number];

/** What a measure says. `holder`: a role or unit, not a person's name. `dueDay`: YYYY-MM-DD. */
export type MeasureContent = { what: string; holder: string; dueDay: string };

export const maxMeasureLengths = { what: 1000, holder: 120, note: 1000 } as const;

/** The most measures that an actor notes for one sub-capability in one year. */
export const maxMeasuresPerCode = 20;

/** A saved step of a measure. `afterNumber`: the number of the assessment's latest submission when it was saved, 0 for none. */
type Saved = { revision: number; afterNumber: number };

/** The revision in force: the highest, or the highest that a submission was made with. */
export function revisionIn<R extends Saved>(
  revisions: readonly R[],
  submission = Number.POSITIVE_INFINITY,
): R | undefined {
  return revisions
    .filter(({ afterNumber }) => afterNumber < submission)
    .reduce<R | undefined>((last, each) => (last && last.revision > each.revision ? last : each), undefined);
}

/** Whether later years ask how the measure goes: until one of them said that it is done or cancelled. */
export function isAskedFor(statesBefore: readonly MeasureState[]): boolean {
  return statesBefore.every((state) => state !== "done" && state !== "cancelled");
}
