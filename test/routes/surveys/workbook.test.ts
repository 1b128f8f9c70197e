import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer, listAnswers } from "#db/queries/answers.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { UPLOAD_LIMIT_BYTES } from "#http/security.ts";
import { anAnswer } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { filled } from "#test/support/workbook.ts";
import { beginOnBehalf } from "#usecases/begin-on-behalf.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { action, loader } from "../../../app/routes/surveys/workbook.tsx";
import type { WorkbookFailure } from "../../../app/routes/surveys/workbook-action.ts";
import { loader as download } from "../../../app/routes/surveys/workbook-file.ts";

let connection: Connection;
let cookie: string;
let personId: string;
const place = { year: testYear, actorId: "haninge" };

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  ({ cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }));
});

type Options = { cookie?: string; now?: Date; query?: string; actor?: string };
function argsOf({ actor = "haninge", query = "", ...rest }: Options = {}, form?: Record<string, string | string[]>) {
  const params = { year: String(testYear), actor };
  return routeArgs(connection.db, `/skattning/${testYear}/${actor}/arbetsbok${query}`, {
    cookie,
    params,
    form,
    ...rest,
  });
}
async function answered(run: () => unknown) {
  const outcome = (await outcomeOf<unknown>(run)) as Response | { data: WorkbookFailure; init: { status: number } };
  if (outcome instanceof Response)
    return { status: outcome.status, to: outcome.headers.get("location"), failure: null };
  return { status: outcome.init.status, to: null, failure: outcome.data };
}
function upload(file: Buffer | null, options: Options = {}) {
  const args = argsOf(options);
  const body = new FormData();
  if (file) body.append("file", new File([new Uint8Array(file)], "ifylld.xlsx"));
  const headers = { cookie: options.cookie ?? cookie };
  return answered(() => action({ ...args, request: new Request(args.request.url, { method: "POST", body, headers }) }));
}
const post = (form: Record<string, string | string[]>, options: Options = {}) =>
  answered(() => action(argsOf(options, form)));
async function page(options: Options = {}) {
  const seen = await outcomeOf(() => loader(argsOf(options)));
  if (seen instanceof Response) throw new Error(await seen.text());
  return seen;
}
async function downloaded(): Promise<Buffer> {
  const response = (await outcomeOf(() => download(argsOf()))) as Response;
  expect(response.headers.get("content-disposition")).toContain("sjalvskattning-2026-haninge.xlsx");
  return Buffer.from(await response.arrayBuffer());
}
function save(content: AnswerContent, { code = "1:1", baseRevision = 0, by = personId } = {}) {
  const result = saveAnswer(
    connection.db,
    { ...place, code, baseRevision, saveId: randomUUID(), content },
    { now: testNow, personId: by, role: "coordinator" },
  );
  if (!result.ok) throw new Error(result.problem);
}
const stored = (code = "1:1") => findAnswer(connection.db, { ...place, code });
/** Takes everything that is proposed, as the page would send it, less or more as told. */
async function takeForm(changes: Record<string, string | string[]> = {}) {
  const { proposal } = await page();
  const answers = proposal?.answers ?? [];
  const fields = answers.flatMap(({ code, revision, changes: keys }): [string, string | string[]][] => [
    [`revision.${code}`, String(revision)],
    [`take.${code}`, keys.map(({ key }) => key)],
  ]);
  return { intent: "take", import: proposal?.id ?? "", ...Object.fromEntries(fields), ...changes };
}

test("an uploaded workbook is shown change by change and stores nothing", async () => {
  save(anAnswer({ comment: "förut" }));
  const file = await filled(await downloaded(), { "1:1 kommentar D": "efteråt", "1:1.1 C": "Nej", "1:2 nivå C": "9" });
  expect(await upload(file)).toMatchObject({ status: 303, to: "/skattning/2026/haninge/arbetsbok" });
  const { proposal } = await page();
  expect(proposal).toMatchObject({
    fileName: "ifylld.xlsx",
    answers: [
      {
        code: "1:1",
        revision: 1,
        stale: null,
        changes: [
          { key: "indicator 1:1.1", sheet: "Grundförmåga 1", from: { answer: "yes" }, to: { answer: "no" } },
          {
            key: "comment",
            cell: expect.stringMatching(/^D\d+$/),
            from: { comment: "förut" },
            to: { comment: "efteråt" },
          },
        ],
      },
    ],
    problems: [{ sheet: "Grundförmåga 1", what: "9", why: expect.stringContaining("finns inte i listan") }],
  });
  expect(stored()?.revision).toBe(1);
});

