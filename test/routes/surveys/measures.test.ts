import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { isActorRole } from "#domain/access.ts";
import { formOutcomeOf, outcomeOf, routeArgs, signedIn, statusOf, testNow } from "#test/support/request.ts";
import { storeRound } from "#test/support/stored.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { action, loader } from "../../../app/routes/surveys/measures.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
});

const params = { year: "2026", actor: "haninge" };
const path = "/skattning/2026/haninge/atgarder";
const ny = { key: "ny-1:1", intent: "note", saveId: "ett", baseRevision: "0", back: "1:1" };
const typed = { "what.ny-1:1": "Öva", "holder.ny-1:1": "Säkerhetsenheten", "dueDay.ny-1:1": "2026-12-31" };
const cookieOf = (role: Role) =>
  signedIn(connection.db, { role, actorId: isActorRole(role) ? "haninge" : null }).cookie;
function post(form: Record<string, string>, role: Role = "coordinator", cookie = cookieOf(role)) {
  return formOutcomeOf(() => action(routeArgs(connection.db, path, { cookie, params, form })));
}
async function view(search = "") {
  const args = routeArgs(connection.db, path + search, { cookie: cookieOf("coordinator"), params });
  const page = await outcomeOf(() => loader(args));
  if (page instanceof Response) throw new Error(`${page.status}`);
  return page.view;
}

describe("noting a measure", () => {
  test("leads back to the page that it was written on", async () => {
    const outcome = (await post({ ...ny, ...typed })) as Response;
    expect(statusOf(outcome)).toBe(303);
    expect(outcome.headers.get("location")).toBe("/skattning/2026/haninge/1:1?atgard=sparad#atgarder-1:1");
    expect((await view()).groups).toMatchObject([{ code: "1:1", own: [{ what: "Öva", dueDay: "2026-12-31" }] }]);
  });

  test.each([
    ["what", "  ", "Skriv vad ni ska göra."],
    ["what", "å".repeat(1001), "Texten är för lång. Korta den till 1000 tecken."],
    ["what", "å".repeat(200_000), "Texten är för lång. Korta den till 1000 tecken."],
    ["what", "a\0b", "Texten innehåller ett tecken som inte går att spara. Skriv om den."],
    ["holder", "", "Skriv vilken funktion som håller i åtgärden."],
    ["dueDay", "2026-02-30", "Skriv en dag som finns, till exempel 2027-06-30."],
    ["dueDay", "20267-02-03", "Skriv en dag som finns, till exempel 2027-06-30."],
    ["dueDay", "0001-01-01", "Skriv en dag som finns, till exempel 2027-06-30."],
  ])("with %s %j nothing is saved, and everything typed comes back", async (field, value, sentence) => {
    const form = { ...ny, ...typed, [`${field}.ny-1:1`]: value };
    const outcome = await post(form);
    expect(outcome).toMatchObject({ key: "ny-1:1", values: form, errors: { [`${field}.ny-1:1`]: sentence } });
    expect((await view()).groups).toEqual([]);
  });

  test.each([
    [{ ...ny, key: "" }],
    [{ ...ny, intent: "annat" }],
    [{ ...ny, intent: "edit" }],
    [{ ...ny, saveId: "" }],
    [{ ...ny, baseRevision: "x" }],
  ])("a broken form %o gets one sentence", async (frame) => {
    expect(await post({ ...frame, ...typed })).toMatchObject({
      errors: { "": "Formuläret kom inte fram helt. Försök en gång till." },
    });
  });

  test("a sub-capability that does not exist is not found", async () => {
    const nine = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name.replace("1:1", "9:9"), value]));
    expect(statusOf(await post({ ...ny, ...nine, key: "ny-9:9" }))).toBe(404);
  });

  test("a contributor without the base capability is told, and keeps what was typed", async () => {
    const outcome = await post({ ...ny, ...typed }, "contributor");
    expect(outcome).toMatchObject({ values: typed, errors: { "": expect.stringContaining("fördel") } });
  });
});

test("the office is told that it can read the measures, not answers", async () => {
  const { cookie } = signedIn(connection.db, { role: "office" });
  const page = await outcomeOf(() => loader(routeArgs(connection.db, path, { cookie, params })));
  expect(page).toMatchObject({ readOnly: "Du kan läsa åtgärderna. Aktörens samordnare fyller i dem." });
});

