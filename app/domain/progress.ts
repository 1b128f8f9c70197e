// How far the actors have come in a round, as the office follows it: four states that together are all actors, and the list's choice
// and order. Source: docs/the-year.md.
import type { AssessmentState } from "./assessment.ts";

export const progressStates = ["not_begun", "begun", "submitted", "approved"] as const;
export type ProgressState = (typeof progressStates)[number];

/** A draft is begun once anything is saved in it; sent back or reopened it is begun again. */
export function progressState(state: AssessmentState, saved: number): ProgressState {
  if (state !== "draft") return state;
  return saved > 0 ? "begun" : "not_begun";
}

export const progressOrders = ["category", "name", "share", "activity", "unusual"] as const;
export type ProgressOrder = (typeof progressOrders)[number];

type Row = {
  name: string;
  category: string;
  progress: ProgressState;
  ready: number;
  total: number;
  lastActivity: { at: string } | null;
  unusual: readonly unknown[];
};
/** Null: no choice. `text`: a part of the name, in any case. */
export type ProgressChoice = {
  state: ProgressState | null;
  category: string | null;
  isUnusual: boolean;
  text: string;
  order: ProgressOrder;
};

/** How many actors are in each state. */
export function countProgress(rows: readonly Pick<Row, "progress">[]): Record<ProgressState, number> {
  const counts = { not_begun: 0, begun: 0, submitted: 0, approved: 0 };
  for (const { progress } of rows) counts[progress] += 1;
  return counts;
}

/** The chosen rows in the chosen order; rows that are alike keep the order they came in. */
export function chooseProgress<T extends Row>(rows: readonly T[], choice: ProgressChoice): T[] {
  const text = choice.text.trim().toLocaleLowerCase("sv");
  return rows
    .filter(
      ({ progress, category, unusual, name }) =>
        (choice.state === null || progress === choice.state) &&
        (choice.category === null || category === choice.category) &&
        (!choice.isUnusual || unusual.length > 0) &&
        name.toLocaleLowerCase("sv").includes(text),
    )
    .toSorted(comparisons[choice.order]);
}

const share = ({ ready, total }: Row) => (total === 0 ? 1 : ready / total);

/** Whether what is unusual has a place in the list: once the result is released, only where there is any, or it is asked for. */
export function showsUnusual(
  rows: readonly Pick<Row, "unusual">[],
  choice: Pick<ProgressChoice, "isUnusual" | "order">,
  isReleased: boolean,
): boolean {
  if (!isReleased || choice.isUnusual || choice.order === "unusual") return true;
  return rows.some(({ unusual }) => unusual.length > 0);
}

/** Whoever has come the shortest way, or been silent the longest, stands first. */
const comparisons: Record<ProgressOrder, (a: Row, b: Row) => number> = {
  category: () => 0,
  name: (a, b) => a.name.localeCompare(b.name, "sv"),
  share: (a, b) => share(a) - share(b),
  activity: (a, b) => (a.lastActivity?.at ?? "").localeCompare(b.lastActivity?.at ?? ""),
  unusual: (a, b) => b.unusual.length - a.unusual.length,
};
