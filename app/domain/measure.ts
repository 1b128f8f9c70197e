// Measure (åtgärd): what an actor will do about a sub-capability, which function holds it and by when. Each later year asks whether
// it is taken over, and then by when, or has ended, along the version map's lines. Source: docs/the-year.md, method § 6.

export const measureStates = ["not_started", "ongoing", "done", "cancelled"] as const;
export type MeasureState = (typeof measureStates)[number];
export const continuedStates = ["not_started", "ongoing"] as const satisfies MeasureState[];
export const endedStates = ["done", "cancelled"] as const satisfies MeasureState[];

/** What a year says of an earlier measure: taken over (är kvar), held by whom and until when from now on; or ended. */
export type MeasureDecision = { note: string } & (
  | { state: (typeof continuedStates)[number]; holder: string; dueDay: string }
  | { state: (typeof endedStates)[number] }
);

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

/** Whether the state takes the measure over: it goes on. Null, where nothing is said yet, does neither that nor end it. */
export function isContinued(state: MeasureState | null): boolean {
  return continuedStates.some((each) => each === state);
}

/** What holds after decisions, oldest first: the latest taking over says who and by when. */
export function contentAfter<C extends Pick<MeasureContent, "holder" | "dueDay">>(
  said: C,
  decisions: readonly { holder: string | null; dueDay: string | null }[],
): C {
  const latest = decisions.findLast(({ dueDay }) => dueDay !== null);
  return { ...said, holder: latest?.holder ?? said.holder, dueDay: latest?.dueDay ?? said.dueDay };
}

/** Whether later years ask how the measure goes: until one of them said that it is done or cancelled. */
export function isAskedFor(statesBefore: readonly MeasureState[]): boolean {
  return statesBefore.every((state) => state !== "done" && state !== "cancelled");
}
