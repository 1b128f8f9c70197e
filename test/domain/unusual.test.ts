import { describe, expect, test } from "vitest";
import { type ActorSituation, type UnusualKind, unusualIn, unusualKinds } from "#domain/unusual.ts";
import { unusualText } from "#text/rounds.ts";

const levels = (...given: number[]) => given.map((level) => ({ kind: "level" as const, level }));
const unknown = { kind: "unknown" as const, level: null };

/** A draft under way in an open round, with nothing unusual. */
function aSituation(overrides: Partial<ActorSituation> = {}): ActorSituation {
  return {
    today: "2026-11-10",
    state: "draft",
    isOpen: true,
    lastDay: "2026-11-30",
    ownLastDay: null,
    coordinators: [{ hasSignedIn: true }],
    lastSaved: "2026-11-09",
    submitted: null,
    sentBack: null,
    reopened: null,
    askedMoreTime: null,
    isOnBehalf: false,
    answers: levels(2, 3),
    topLevel: 4,
    ...overrides,
  };
}
const submitted = { state: "submitted", submitted: "2026-11-05", isOpen: false, answers: levels(1, 2, 3) } as const;

describe("what is unusual with an actor", () => {
  test.each<[string, Partial<ActorSituation>, UnusualKind[]]>([
    ["a draft under way: nothing", {}, []],
    ["a submission that waits ten days: nothing yet", { ...submitted, submitted: "2026-10-31" }, []],
    ["one that waits eleven", { ...submitted, submitted: "2026-10-30" }, ["awaiting_approval"]],
    ["an approved one waits for nobody", { ...submitted, state: "approved", submitted: "2026-10-01" }, []],
    ["no coordinator", { coordinators: [] }, ["no_coordinator"]],
    ["no coordinator, but submitted already", { ...submitted, coordinators: [] }, []],
    ["no coordinator where nothing can be saved", { coordinators: [], isOpen: false }, []],
    ["the only coordinator never signed in", { coordinators: [{ hasSignedIn: false }] }, ["never_signed_in"]],
    ["one of two has", { coordinators: [{ hasSignedIn: false }, { hasSignedIn: true }] }, []],
    ["nothing saved with fourteen days left: not yet", { lastSaved: null, answers: [], lastDay: "2026-11-24" }, []],
    ["with thirteen left", { lastSaved: null, answers: [], lastDay: "2026-11-23" }, ["nothing_saved"]],
    ["on the last day", { lastSaved: null, answers: [], lastDay: "2026-11-10" }, ["nothing_saved"]],
    ["nothing saved since thirteen days", { lastSaved: "2026-10-28" }, []],
    ["nothing since fourteen", { lastSaved: "2026-10-27" }, ["silent"]],
    ["nothing since long, but opened again thirteen days ago", { lastSaved: "2026-10-01", reopened: "2026-10-28" }, []],
    ["nor since it was, fourteen days ago", { lastSaved: "2026-10-01", reopened: "2026-10-27" }, ["silent"]],
    ["opened again long ago, and saved since", { lastSaved: "2026-10-28", reopened: "2026-10-01" }, []],
    ["silent, but nothing can be saved", { lastSaved: "2026-10-01", isOpen: false }, []],
    ["sent back two days ago, untouched", { sentBack: "2026-11-08", lastSaved: "2026-11-01" }, []],
    ["three days ago", { sentBack: "2026-11-07", lastSaved: "2026-11-01" }, ["sent_back_untouched"]],
    ["three days ago, and taken up again", { sentBack: "2026-11-07", lastSaved: "2026-11-08" }, []],
    ["its own last day in four days", { ownLastDay: "2026-11-14" }, []],
    ["in three", { ownLastDay: "2026-11-13" }, ["own_day_passing"]],
    ["passed", { ownLastDay: "2026-11-09", isOpen: false }, ["own_day_passing"]],
    ["passed, but submitted", { ...submitted, ownLastDay: "2026-11-09" }, []],
    ["asked for more time", { askedMoreTime: "2026-11-10" }, ["asked_more_time"]],
    ["a quarter unknown", { ...submitted, answers: [...levels(1, 2, 3), unknown] }, ["many_unknown"]],
    ["a fifth unknown", { ...submitted, answers: [...levels(1, 2, 3, 1), unknown] }, []],
    ["a draft with unknowns is not done yet", { answers: [unknown, unknown] }, []],
    ["everything unknown is not one level", { ...submitted, answers: [unknown, unknown, unknown] }, ["many_unknown"]],
    ["the same level on everything", { ...submitted, answers: levels(2, 2, 2) }, ["same_level"]],
    ["two answers are too few to say so", { ...submitted, answers: levels(2, 2) }, []],
    ["a draft with one level", { answers: levels(2, 2, 2, 2) }, []],
    ["the top level on everything", { ...submitted, answers: levels(4, 4, 4) }, ["top_level_everywhere"]],
    ["filled in on behalf", { isOnBehalf: true }, ["on_behalf"]],
    [
      "several at once, in the order of who to call",
      { coordinators: [], lastSaved: null, answers: [], lastDay: "2026-11-12", isOnBehalf: true },
      ["no_coordinator", "nothing_saved", "on_behalf"],
    ],
  ])("%s", (_rule, overrides, kinds) => {
    expect(unusualIn(aSituation(overrides)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

test.each(unusualKinds.flatMap((kind) => [-1, 0, 1, 12].map((days) => [kind, days] as const)))(
  "%s with %d days is one plain sentence",
  (kind, days) => {
    const text = unusualText({ kind, days });
    expect(text).toMatch(/^[A-ZÅÄÖ][^.]*\.$/);
    expect(text).not.toMatch(/undefined|null|NaN/);
  },
);
