import { beforeEach, describe, expect, test } from "vitest";
import { forgetKept, keepDraft, listKept, type TextStore } from "#components/survey/kept-texts.ts";

/** A browser's store; `limit`: how many characters it takes. */
function aStore(limit = 1_000_000): TextStore {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    removeItem: (key) => void texts.delete(key),
    setItem(key, text) {
      if (text.length > limit) throw new DOMException("full", "QuotaExceededError");
      texts.set(key, text);
    },
  };
}

const now = new Date("2026-03-02T11:00:00.000Z");
const place = { personId: "anna", year: 2026, actorId: "haninge", code: "1:1" };
const at = { ...place, id: "page-1", path: "/skattning/2026/haninge/1:1" };
const unsent = { typed: "reason=nytt", saved: "", sent: null, baseRevision: 2 };
let store: TextStore;
beforeEach(() => {
  store = aStore();
});

test("what is unsent is kept, and let go of when it is sent", () => {
  expect(keepDraft(store, at, unsent, now)).toBe(true);
  expect(listKept(store, place)).toEqual([
    { ...at, typed: "reason=nytt", baseRevision: 2, sent: null, keptAt: now.toISOString() },
  ]);
  expect(keepDraft(store, at, { ...unsent, saved: unsent.typed }, now)).toBe(true);
  expect(listKept(store, place)).toEqual([]);
});

test("two pages of one person on one answer keep a text each, the oldest first", () => {
  keepDraft(store, { ...at, id: "page-2" }, { ...unsent, typed: "reason=senare" }, new Date(now.getTime() + 1000));
  keepDraft(store, at, unsent, now);
  expect(listKept(store, place).map(({ id }) => id)).toEqual(["page-1", "page-2"]);
  forgetKept(store, at);
  expect(listKept(store, place).map(({ id }) => id)).toEqual(["page-2"]);
});

test("another person sees nothing of it, also one whose id begins alike", () => {
  keepDraft(store, at, unsent, now);
  for (const personId of ["bo", "ann", "anna2"]) expect(listKept(store, { personId })).toEqual([]);
  expect(listKept(store, { personId: "anna" })).toHaveLength(1);
  expect(listKept(store, { personId: "anna", code: "1:2" })).toEqual([]);
});

describe("says that the text is not safe", () => {
  test.each([
    ["where the store is full", () => aStore(10)],
    ["where the browser has none", () => null],
  ])("%s", (_case, make) => {
    expect(keepDraft(make(), at, unsent, now)).toBe(false);
    expect(listKept(make(), place)).toEqual([]);
  });
});

test.each([
  ["no JSON", "{"],
  ["nothing", "null"],
  ["half of it", JSON.stringify({ ...at, typed: "x" })],
  ["an address elsewhere", JSON.stringify({ ...at, ...unsent, path: "//evil.example/x", keptAt: "" })],
])("what cannot be read is left alone: %s", (_case, text) => {
  store.setItem("osparat/anna/2026/haninge/1:1/page-1", text);
  expect(listKept(store, place)).toEqual([]);
  expect(store.length).toBe(1);
});
