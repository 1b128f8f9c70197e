import { expect, test } from "vitest";
import { whereToGoOn } from "#domain/go-on.ts";
import type { TaskState } from "#domain/submission.ts";

type Row = [code: string, state: TaskState, savedBy?: string, minute?: number];
const tasksOf = (rows: Row[]) =>
  rows.map(([code, state, savedBy = null, minute = 0]) => {
    const savedAt = savedBy && new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();
    return { code, state, savedBy, savedAt };
  });

test.each<[string, Row[], [string, boolean] | undefined]>([
  [
    "the first, where nothing is begun",
    [
      ["1", "not_started"],
      ["2", "not_started"],
    ],
    ["1", false],
  ],
  [
    "the one saved last, while something is missing there",
    [
      ["1", "begun", "anna", 1],
      ["2", "begun", "anna", 2],
    ],
    ["2", true],
  ],
  [
    "the next after it, where it is ready",
    [
      ["1", "not_started"],
      ["2", "ready", "anna", 2],
      ["3", "not_started"],
    ],
    ["3", false],
  ],
  [
    "from the start again after the last",
    [
      ["1", "not_started"],
      ["2", "ready", "anna", 2],
    ],
    ["1", false],
  ],
  [
    "not what a colleague saved last",
    [
      ["1", "begun", "anna", 1],
      ["2", "begun", "bo", 2],
    ],
    ["1", true],
  ],
  [
    "the first that remains, for one who has saved nothing",
    [
      ["1", "ready", "bo", 1],
      ["2", "begun", "bo", 2],
    ],
    ["2", false],
  ],
  [
    "past what is not asked",
    [
      ["1", "not_directed"],
      ["2", "not_started"],
    ],
    ["2", false],
  ],
  [
    "nowhere, where nothing remains",
    [
      ["1", "ready", "anna", 1],
      ["2", "not_directed"],
    ],
    undefined,
  ],
  ["nowhere in nothing", [], undefined],
])("%s", (_rule, rows, expected) => {
  const found = whereToGoOn(tasksOf(rows), "anna");
  expect(found && [found.task.code, found.wasHere]).toEqual(expected);
});