test("a contributor is told why what is not delegated has no form", async () => {
  const [{ personId, cookie }, coordinator] = [
    signedIn(connection.db, { role: "contributor", actorId: "haninge" }),
    signedIn(connection.db, { role: "coordinator", actorId: "haninge" }),
  ];
  const reason = async () => {
    const page = await outcomeOf(() => loader(routeArgs(connection.db, path, { cookie, params })));
    return page instanceof Response ? page.status : page.readOnly;
  };
  const noted = (code: string) => {
    const fields = Object.entries({ ...ny, ...typed, saveId: code });
    return post(Object.fromEntries(fields.map((field) => field.map((text) => text.replace("1:1", code)))));
  };
  expect(await reason()).toBeNull();
  await noted("1:1");
  expect(await reason()).toContain("inte fördelat till dig");
  const key = { year: 2026, actorId: "haninge", capability: 1, personId };
  delegateBaseCapability(connection.db, key, { now: testNow, personId: coordinator.personId, role: "coordinator" });
  expect(await reason()).toBeNull();
  await noted("2:1");
  expect(await reason()).toContain("Det andra kan du läsa.");
});

test("a measure is taken away with the button of its own, whatever its fields say", async () => {
  await post({ ...ny, ...typed, back: "" });
  const outcome = await post({ key: "2026-1", intent: "edit", saveId: "två", baseRevision: "1", remove: "on" });
  expect((outcome as Response).headers.get("location")).toBe("/skattning/2026/haninge/atgarder?atgard=borttagen");
  expect((await view()).removed).toHaveLength(1);
});

test("an own measure of another year cannot be changed through this year's page", async () => {
  const other = { key: "2025-1", intent: "edit", saveId: "tre", baseRevision: "1" };
  const fields = { "what.2025-1": "Öva", "holder.2025-1": "Enheten", "dueDay.2025-1": "2026-12-31" };
  expect(await post({ ...other, ...fields })).toMatchObject({ errors: { "": expect.stringContaining("finns inte") } });
});

test("the form for a new measure opens for the sub-capability that is asked for, and for no other", async () => {
  expect((await view("?ny=1:2")).asked).toMatchObject({ code: "1:2" });
  expect((await view("?ny=7:7")).asked).toBeNull();
});

test("an address that says a word of no meaning says nothing", async () => {
  const args = routeArgs(connection.db, `${path}?atgard=constructor`, { cookie: cookieOf("coordinator"), params });
  expect(await outcomeOf(() => loader(args))).toMatchObject({ saved: null });
});

describe("a decision on an earlier year's measure", () => {
  const besked = { key: "2025-1", intent: "decide", saveId: "fyra", baseRevision: "0", back: "" };
  const goOn = { "state.2025-1": "ongoing", "holder.2025-1": "Enheten", "dueDay.2025-1": "2026-12-31" };
  const field = (name: string, sentence: string) => ({ errors: { [`${name}.2025-1`]: sentence } });
  test.each([
    [
      { ...goOn, "state.2025-1": "" },
      field("state", "Välj om åtgärden ska vara kvar, eller om den är klar eller avbruten."),
    ],
    [
      { ...goOn, "state.2025-1": "annat" },
      field("state", "Välj om åtgärden ska vara kvar, eller om den är klar eller avbruten."),
    ],
    [{ ...goOn, "dueDay.2025-1": "" }, field("dueDay", "Skriv en dag som finns, till exempel 2027-06-30.")],
    [{ ...goOn, "holder.2025-1": "" }, field("holder", "Skriv vilken funktion som håller i åtgärden.")],
    [
      { "state.2025-1": "done", "note.2025-1": "a\0b" },
      field("note", "Texten innehåller ett tecken som inte går att spara. Skriv om den."),
    ],
    // Well formed, but there is no such measure: an ended one needs no day.
    [{ "state.2025-1": "done", "dueDay.2025-1": "" }, { errors: { "": expect.stringContaining("finns inte") } }],
  ])("as %o is answered %o, and everything typed comes back", async (form, answer) => {
    expect(await post({ ...besked, ...form })).toMatchObject({ ...answer, values: form });
  });
});
