import { describe, expect, test } from "vitest";
import { roles } from "#domain/access.ts";
import {
  type AssessmentMove,
  type AssessmentState,
  assessmentMoves,
  assessmentState,
  assessmentStates,
  mayMoveAssessment,
  mayRoleMove,
} from "#domain/assessment.ts";
import { roundStates } from "#domain/round.ts";

const now = new Date("2026-12-10T22:59:00Z");

/** Every allowed cell, `round assessment: moves`; all others are refused. Written out, so that a change of rule shows. */
const allowed: Record<string, AssessmentMove[]> = {
  "open draft": [
    ...["save", "submit", "reopen", "begin_on_behalf", "end_on_behalf", "ask_more_time", "answer_more_time"],
  ] as AssessmentMove[],
  "open submitted": ["withdraw", "send_back", "approve", "record_paper_approval", "reopen", "end_on_behalf"],
  "open approved": ["reopen", "end_on_behalf"],
  "closed draft": ["reopen", "end_on_behalf", "answer_more_time"],
  "closed submitted": ["approve", "record_paper_approval", "reopen", "end_on_behalf"],
  "closed approved": ["reopen", "end_on_behalf"],
  "released submitted": ["approve", "record_paper_approval"],
};
const by: Record<AssessmentMove, string[]> = {
  save: ["coordinator", "contributor"],
  submit: ["coordinator"],
  withdraw: ["coordinator"],
  send_back: ["approver"],
  approve: ["approver"],
  record_paper_approval: ["coordinator", "office"],
  reopen: ["office"],
  begin_on_behalf: ["office"],
  end_on_behalf: ["office"],
  ask_more_time: ["coordinator"],
  answer_more_time: ["office"],
};
/** Who else, while the assessment is filled in on the actor's behalf. */
const alsoOnBehalf: Partial<Record<AssessmentMove, string[]>> = {
  save: ["office"],
  submit: ["office"],
  withdraw: ["office"],
};

describe("an assessment's move", () => {
  const cells = roundStates.flatMap((roundState) =>
    assessmentStates.flatMap((state) => assessmentMoves.map((move) => [move, state, roundState] as const)),
  );
  test.each(cells)("%s of a %s one in a round that is %s", (move, state, roundState) => {
    const expected = allowed[`${roundState} ${state}`]?.includes(move) ?? false;
    expect(mayMoveAssessment(move, { roundState, assessmentState: state, reopenedUntil: null, now })).toBe(expected);
  });

  const whose = assessmentMoves.flatMap((move) => roles.map((role) => [move, role] as const));
  test.each(whose)("%s by %s", (move, role) => {
    expect(mayRoleMove(move, role)).toBe(by[move].includes(role));
  });

  test.each(whose)("%s by %s while it is filled in on the actor's behalf", (move, role) => {
    expect(mayRoleMove(move, role, true)).toBe([...by[move], ...(alsoOnBehalf[move] ?? [])].includes(role));
  });
});

describe("a reopened draft is saved and submitted", () => {
  test.each([
    ["after closing, to the end of its own last day", "closed", "2026-12-10", true],
    ["not the day after", "closed", "2026-12-09", false],
    [
      "while the round is open, though its own last day has passed: an extension is everybody's",
      "open",
      "2026-12-09",
      true,
    ],
    ["not after release", "released", "2026-12-10", false],
  ] as const)("%s", (_rule, roundState, reopenedUntil, expected) => {
    const input = { roundState, assessmentState: "draft", reopenedUntil, now } as const;
    expect(mayMoveAssessment("save", input)).toBe(expected);
    expect(mayMoveAssessment("submit", input)).toBe(expected);
  });
});

describe("the state", () => {
  const submitted = { isSubmitted: true, isEnded: false, isReopened: false, isApproved: false };
  test.each<[string, Partial<typeof submitted>, AssessmentState]>([
    ["is draft before the first submission", { isSubmitted: false }, "draft"],
    ["is submitted", {}, "submitted"],
    ["is approved", { isApproved: true }, "approved"],
    ["is draft once sent back or withdrawn", { isEnded: true }, "draft"],
    ["is draft while reopened, approved or not", { isReopened: true, isApproved: true }, "draft"],
  ])("%s", (_rule, events, expected) => {
    expect(assessmentState({ ...submitted, ...events })).toBe(expected);
  });
});
