import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listSubCapabilities } from "#domain/definition.ts";
import { areasFedBy, goalLinks } from "#domain/goal-area.ts";
import { readDefinitionFiles } from "#usecases/load-definitions.ts";
import { readGoalAreaFiles, refuseUnknownCodes } from "#usecases/load-goal-areas.ts";

const parsed = readGoalAreaFiles("capabilities");
const [file] = parsed;
if (!file) throw new Error("no goal areas");
const { document } = file;
const [definition] = readDefinitionFiles("capabilities").map((each) => each.definition);

/** Words alone: the source wraps its lines and sets several spaces. */
const words = (text: string) => text.replace(/\s+/g, " ").trim();
const source = words(readFileSync("test/fixtures/goal-areas-2019.txt", "utf8"));

test("the ten goal areas stand in the source's order under its names", () => {
  expect(document.areas.map(({ name }) => name)).toEqual([
    "Grundförmågor",
    "Säker informationsdelning",
    "Omvärldsbevakning och lägesbild",
    "Förberedda inriktningar",
    "Virtuell och fysisk samverkan",
    "Samordnad kommunikation",
    "Anpassning till totalförsvarsplanering",
    "Robusta system",
    "Kontinuitet och uthållighet",
    "Kompatibel stabsstruktur",
  ]);
});

test("their texts are the source's, to the letter and without a word left out", () => {
  const written = document.areas.flatMap(({ name, goal, text }) => [
    name,
    goal,
    ...text.flatMap((part) => (typeof part === "string" ? [part] : part.bullets.map((bullet) => `- ${bullet}`))),
  ]);
  const from = source.indexOf("Grundförmågor Aktörer inom");
  expect(source.slice(from, source.indexOf(" Årlig verksamhetsplanering"))).toBe(written.join(" "));
});

test("every code is one of the definition's, and every sub-capability feeds an area", () => {
  if (!definition) throw new Error("no definition");
  expect(() => refuseUnknownCodes(parsed, () => definition)).not.toThrow();
  const links = goalLinks(document, [], { version: "2019", lineage: undefined });
  const codes = listSubCapabilities(definition).map(({ code }) => code);
  expect(codes.filter((code) => areasFedBy(document, links, code).length === 0)).toEqual([]);
});
