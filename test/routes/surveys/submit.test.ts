import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { action, loader } from "../../../app/routes/surveys/submit.tsx";
import { loader as taskList } from "../../../app/routes/surveys/task-list.tsx";

let connection: Connection;
let cookie: string;
let personId: string;

function open(state: Parameters<typeof storeRound>[1] = "open") {
  connection = openDatabase(":memory:");
  storeRound(connection.db, state);
  ({ cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }));
}
beforeEach(() => open());

function argsOf(form?: Record<string, string>, options: { cookie?: string; year?: string; now?: Date } = {}) {
  const { year = String(testYear), ...rest } = options;
  return routeArgs(connection.db, `/skattning/${year}/haninge/lamna-in`, {
    cookie,
    params: { year, actor: "haninge" },
    form,
    ...rest,
  });
}

function fillIn(codes: string[]) {
  for (const code of codes) {
    const content = anAnswer({ indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }) });
    const input = { year: testYear, actorId: "haninge", code, baseRevision: 0, saveId: randomUUID(), content };
    saveAnswer(connection.db, input, { now: testNow, personId, role: "coordinator" });
  }
}
const loaded = async (now = testNow) => {
  const page = await outcomeOf(() => loader(argsOf(undefined, { now })));
  if (page instanceof Response) throw new Error(await page.text());
  return page;
};

test("an incomplete assessment is refused, and the page names what is missing", async () => {
  fillIn(["1:1"]);
  const outcome = await outcomeOf<unknown>(() => action(argsOf({})));
  expect(outcome).toMatchObject({ init: { status: 422 }, data: { problem: expect.stringContaining("inte komplett") } });
  const tasks = (await loaded()).view.groups.flatMap((group) => group.tasks);
  expect(tasks.filter(({ missing }) => missing.length > 0).map(({ code }) => code)).toEqual(["1:2", "2:1"]);
  expect(listSubmissions(connection.db, testYear)).toEqual([]);
});

test("a complete assessment is submitted once, and the page is then its receipt", async () => {
  fillIn(["1:1", "1:2", "2:1"]);
  const outcome = await outcomeOf<unknown>(() => action(argsOf({})));
  expect((outcome as Response).headers.get("location")).toBe("/skattning/2026/haninge/lamna-in");
  expect((await loaded()).view.submission).toEqual({
    number: 1,
    submittedAt: testNow.toISOString(),
    submittedByName: "Person coordinator",
    registryNumber: null,
    onBehalf: null,
  });
  expect(await outcomeOf<unknown>(() => action(argsOf({})))).toMatchObject({ init: { status: 409 } });
  expect(listSubmissions(connection.db, testYear)).toHaveLength(1);
});

test("a closed round takes no submission", async () => {
  open("closed");
  expect(await outcomeOf<unknown>(() => action(argsOf({})))).toMatchObject({ init: { status: 409 } });
  expect((await loaded()).readOnly).toContain("Omgången är stängd");
});

test("before the round opens the list says so", async () => {
  open("planned");
  const page = await outcomeOf(() => taskList(argsOf()));
  expect(page).toMatchObject({ readOnly: expect.stringContaining("inte öppnat"), view: { ready: 0, total: 3 } });
});

test.each(["contributor", "approver", "office"] as const)("a %s may read but not submit", async (role) => {
  fillIn(["1:1", "1:2", "2:1"]);
  const reader = signedIn(connection.db, { role, actorId: role === "office" ? null : "haninge" });
  expect(await outcomeOf<unknown>(() => loader(argsOf(undefined, { cookie: reader.cookie })))).not.toBeInstanceOf(
    Response,
  );
  const refused = await outcomeOf<unknown>(() => action(argsOf({}, { cookie: reader.cookie })));
  const status = refused instanceof Response ? refused.status : (refused as { init: { status: number } }).init.status;
  expect(status).toBe(role === "office" ? 409 : 403);
  expect(listSubmissions(connection.db, testYear)).toEqual([]);
});

test("an unknown round gives 404 with a sentence", async () => {
  for (const run of [
    () => loader(argsOf(undefined, { year: "2031" })),
    () => action(argsOf({}, { year: "2031" })),
    () => taskList(argsOf(undefined, { year: "2031" })),
  ]) {
    const outcome = (await outcomeOf<unknown>(run)) as Response;
    expect(outcome.status).toBe(404);
    expect(await outcome.text()).toBe("Omgången 2031 finns inte.");
  }
});
