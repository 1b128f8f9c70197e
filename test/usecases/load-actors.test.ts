import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { listActors, updateActor } from "#db/queries/actors.ts";
import { actorIdOf } from "#domain/actor-life.ts";
import { loadActors } from "#usecases/load-actors.ts";

const file = { name: "db/actors.yaml", text: readFileSync("db/actors.yaml", "utf8") };

describe("loading actors", () => {
  test("fills an empty table with the 37, nobody designated", () => {
    const { db } = openDatabase(":memory:");
    expect(loadActors(db, file)).toBe(37);
    const actors = listActors(db);
    const inCategory = (category: string) => actors.filter((actor) => actor.category === category).length;
    expect(["kommun", "blåljus", "trafik", "övrig"].map(inCategory)).toEqual([26, 6, 2, 3]);
    expect(actors.filter((actor) => actor.designated)).toEqual([]);
    expect(new Set(actors.map((actor) => actor.shortName)).size).toBe(37);
  });

  test.each([
    ["haninge-kommun", "Haninge kommun", "Haninge"],
    ["stockholms-stad", "Stockholms stad", "Stockholm"],
    ["osterakers-kommun", "Österåkers kommun", "Österåker"],
    ["upplands-bro-kommun", "Upplands-Bro kommun", "Upplands-Bro"],
    ["sos-alarm", "SOS Alarm", "SOS Alarm"],
    ["polismyndigheten-region-stockholm", "Polismyndigheten region Stockholm", "Polisen region Stockholm"],
  ])("%s is %s, for short %s", (id, name, shortName) => {
    const { db } = openDatabase(":memory:");
    loadActors(db, file);
    expect(listActors(db)).toContainEqual(expect.objectContaining({ id, name, shortName }));
    expect(actorIdOf(name)).toBe(id);
  });

  test("again leaves what the office has edited", () => {
    const { db } = openDatabase(":memory:");
    loadActors(db, file);
    const [first] = listActors(db);
    if (!first) throw new Error("no actors");
    updateActor(db, { ...first, designated: true });
    const before = listActors(db);
    expect(loadActors(db, file)).toBe(0);
    expect(listActors(db)).toEqual(before);
  });

  test.each([
    ["kommun:\n  - Nacka kommun\n  - Nacka kommun\n", "rad 3: Aktören Nacka kommun finns två gånger. Ta bort den ena."],
    ["kommun:\n  - { name: Nacka kommun }\n", "rad 2: Värdet har fel form."],
    ["kommun: Nacka kommun\n", "rad 1: kommun: Här ska det stå en lista, men det står en text. Rätta värdet."],
  ])("refuses %j and writes nothing", (text, message) => {
    const { db } = openDatabase(":memory:");
    expect(() => loadActors(db, { ...file, text })).toThrow(`db/actors.yaml, ${message}`);
    expect(listActors(db)).toEqual([]);
  });
});
