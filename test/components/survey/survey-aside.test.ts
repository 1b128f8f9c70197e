import { expect, test } from "vitest";
import { withMark } from "#components/survey/survey-aside.tsx";
import type { TaskState } from "#domain/submission.ts";

const task = (code: string, state: TaskState) => ({ code, name: code, state });
const aside = {
  groups: [
    { number: 1, name: "Ett", tasks: [task("1:1", "ready"), task("1:2", "begun")], ready: 1, total: 2 },
    { number: 2, name: "Två", tasks: [task("2:1", "not_started")], ready: 0, total: 1 },
  ],
  ready: 1,
};

test.each<[string, TaskState, number[], number]>([
  ["1:2", "ready", [2, 0], 2],
  ["1:1", "begun", [0, 0], 0],
  ["1:1", "ready", [1, 0], 1],
  ["2:1", "begun", [1, 0], 1],
  ["9:9", "begun", [1, 0], 1],
])(
  "a save that makes %s %s counts what is ready anew, in its base capability and in all",
  (code, state, groups, all) => {
    const marked = withMark(aside, code, state);
    expect(marked.groups.map(({ ready }) => ready)).toEqual(groups);
    expect(marked.ready).toBe(all);
    const found = marked.groups.flatMap(({ tasks }) => tasks).find((each) => each.code === code);
    expect(found?.state ?? state).toBe(state);
  },
);