test("only what is chosen is saved, one save per sub-capability, and the workbook is then gone", async () => {
  save(anAnswer());
  await upload(
    await filled(await downloaded(), {
      "1:1 kommentar D": "tas",
      "1:1.1 C": "Nej",
      "1:2 kommentar D": "tas inte",
      "2:1 nivå C": "1",
    }),
  );
  const form = await takeForm({ "take.1:1": "comment", "take.1:2": [] });
  expect(await post(form)).toMatchObject({
    status: 303,
    to: "/skattning/2026/haninge/arbetsbok?sparade=1%3A1%2C2%3A1",
  });
  expect(stored()).toMatchObject({ revision: 2, savedBy: personId, content: anAnswer({ comment: "tas" }) });
  expect(stored("1:2")).toBeUndefined();
  expect(stored("2:1")?.content).toMatchObject({ kind: "level", level: 1 });
  expect((await page({ query: "?sparade=1:1,2:1,9:9" })).saved).toEqual(["1:1", "2:1"]);
  expect((await page()).proposal).toBeNull();
  expect(await post(form)).toMatchObject({
    status: 409,
    failure: { sentence: expect.stringContaining("redan sparade") },
  });
  expect(stored()?.revision).toBe(2);
});

describe("where others saved since the workbook was downloaded", () => {
  test("both are shown, and only what the workbook itself changed", async () => {
    save(anAnswer());
    const file = await filled(await downloaded(), { "1:1 kommentar D": "mötets" });
    save(anAnswer({ comment: "deras", confidence: "high" }), { baseRevision: 1 });
    await upload(file);
    const [answer] = (await page()).proposal?.answers ?? [];
    expect(answer).toMatchObject({ revision: 2, stale: { savedByName: "Person coordinator" } });
    expect(answer?.changes).toMatchObject([{ key: "comment", from: { comment: "deras" }, to: { comment: "mötets" } }]);
    await post(await takeForm());
    expect(stored()).toMatchObject({ revision: 3, content: { comment: "mötets", confidence: "high" } });
  });

  test("and while the preview was read, that answer is kept for a new choice and the others are saved", async () => {
    save(anAnswer());
    await upload(await filled(await downloaded(), { "1:1 kommentar D": "mötets", "1:2 kommentar D": "ny" }));
    const form = await takeForm();
    save(anAnswer({ reason: "deras" }), { baseRevision: 1 });
    expect(await post(form)).toMatchObject({ status: 409, failure: { refused: [{ code: "1:1" }], saved: ["1:2"] } });
    expect(stored()).toMatchObject({ revision: 2, content: { comment: "" } });
    expect((await page()).proposal?.answers).toMatchObject([{ code: "1:1", stale: {}, revision: 2 }]);
    expect(await post(await takeForm())).toMatchObject({ status: 303 });
    expect(stored()).toMatchObject({ revision: 3, content: { comment: "mötets", reason: "deras" } });
  });
});

test.each<[string, () => Buffer | null, number, RegExp]>([
  ["no file", () => null, 422, /Välj först/],
  ["an empty file", () => Buffer.alloc(0), 422, /Välj först/],
  ["something else", () => Buffer.from("hej"), 422, /ingen Excel-arbetsbok/],
  ["a file over the limit", () => Buffer.alloc(UPLOAD_LIMIT_BYTES + 1), 413, /för stor: högst 5 MB/],
])("%s is refused with a sentence", async (_what, make, status, sentence) => {
  expect(await upload(make())).toMatchObject({ status, failure: { sentence: expect.stringMatching(sentence) } });
  expect((await page()).proposal).toBeNull();
});

test("a multipart body that is cut off is refused with a sentence", async () => {
  const args = argsOf();
  const headers = { cookie, "content-type": "multipart/form-data; boundary=x" };
  const request = new Request(args.request.url, {
    method: "POST",
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    headers,
  });
  expect(await answered(() => action({ ...args, request }))).toMatchObject({ status: 422 });
});

test("another actor's workbook is refused", async () => {
  const other = signedIn(connection.db, { role: "coordinator", actorId: "solna" });
  expect(await upload(await downloaded(), { actor: "solna", cookie: other.cookie })).toMatchObject({
    status: 422,
    failure: { sentence: expect.stringContaining("en annan aktör än Solna stad") },
  });
});

