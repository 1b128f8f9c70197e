import { describe, expect, test } from "vitest";
import { roles } from "#domain/access.ts";
import {
  daysLeft,
  mayMoveRound,
  mayRoleMoveRound,
  type RoundMove,
  type RoundState,
  type RoundTimes,
  roundMoveRules,
  roundMoves,
  roundState,
  roundStates,
} from "#domain/round.ts";

const opened = "2026-09-01T07:00:00.000Z";

function aRound(overrides: Partial<RoundTimes> = {}): RoundTimes {
  return { openedAt: opened, closedAt: null, releasedAt: null, closingDay: "2026-11-30", ...overrides };
}

test.each<[string, Partial<RoundTimes>, string, RoundState]>([
  ["a round not opened is planned", { openedAt: null }, "2026-10-01T00:00:00Z", "planned"],
  ["a round never opened stays planned after its closing day", { openedAt: null }, "2027-01-01T00:00:00Z", "planned"],
  ["an opened round is open", {}, "2026-10-01T00:00:00Z", "open"],
  ["it is open to the last moment of its closing day in Stockholm", {}, "2026-11-30T22:59:59.999Z", "open"],
  ["it is closed when the next day begins in Stockholm", {}, "2026-11-30T23:00:00.000Z", "closed"],
  ["in summer time the day ends at 22 UTC", { closingDay: "2026-06-30" }, "2026-06-30T22:00:00.000Z", "closed"],
  ["in summer time it is open just before", { closingDay: "2026-06-30" }, "2026-06-30T21:59:59.999Z", "open"],
  ["the day clocks go back is 25 hours: open", { closingDay: "2026-10-25" }, "2026-10-25T22:30:00.000Z", "open"],
  ["the day clocks go back is 25 hours: closed", { closingDay: "2026-10-25" }, "2026-10-25T23:00:00.000Z", "closed"],
  ["the day clocks go forward is 23 hours: open", { closingDay: "2026-03-29" }, "2026-03-29T21:59:59.999Z", "open"],
  ["the day clocks go forward is 23 hours: closed", { closingDay: "2026-03-29" }, "2026-03-29T22:00:00.000Z", "closed"],
  ["the office closes it earlier", { closedAt: "2026-10-15T08:00:00.000Z" }, "2026-10-16T00:00:00Z", "closed"],
  ["a released round is released", { releasedAt: "2026-12-05T08:00:00.000Z" }, "2026-12-06T00:00:00Z", "released"],
])("%s", (_rule, overrides, now, state) => {
  expect(roundState(aRound(overrides), new Date(now))).toBe(state);
});

test.each([
  ["on the closing day no day is left", "2026-11-30T12:00:00Z", 0],
  ["late on the evening before, in Stockholm, one is", "2026-11-29T22:59:00Z", 1],
  ["just after midnight in Stockholm it is the next day", "2026-11-28T23:00:00Z", 1],
  ["after the closing day the number is negative", "2026-12-01T12:00:00Z", -1],
  ["a change of the clocks takes no day away", "2026-10-24T12:00:00Z", 37],
])("%s", (_rule, now, days) => {
  expect(daysLeft("2026-11-30", new Date(now))).toBe(days);
});

/** Every allowed cell; all others are refused. Written out, so that a change of rule shows. */
const allowed: Record<RoundState, RoundMove[]> = {
  planned: ["open", "decide_levels"],
  open: ["withdraw", "extend", "close", "decide_levels", "add_actor", "correct_actor"],
  closed: ["withdraw", "release", "decide_levels", "correct_actor"],
  released: [],
};
const by: Record<RoundMove, string[]> = {
  open: ["office"],
  withdraw: ["office"],
  extend: ["office"],
  close: ["office"],
  release: ["office"],
  decide_levels: ["chief_group", "office"],
  add_actor: ["office"],
  correct_actor: ["office"],
};
const inState: Record<RoundState, RoundTimes> = {
  planned: aRound({ openedAt: null }),
  open: aRound(),
  closed: aRound({ closedAt: "2026-10-01T07:00:00Z" }),
  released: aRound({ closedAt: "2026-10-01T07:00:00Z", releasedAt: "2026-10-02T07:00:00Z" }),
};
const moments = { openedAt: opened, closedAt: "2026-10-03T07:00:00Z", releasedAt: "2026-10-04T07:00:00Z" };
/** What each move sets and clears. */
const effects: Record<RoundMove, Partial<RoundTimes>> = {
  open: { openedAt: moments.openedAt },
  withdraw: { openedAt: null, closedAt: null },
  extend: { closingDay: "2026-12-31" },
  close: { closedAt: moments.closedAt },
  release: { releasedAt: moments.releasedAt },
  decide_levels: {},
  add_actor: {},
  correct_actor: {},
};

describe("a round's move", () => {
  const cells = roundStates.flatMap((state) => roundMoves.map((move) => [move, state] as const));
  test.each(cells)("%s while it is %s", (move, state) => {
    expect(mayMoveRound(state, move)).toBe(allowed[state].includes(move));
  });

  test.each(cells.filter(([move, state]) => allowed[state].includes(move)))(
    "%s of one that is %s leads where the table says",
    (move, state) => {
      const after = roundState({ ...inState[state], ...effects[move] }, new Date("2026-10-05T07:00:00Z"));
      const { to } = roundMoveRules[move];
      expect(after).toBe(to === "unchanged" ? state : to);
    },
  );

  const whose = roundMoves.flatMap((move) => roles.map((role) => [move, role] as const));
  test.each(whose)("%s by %s", (move, role) => {
    expect(mayRoleMoveRound(move, role)).toBe(by[move].includes(role));
  });
});
