// What a proposal means before it is decided: the results as they are beside the results as they would be, with the levels that
// actors have given. Where too few have answered there is no number to show. Source: method § 5 (whatIf), docs/the-year.md.
import { cellRows, computeResults, type Results, type ResultsInput } from "./aggregate.ts";
import { findSubCapability } from "./definition.ts";
import type { Cell } from "./gap.ts";
import { summarize } from "./summary.ts";
import { type Group, groupsOf, type LevelDecision } from "./target.ts";
import { whatIf } from "./what-if.ts";

/** Cells that meet their minimum, that do not, and that have no counted answer although a minimum is asked of them. */
export type Met = { meetsMinimum: number; notMeeting: number; missing: number };

export type CodeConsequence = {
  code: string;
  /** Cells with a counted answer, of all that apply. */
  answered: number;
  applicable: number;
  isTooFew: boolean;
  before: Met;
  after: Met;
  /** Ids of actors whose level would be below, in input order; empty where too few have answered. */
  below: string[];
  /** Whether nobody, or everybody, of those with a level and a minimum would be below; null: neither, or too few. */
  verdict: "nobody" | "everybody" | null;
  /** The same as decided now. */
  verdictBefore: "nobody" | "everybody" | null;
};

export type Consequences = { before: Met; after: Met; codes: CodeConsequence[]; tooFew: string[] };

/** Whether answers are too few to say what a level means: none, or fewer than half of those it applies to. */
export function areTooFew({ answered, applicable }: { answered: number; applicable: number }): boolean {
  return answered === 0 || answered * 2 < applicable;
}

/** The round's results under its own decisions beside those under `after`. What too few have answered is left out of the sums. */
export function consequencesOf(input: ResultsInput, after: readonly LevelDecision[]): Consequences {
  const [was, would] = [computeResults(input), computeResults({ ...input, decisions: after })];
  const codes = would.regional.map(({ code, answered, applicable }) => {
    const isTooFew = areTooFew({ answered, applicable });
    const cells = would.cells.filter((cell) => cell.code === code);
    const below = isTooFew ? [] : actorsBelow(cells);
    const verdict = isTooFew ? null : verdictOf(cells);
    const verdictBefore = isTooFew ? null : verdictOf(was.cells.filter((cell) => cell.code === code));
    return {
      code,
      answered,
      applicable,
      isTooFew,
      before: metIn(was, code),
      after: metIn(would, code),
      below,
      verdict,
      verdictBefore,
    };
  });
  const counted = codes.filter(({ isTooFew }) => !isTooFew);
  return {
    before: sumOf(counted.map(({ before }) => before)),
    after: sumOf(counted.map((row) => row.after)),
    codes,
    tooFew: codes.filter(({ isTooFew }) => isTooFew).map(({ code }) => code),
  };
}

export type GroupConsequence = {
  answered: number;
  applicable: number;
  isTooFew: boolean;
  /** Per minimum that can be asked, the group's own actors whose level would then be below. Empty where too few have answered. */
  candidates: { minimum: number | null; below: string[] }[];
};

/** What each candidate minimum would mean for the actors of a group, everything else as decided. */
export function candidatesFor(
  input: ResultsInput,
  { code, group }: { code: string; group: Group },
  minimums: readonly (number | null)[],
): GroupConsequence {
  const members = input.actors.filter((actor) => groupsOf(actor).includes(group));
  const answers = input.answers.filter((answer) => answer.code === code);
  const own = { ...input, actors: members, answers };
  const sub = findSubCapability(input.definition, code);
  const { answered, applicable } = summarize(sub ? cellRows(own, [sub]).flat() : []);
  const isTooFew = areTooFew({ answered, applicable });
  const candidates = isTooFew
    ? []
    : minimums.map((minimum) => ({ minimum, below: whatIf(own, { code, group, minimum }).below }));
  return { answered, applicable, isTooFew, candidates };
}

function actorsBelow(cells: readonly Cell[]): string[] {
  return cells.filter(({ status }) => status === "below_minimum").map(({ actor }) => actor);
}

function verdictOf(cells: readonly Cell[]): "nobody" | "everybody" | null {
  const judged = cells.filter(({ level, minimum }) => level !== null && minimum !== null);
  const below = actorsBelow(judged).length;
  if (judged.length === 0) return null;
  if (below === 0) return "nobody";
  return below === judged.length ? "everybody" : null;
}

function metIn({ regional }: Results, code: string): Met {
  const row = regional.find((candidate) => candidate.code === code);
  if (!row) return { meetsMinimum: 0, notMeeting: 0, missing: 0 };
  const { meetsMinimum, notMeeting, expected } = row;
  return { meetsMinimum, notMeeting, missing: expected - meetsMinimum - notMeeting };
}

function sumOf(all: readonly Met[]): Met {
  return all.reduce(
    (sum, one) => ({
      meetsMinimum: sum.meetsMinimum + one.meetsMinimum,
      notMeeting: sum.notMeeting + one.notMeeting,
      missing: sum.missing + one.missing,
    }),
    { meetsMinimum: 0, notMeeting: 0, missing: 0 },
  );
}
