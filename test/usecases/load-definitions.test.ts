import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findDefinition, listDefinitions } from "#db/queries/definitions.ts";
import { loadDefinitions, parseDefinitionFiles, readDefinitionFiles } from "#usecases/load-definitions.ts";
import { parseDefinitionFile } from "#usecases/parse-definition-file.ts";
import { FileError, type TextFile } from "#usecases/parse-yaml-file.ts";

const text = readFileSync("capabilities/2019.yaml", "utf8");
const name = "capabilities/2019.yaml";
const now = new Date("2026-11-22T03:00:00Z");
const later = new Date("2026-11-23T03:00:00Z");

/** The file with one piece of text replaced; fails if it is not there. */
function changed(from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

function lineOf(piece: string, within = text): number {
  return within.slice(0, within.indexOf(piece)).split("\n").length;
}

const load = (db: Db, files: TextFile[], at: Date) => loadDefinitions(db, parseDefinitionFiles(files), at);

function loaded(status: "draft" | "published" = "published") {
  const { db } = openDatabase(":memory:");
  load(db, [{ name, text: changed("status: published", `status: ${status}`) }], now);
  return db;
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
  return "nothing was refused";
}

describe("loading definitions", () => {
  test("stores and publishes what the files in capabilities/ say", () => {
    const { db } = openDatabase(":memory:");
    loadDefinitions(db, readDefinitionFiles("capabilities"), now);
    const { sha256, definition } = parseDefinitionFile({ name, text });
    expect(listDefinitions(db)).toContainEqual({ version: "2019", sha256, publishedAt: now.toISOString() });
    expect(findDefinition(db, "2019")).toEqual(definition);
  });

  test("again changes nothing", () => {
    const db = loaded();
    const before = listDefinitions(db);
    load(db, [{ name, text }], later);
    expect(listDefinitions(db)).toEqual(before);
  });

  test.each([
    ["a comment", `# en kommentar\n${text}`],
    [
      "quotes and order of fields",
      text.replace('version: "2019"\nstatus: published', "status: published\nversion: '2019'"),
    ],
    ["the status", text.replace("status: published", "status: draft")],
  ])("with a change of %s leaves the published version as it is", (_what, other) => {
    const db = loaded();
    const before = listDefinitions(db);
    load(db, [{ name, text: other }], later);
    expect(listDefinitions(db)).toEqual(before);
  });

  test.each(["published", "draft"])("refuses changed content of a published version in a %s file", (status) => {
    const db = loaded();
    const other = changed("name: Förmåga att använda Rakel.", "name: Förmåga att använda Rakel").replace(
      "status: published",
      `status: ${status}`,
    );
    const message = messageOf(() => load(db, [{ name, text: other }], later));
    expect(message).toBe(
      `capabilities/2019.yaml, rad ${lineOf("version:")}: Version 2019 är publicerad och får inte ändras. ` +
        "Återställ filen eller lägg ändringen i en ny version.",
    );
    expect(findDefinition(db, "2019")).toEqual(parseDefinitionFile({ name, text }).definition);
  });

  test("stores a draft for preview, replaces it, and publishes it when its status says so", () => {
    const db = loaded("draft");
    expect(listDefinitions(db)).toMatchObject([{ version: "2019", publishedAt: null }]);
    const other = changed("title: Gemensamma förmågor", "title: Gemensamma förmågor, ny");
    load(db, [{ name, text: other.replace("status: published", "status: draft") }], later);
    expect(findDefinition(db, "2019")?.title).toBe("Gemensamma förmågor, ny");
    expect(listDefinitions(db)).toMatchObject([{ version: "2019", publishedAt: null }]);
    load(db, [{ name, text: other }], later);
    expect(listDefinitions(db)).toMatchObject([{ version: "2019", publishedAt: later.toISOString() }]);
  });

  test("refuses two files with the same version", () => {
    const { db } = openDatabase(":memory:");
    const files = [
      { name: "capabilities/a.yaml", text },
      { name: "capabilities/b.yaml", text },
    ];
    expect(messageOf(() => load(db, files, now))).toBe(
      `capabilities/b.yaml, rad ${lineOf("version:")}: Version 2019 finns också i capabilities/a.yaml. ` +
        "Ge en av filerna en egen version, eller ta bort den.",
    );
    expect(listDefinitions(db)).toEqual([]);
  });

  test("writes nothing of the good file when another is wrong or changes a published version", () => {
    const good = { name: "capabilities/2020.yaml", text: changed('version: "2019"', 'version: "2020"') };
    const bad = { name, text: changed("title: Gemensamma förmågor", "title: Andra förmågor") };
    const db = loaded();
    const before = listDefinitions(db);
    messageOf(() => load(db, [good, bad], later));
    messageOf(() => load(db, [good, { name: "capabilities/x.yaml", text: "version: [" }], later));
    expect(listDefinitions(db)).toEqual(before);
  });
});

describe("a wrong definition file is refused with line, fault and remedy", () => {
  const leadIn = 'leadIn: "Aktören ska:"\n            bullets:\n              - vid en inträffad';
  test.each([
    ["a doubled code", 'code: "1:2"', 'code: "1:1"', 0, /^code: Koden 1:1 finns två gånger\. Ge varje/],
    [
      "bullets without lead-in",
      leadIn,
      leadIn.replace('leadIn: "Aktören ska:"\n            ', ""),
      0,
      /^Punkterna saknar inledning/,
    ],
    [
      "a number for a text",
      'version: "2019"',
      "version: 2019",
      0,
      /^version: .*en text.*värdet 2019\. Sätt värdet inom citattecken/,
    ],
    ["a text for a number", "level: 3", "level: tre", 0, /^level: .*ett tal, men det står en text/],
    ["an unknown field", "printed: ", "prined: ", 0, /^Okänt fält: prined\. Ta bort det eller rätta/],
    ["a missing field", "name: Förmåga att använda Rakel.\n        ", "", -1, /^name: Fältet saknas\. Lägg till det/],
    ["a level the scale lacks", "proven: 4", "proven: 5", 0, /^proven: .*nivå 5, som inte finns i skalan/],
    ["levels out of order", "level: 3", "level: 1", 0, /^level: Nivå 1 står efter nivå 2/],
    ["an unknown audience", "audience: common_function", "audience: rsib", -1, /Värdet har fel form/],
    ["an unknown status", "status: published", "status: klar", 0, /^status: Värdet ska vara draft eller published/],
    [
      "a code of another base capability",
      'code: "1:2"',
      'code: "2:2"',
      0,
      /^code: Koden 2:2 hör inte till grundförmåga 1/,
    ],
    ["a doubled field", "title: ", "status: draft\ntitle: ", 0, /^Fältet finns två gånger/],
    ["text that is no YAML", "title: Gemensamma", "title: [Gemensamma", null, /^Filen är inte giltig YAML/],
    [
      "a wording over two lines",
      "- beskriv",
      '- "beskriv\\n"\n              - beskriv',
      0,
      /^text: Texten är tom, har radbrytningar/,
    ],
    ["a reference", "title: Gemensamma förmågor", "title: *namn", 0, /^\*namn läses som en hänvisning\. Sätt texten/],
    ["an empty text", "name: Påbörjad", 'name: ""', 0, /^name: Texten är tom/],
  ])("%s", (_what, from, to, offset, problem) => {
    const text = changed(from, to);
    const message = messageOf(() => parseDefinitionFile({ name, text }));
    const [, line, rest] = /^capabilities\/2019\.yaml, rad (\d+): (.*)/.exec(message) ?? [];
    expect(rest).toMatch(problem);
    if (offset !== null) expect(Number(line)).toBe(lineOf(from) + offset);
  });

  test("an empty file", () => {
    expect(messageOf(() => parseDefinitionFile({ name, text: "" }))).toMatch(/rad 1: Här ska det stå en grupp av fält/);
  });

  test("every problem is named, each on its line", () => {
    const twice = changed("name: Påbörjad", "namn: Påbörjad");
    expect(messageOf(() => parseDefinitionFile({ name, text: twice })).split("\n")).toHaveLength(2);
  });
});
