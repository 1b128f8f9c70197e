import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase, tables } from "#db/client.server.ts";
import { listGoalDocuments } from "#db/queries/goal-areas.ts";
import { testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { loadDefinitions, readDefinitionFiles } from "#usecases/load-definitions.ts";
import { loadGoalAreas, parseGoalAreaFiles } from "#usecases/load-goal-areas.ts";

const name = "capabilities/goal-areas-2019.yaml";
const text = readFileSync(name, "utf8");
const lineOf = (piece: string) => text.slice(0, text.indexOf(piece)).split("\n").length;

let db: Db;
const load = (changed = text) => loadGoalAreas(db, parseGoalAreaFiles([{ name, text: changed }]), testNow);

beforeEach(() => {
  db = openDatabase(":memory:").db;
  loadDefinitions(db, readDefinitionFiles("capabilities"), testNow);
});

describe("loading goal areas", () => {
  test("stores the document once, whole", () => {
    load();
    load();
    expect(listGoalDocuments(db).map(({ id, areas }) => [id, areas.length])).toEqual([["2019", 10]]);
  });

  test.each([
    ["an unknown code", ['codes: ["2:8"]', 'codes: ["9:9"]'], "9:9 finns inte i definitionen 2019"],
    ["an unknown definition", ['definition: "2019"', 'definition: "2031"'], "Definitionen 2031 finns inte"],
    ["a code twice", ['codes: ["2:3", "2:4"]', 'codes: ["2:3", "2:3"]'], "2:3 står två gånger"],
    ["a key twice", ["key: kontinuitet", "key: stabsstruktur"], "Nyckeln stabsstruktur finns två gånger"],
    ["an unknown field", ["fromYear: 2019", "fromYear: 2019\nextra: 1"], "Okänt fält: extra"],
  ])("names file and line for %s, and stores nothing", (_what, [from = "", to = ""], message) => {
    const wrong = text.replace(from, to);
    expect(() => load(wrong)).toThrow(message);
    expect(() => load(wrong)).toThrow(/^capabilities\/goal-areas-2019\.yaml, rad \d+: /);
    expect(listGoalDocuments(db)).toEqual([]);
  });

  test("names the very line of an unknown code", () => {
    const wrong = text.replace('codes: ["2:8"]', 'codes: ["9:9"]');
    expect(() => load(wrong)).toThrow(`rad ${lineOf('codes: ["2:8"]')}: `);
  });

  test("replaces a document that no plan stands on, and never one that a plan does", () => {
    load();
    load(text.replace("title: Gemensam målbild", "title: Vår målbild"));
    expect(listGoalDocuments(db)[0]?.title).toBe("Vår målbild 2019–2022");
    storeRound(db, "released");
    db.insert(tables.operationsPlan).values({ year: 2027, basisYear: testYear, goalDocument: "2019" }).run();
    expect(() => load()).toThrow("får inte ändras");
    expect(listGoalDocuments(db)[0]?.title).toBe("Vår målbild 2019–2022");
  });

  test("refuses two files with one id", () => {
    const files = [name, "capabilities/goal-areas-2023.yaml"].map((each) => ({ name: each, text }));
    expect(() => parseGoalAreaFiles(files)).toThrow("Målbilden 2019 finns också i capabilities/goal-areas-2019.yaml");
  });
});
