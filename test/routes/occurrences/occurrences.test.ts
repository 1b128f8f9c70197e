import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { storeObservation, storeOccurrence } from "#test/support/occurrences.ts";
import { outcomeOf, routeArgs, signedIn, statusOf, testNow } from "#test/support/request.ts";
import { storeRound } from "#test/support/stored.ts";
import * as page from "../../../app/routes/occurrences/occurrence.tsx";
import * as fresh from "../../../app/routes/occurrences/occurrence-new.tsx";
import * as list from "../../../app/routes/occurrences/occurrences.tsx";

let db: Db;
let coordinator: ReturnType<typeof signedIn>;
let solna: ReturnType<typeof signedIn>;
let stranger: ReturnType<typeof signedIn>;
let id: number;
const frame = { saveId: "s", baseRevision: "1" };
const recorded = { kind: "exercise", name: "Övning <&=🚒", day: "2026-02-10", participants: ["solna"] };

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  coordinator = signedIn(db, { role: "coordinator", actorId: "haninge" });
  solna = signedIn(db, { role: "coordinator", actorId: "solna" });
  stranger = signedIn(db, { role: "coordinator", actorId: "attunda" });
  const by = { role: "coordinator", actorId: "haninge", personId: coordinator.personId, now: testNow } as const;
  id = storeOccurrence(db, by);
  storeObservation(db, id, by, { shortcomings: "Listan var gammal." });
});

type Form = Record<string, string | string[]>;
const args = (who: { cookie: string }, form?: Form, occurrence = String(id)) =>
  routeArgs(db, `/handelser/${occurrence}`, { cookie: who.cookie, params: { occurrence }, form });
const post = (form: Form, who: { cookie: string } = coordinator) => outcomeOf(() => page.action(args(who, form)));
const record = (form: Form) =>
  outcomeOf(() => fresh.action(routeArgs(db, "/handelser/ny", { cookie: coordinator.cookie, form })));

describe("recording by form", () => {
  test("leads to the new page, where signs and marks stand as typed", async () => {
    const outcome = await record({ intent: "record", ...frame, ...recorded });
    expect((outcome as Response).headers.get("location")).toBe("/handelser/2?nu=record#handelse");
    expect(page.loader(args(coordinator, undefined, "2")).view.occurrence.name).toBe("Övning <&=🚒");
  });

  type Change = { kind?: string; name?: string; day?: string; participants?: string[] };
  test.each<[string, Change, string[]]>([
    ["empty", { kind: "", name: "", day: "" }, ["kind", "name", "day"]],
    ["a day to come", { day: "2026-03-03" }, ["day"]],
    ["an actor that does not exist", { participants: ["borta"] }, ["participants"]],
    ["a text too long", { name: "x".repeat(5000) }, ["name"]],
  ])("%s: refused at the field, with all that was typed", async (_what, change, fields) => {
    const outcome = await record({ intent: "record", ...frame, ...recorded, ...change });
    expect(statusOf(outcome)).toBe(422);
    const { data } = outcome as unknown as { data: { errors: object; values: object } };
    expect(Object.keys(data.errors)).toEqual(fields);
    const [participants] = change.participants ?? recorded.participants;
    expect(data.values).toMatchObject({ ...recorded, ...change, participants });
  });
});

describe("a page of an event or exercise", () => {
  test("a stranger gets 404 for reading, and for every form", async () => {
    expect(statusOf(await outcomeOf(() => page.loader(args(stranger))))).toBe(404);
    const content = { "code.ny": "1:1", "worked.ny": "Ja", "shortcomings.ny": "" };
    const forms: Form[] = [
      { intent: "note", key: "ny", ...content },
      { intent: "remove", reason: "Nej" },
      { intent: "restore" },
      { intent: "edit", ...recorded },
      { intent: "edit_observation", key: "1", "code.1": "1:1", "worked.1": "Ja" },
    ];
    for (const form of forms) expect(statusOf(await post({ ...frame, ...form }, stranger))).toBe(404);
  });

  test.each(["0", "abc", "99", "1e3", "9999999999"])("there is no %s", async (occurrence) => {
    expect(statusOf(await outcomeOf(() => page.loader(args(coordinator, undefined, occurrence))))).toBe(404);
  });

  test("another that took part reads the record, not what the first noted of itself", () => {
    const { view } = page.loader(args(solna));
    expect(view.occurrence).toMatchObject({ id, isOwn: false, observations: [] });
    expect(JSON.stringify(view)).not.toContain("Listan var gammal");
    expect(
      JSON.stringify(list.loader(routeArgs(db, "/handelser?delformaga=1:1", { cookie: solna.cookie })).view.rows),
    ).toBe("[]");
  });

  test("an observation without text is refused under its own form, with what was chosen", async () => {
    const form = { ...frame, intent: "note", key: "ny", "code.ny": "1:2", "worked.ny": " ", "shortcomings.ny": "" };
    const outcome = await post(form);
    expect(statusOf(outcome)).toBe(422);
    expect((outcome as unknown as { data: object }).data).toMatchObject({
      form: "ny",
      values: { "code.ny": "1:2" },
      errors: { "worked.ny": expect.stringContaining("vad som fungerade") },
    });
  });

  test("taking away asks why", async () => {
    const outcome = await post({ ...frame, intent: "remove", reason: "" });
    expect(statusOf(outcome)).toBe(422);
    expect((await post({ ...frame, intent: "remove", reason: "Dubblett" })) as Response).toMatchObject({ status: 303 });
  });

  test("a stale form answers 409 and brings back what was typed", async () => {
    const outcome = await post({ ...frame, intent: "edit", ...recorded, baseRevision: "0" });
    expect(statusOf(outcome)).toBe(409);
    expect((outcome as unknown as { data: object }).data).toMatchObject({
      form: "edit",
      values: { name: recorded.name },
    });
  });

  test("what the address cannot mean narrows nothing", () => {
    const { view } = list.loader(routeArgs(db, "/handelser?ar=x&slag=plan&visa=allt", { cookie: coordinator.cookie }));
    expect(view.rows).toHaveLength(1);
  });
});
