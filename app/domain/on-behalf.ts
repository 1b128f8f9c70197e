// On behalf (åt aktören): the office fills in for an actor that cannot, from a recorded basis (underlag): what the answers come from.
// Who may then do what is in the table of an assessment's moves (assessment.ts). Source: docs/the-year.md.

export const onBehalfBases = ["workshop", "paper", "former_employee", "other"] as const;
export type OnBehalfBasis = (typeof onBehalfBases)[number];

/** The longest note to a basis, in characters. */
export const maxBasisNoteLength = 300;

/** Whether a basis says nothing without a note. */
export function needsNote(basis: OnBehalfBasis): boolean {
  return basis === "other";
}
