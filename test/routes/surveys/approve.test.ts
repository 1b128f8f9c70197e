import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listRoundActors } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewStart } from "#usecases/view-start.ts";
import { action, loader } from "../../../app/routes/surveys/approve.tsx";
import { action as submitAction, loader as submitPage } from "../../../app/routes/surveys/submit.tsx";
import { loader as taskList } from "../../../app/routes/surveys/task-list.tsx";

let connection: Connection;
let cookies: Record<"coordinator" | "approver" | "contributor" | "office", string>;
const key = { year: testYear, actorId: "haninge" };
const params = { year: String(testYear), actor: "haninge" };

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  const cookieOf = (role: Role) =>
    signedIn(connection.db, { role, actorId: role === "office" ? null : "haninge" }).cookie;
  const { personId, cookie } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
  cookies = {
    coordinator: cookie,
    approver: cookieOf("approver"),
    contributor: cookieOf("contributor"),
    office: cookieOf("office"),
  };
  for (const code of ["1:1", "1:2", "2:1"]) {
    const content = anAnswer({ indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }) });
    const input = { ...key, code, baseRevision: 0, saveId: randomUUID(), content };
    saveAnswer(connection.db, input, { now: testNow, personId, role: "coordinator" });
  }
  submitAssessment(connection.db, key, { now: testNow, personId });
});

const argsOf = (role: keyof typeof cookies, form?: Record<string, string>) =>
  routeArgs(connection.db, "/skattning/2026/haninge/faststall", { cookie: cookies[role], params, form });
const act = (role: keyof typeof cookies, form: Record<string, string>) =>
  outcomeOf<unknown>(() => action(argsOf(role, { number: "1", ...form })));
async function pageOf<T>(run: () => T | Promise<T>): Promise<Exclude<T, Response>> {
  const page = await outcomeOf(run);
  if (page instanceof Response) throw new Error(await page.text());
  return page as Exclude<T, Response>;
}

test.each([
  ["approver", { approve: true, sendBack: true, recordPaper: false }],
  ["coordinator", { approve: false, sendBack: false, recordPaper: true }],
  ["contributor", { approve: false, sendBack: false, recordPaper: false }],
  ["office", { approve: false, sendBack: false, recordPaper: true }],
] as const)("the page offers a %s what it may do", async (role, may) => {
  expect((await pageOf(() => loader(argsOf(role)))).may).toEqual(may);
});

test("the approver approves, and the page then says so", async () => {
  const outcome = (await act("approver", { intent: "approve", registryNumber: "KS 7" })) as Response;
  expect(outcome.headers.get("location")).toBe("/skattning/2026/haninge/faststall");
  const { view, may } = await pageOf(() => loader(argsOf("approver")));
  expect(view.assessment).toMatchObject({ assessmentState: "approved", approval: { registryNumber: "KS 7" } });
  expect(may).toEqual({ approve: false, sendBack: false, recordPaper: false });
});

test("sending back without a word is refused beside the note, and what was typed comes back", async () => {
  const outcome = await act("approver", { intent: "send_back", note: " ", "comment.1:1": "" });
  expect(outcome).toMatchObject({
    init: { status: 422 },
    data: { values: { note: " " }, errors: { note: expect.stringContaining("kommentar") } },
  });
});

test("the comments of one sent back stand in the coordinator's list", async () => {
  await act("approver", { intent: "send_back", note: "", "comment.1:1": "Hur vet vi det?" });
  const { view, readOnly } = await pageOf(() => taskList(argsOf("coordinator")));
  expect(view.sentBack).toMatchObject({ comments: [{ code: "1:1", comment: "Hur vet vi det?" }] });
  expect(readOnly).toBeNull();
});

test.each([
  ["coordinator", "approve"],
  ["coordinator", "send_back"],
  ["office", "approve"],
  ["approver", "paper"],
] as const)("a %s is refused to %s", async (role, intent) => {
  const form = { intent, note: "x", paperDate: "2026-03-01", reference: "x" };
  expect(await act(role, form)).toMatchObject({ init: { status: 422 }, data: { errors: { "": expect.any(String) } } });
  expect((await pageOf(() => loader(argsOf("office")))).view.assessment.assessmentState).toBe("submitted");
});

test("the office records an approval on paper; a day that is none is refused beside its field", async () => {
  const paper = { intent: "paper", paperDate: "2026-02-30", reference: "Beslut 4" };
  expect(await act("office", paper)).toMatchObject({ data: { errors: { paperDate: expect.any(String) } } });
  expect(((await act("office", { ...paper, paperDate: "2026-03-01" })) as Response).status).toBe(303);
});

test("the coordinator withdraws from the page of the submission, once", async () => {
  const form = { intent: "withdraw", number: "1" };
  expect((await pageOf(() => submitPage(argsOf("coordinator")))).mayWithdraw).toBe(true);
  const outcome = await outcomeOf<unknown>(() => submitAction(argsOf("coordinator", form)));
  expect((outcome as Response).headers.get("location")).toBe("/skattning/2026/haninge");
  const again = await outcomeOf<unknown>(() => submitAction(argsOf("coordinator", form)));
  expect(again).toMatchObject({ init: { status: 409 } });
});

test("the start page leads the approver to what is to be approved, and tells of one sent back", async () => {
  const as = (role: Role) => ({ role, actorId: "haninge" }) as Parameters<typeof viewStart>[1];
  const own = () => viewStart(connection.db, as("approver"), testNow)[0]?.own;
  expect(own()).toMatchObject({ mayApprove: true, isSentBack: false, progress: null });
  await act("approver", { intent: "send_back", note: "Nej." });
  expect(own()).toMatchObject({ mayApprove: false, isSentBack: true, submittedAt: null, isOpen: true });
  expect(own()).toMatchObject({ begun: 3, progress: { ready: 3, total: 3 } });
});

test("the start page tells those who see the region how many of the round's actors have submitted", () => {
  const shownTo = (role: Role) => {
    const user = { role, actorId: role === "office" ? null : "haninge" } as Parameters<typeof viewStart>[1];
    return viewStart(connection.db, user, testNow)[0]?.submitted;
  };
  expect(shownTo("office")).toEqual({ actors: 1, of: listRoundActors(connection.db, testYear).length });
  expect(shownTo("coordinator")).toBeNull();
});