describe("an uploaded workbook", () => {
  const uploaded = async () => upload(await filled(await downloaded(), { "1:1 kommentar D": "nytt" }));

  test("is the uploader's alone", async () => {
    await uploaded();
    const colleague = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
    expect((await page({ cookie: colleague.cookie })).proposal).toBeNull();
    expect(await post(await takeForm(), { cookie: colleague.cookie })).toMatchObject({ status: 409 });
    expect(stored()).toBeUndefined();
  });

  test("is replaced by the next, and a choice on the first is refused", async () => {
    await uploaded();
    const form = await takeForm();
    await uploaded();
    expect(await post(form)).toMatchObject({ status: 409 });
    expect(stored()).toBeUndefined();
  });

  test("goes out after a day", async () => {
    await uploaded();
    const file = await downloaded();
    const now = new Date(testNow.getTime() + 86_400_000);
    const { cookie: later } = signedIn(connection.db, { role: "coordinator", actorId: "haninge", now });
    expect((await page({ now, cookie: later })).proposal).toBeNull();
    await upload(file, { now, cookie: later });
    expect(connection.sqlite.prepare("SELECT count(*) AS n FROM workbook_import").get()).toEqual({ n: 1 });
  });

  test("is let go with nothing saved", async () => {
    await uploaded();
    expect(await post({ intent: "discard" })).toMatchObject({ status: 303 });
    expect((await page()).proposal).toBeNull();
    expect(listAnswers(connection.db, testYear, "haninge")).toEqual([]);
  });

  test("is not taken once the assessment is submitted or the round closed", async () => {
    const file = await downloaded();
    for (const code of ["1:1", "1:2", "2:1"]) {
      const indicators = {
        [`${code}.1`]: { answer: "yes" as const, reason: "" },
        [`${code}.2`]: { answer: "yes" as const, reason: "" },
      };
      save(anAnswer({ indicators }), { code });
    }
    await uploaded();
    const form = await takeForm();
    expect(submitAssessment(connection.db, place, { now: testNow, personId }).ok).toBe(true);
    expect(await post(form)).toMatchObject({
      status: 409,
      failure: { refused: [{ code: "1:1", why: expect.stringContaining("inlämnad") }] },
    });
    expect((await page()).readOnly).toContain("inlämnad");
    expect(stored()?.revision).toBe(1);
    const late = new Date("2026-06-01T10:00:00Z");
    const { cookie: later } = signedIn(connection.db, { role: "coordinator", actorId: "haninge", now: late });
    expect(await upload(file, { now: late, cookie: later })).toMatchObject({ status: 409 });
  });
});

test("the coordinator may upload", async () => {
  expect((await page()).readOnly).toBeNull();
});

test("an approver downloads and cannot upload", async () => {
  const reader = signedIn(connection.db, { role: "approver", actorId: "haninge" });
  expect((await page({ cookie: reader.cookie })).readOnly).toContain("Aktörens samordnare");
  expect(await upload(await downloaded(), { cookie: reader.cookie })).toMatchObject({ status: 403 });
});

test("a contributor takes what is delegated, and nothing else", async () => {
  const contributor = signedIn(connection.db, { role: "contributor", actorId: "haninge" });
  const options = { cookie: contributor.cookie };
  const file = await filled(await downloaded(), { "1:1 kommentar D": "från mötet", "2:1 kommentar D": "härifrån" });
  expect((await page(options)).readOnly).toContain("inte fördelat till dig");
  const by = { now: testNow, personId, role: "coordinator" } as const;
  delegateBaseCapability(connection.db, { ...place, capability: 1, personId: contributor.personId }, by);
  expect((await page(options)).readOnly).toBeNull();
  expect(await upload(file, options)).toMatchObject({ status: 303 });
  const { proposal } = await page(options);
  const taken = { "revision.1:1": "0", "take.1:1": "comment", "revision.2:1": "0", "take.2:1": "comment" };
  expect(await post({ intent: "take", import: proposal?.id ?? "", ...taken }, options)).toMatchObject({
    status: 409,
    failure: { saved: ["1:1"], refused: [{ code: "2:1", why: expect.stringContaining("inte fördelad till dig") }] },
  });
  expect(stored("2:1")).toBeUndefined();
});

test("the office uploads and takes only on the actor's behalf", async () => {
  const office = signedIn(connection.db, { role: "office" });
  const file = await filled(await downloaded(), { "1:1 kommentar D": "från mötet" });
  expect(await upload(file, { cookie: office.cookie })).toMatchObject({
    status: 409,
    failure: { sentence: expect.stringContaining("vad svaren bygger på") },
  });
  const by = { now: testNow, personId: office.personId, role: "office" } as const;
  beginOnBehalf(connection.db, { ...place, basis: "paper", basisDay: "2026-03-01", note: "" }, by);
  expect(await upload(file, { cookie: office.cookie })).toMatchObject({ status: 303 });
  const { proposal } = await page({ cookie: office.cookie });
  const form = { intent: "take", import: proposal?.id ?? "", "revision.1:1": "0", "take.1:1": "comment" };
  expect(await post(form, { cookie: office.cookie })).toMatchObject({ status: 303 });
  expect(stored()).toMatchObject({ savedBy: office.personId, content: { comment: "från mötet" } });
});

test("a year and an actor that are not there give 404", async () => {
  const office = signedIn(connection.db, { role: "office" });
  const outcome = await outcomeOf<unknown>(() => loader(argsOf({ actor: "ingen", cookie: office.cookie })));
  expect((outcome as Response).status).toBe(404);
});
