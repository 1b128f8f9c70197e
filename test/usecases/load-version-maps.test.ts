import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertPublication } from "#db/queries/definitions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { testNow } from "#test/support/request.ts";
import { storeDefinition } from "#test/support/stored.ts";
import { loadVersionMaps } from "#usecases/load-version-maps.ts";

const text = `from: "test"
to: "next"
unchanged: ["1:1", "1:2"]
subCapabilities:
  - code: "2:1"
    change: clarified
    from: ["2:1"]
    reason: Samma krav med tydligare ord.
`;
const name = "capabilities/test-to-next.yaml";
let db: Db;
const load = (changed = text, file = name) => loadVersionMaps(db, [{ name: file, text: changed }], testNow);

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeDefinition(db);
  storeDefinition(db, { version: "next" }, { draft: true });
});

describe("loading a version map", () => {
  it("stores it once, whole, checked against both versions", () => {
    load();
    load();
    expect(listVersionMaps(db)).toMatchObject([{ from: "test", to: "next", retired: [] }]);
    expect(listVersionMaps(db)[0]?.subCapabilities.map(({ code }) => code)).toEqual(["2:1", "1:1", "1:2"]);
  });

  test.each([
    ["a change that is none", text.replace("clarified", "better"), 6, "unchanged eller clarified"],
    ["an unknown version", text.replace('"next"', '"2031"'), 2, "2031 finns inte"],
    ["a code that is left out", text.replace(', "1:2"', ""), 4, "1:2"],
    ["a line without its reason", text.replace(/ {4}reason.*\n/, ""), 5, "Skriv varför 2:1"],
    ["an unknown field", `${text}extra: 1\n`, 9, "Okänt fält"],
  ])("names file and line for %s, and stores nothing", (_name, wrong, line, message) => {
    const act = () => load(wrong);
    expect(act).toThrow(`${name}, rad ${line}: `);
    expect(act).toThrow(message);
    expect(listVersionMaps(db)).toEqual([]);
  });

  it("replaces one to a draft, and never one to a published version", () => {
    load();
    load(text.replace("tydligare", "enklare"));
    expect(listVersionMaps(db)[0]?.subCapabilities[0]?.reason).toContain("enklare");
    insertPublication(db, { version: "next", sha256: "ab", publishedAt: testNow.toISOString() });
    expect(() => load()).toThrow("får inte ändras");
    expect(listVersionMaps(db)[0]?.subCapabilities[0]?.reason).toContain("enklare");
  });

  it("refuses two maps to one version", () => {
    const files = [name, "capabilities/other-to-next.yaml"].map((file) => ({ name: file, text }));
    expect(() => loadVersionMaps(db, files, testNow)).toThrow("leder också till next");
  });
});
