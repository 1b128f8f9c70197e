import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type BaseCapability,
  findSubCapability,
  indicatorsFor,
  indicatorsOf,
  listSubCapabilities,
  type SubCapability,
} from "#domain/definition.ts";
import { parseDefinitionFile } from "#usecases/parse-definition-file.ts";

const name = "capabilities/2019.yaml";
const { definition, status } = parseDefinitionFile({ name, text: readFileSync(name, "utf8") });
const subs = listSubCapabilities(definition);

function sub(code: string): SubCapability {
  const found = findSubCapability(definition, code);
  if (!found) throw new Error(`no sub-capability ${code}`);
  return found;
}

describe("the 2019 definition", () => {
  test("is published, with 5 base capabilities, 28 sub-capabilities and 59 indicators", () => {
    const { capabilities } = definition;
    const indicatorCounts = capabilities.map((one) => one.subCapabilities.flatMap(indicatorsOf).length);
    expect(status).toBe("published");
    expect(capabilities.map((one) => one.number)).toEqual([1, 2, 3, 4, 5]);
    expect(capabilities.map((one) => one.subCapabilities.length)).toEqual([3, 8, 6, 4, 7]);
    expect(indicatorCounts).toEqual([8, 16, 12, 7, 16]);
    expect(subs.flatMap(indicatorsOf)).toHaveLength(59);
  });

  test("keeps the printed number where it is no code: 2:7 twice, 2.6 and 4.2", () => {
    const differing = subs.filter((one) => one.printed !== one.code).map((one) => [one.code, one.printed]);
    expect(differing).toEqual([
      ["2:6", "2.6"],
      ["2:7a", "2:7"],
      ["2:7b", "2:7"],
      ["4:2", "4.2"],
    ]);
    expect(sub("2:7a").name).toContain("WIS");
    expect(sub("2:7b").name).toContain("Kommunicera ut information om lägesbild");
  });

  test("has no 2:2, as the source has none", () => {
    expect(findSubCapability(definition, "2:2")).toBeUndefined();
  });

  test("shows section 2.7's names and keeps the other two of capability 1", () => {
    expect(definition.capabilities.map((one) => one.name)).toEqual([
      "Aktivera aktörsgemensamt arbete",
      "Informationsdela och skapa samlad lägesbild",
      "Samordna aktörsgemensamt arbete",
      "Inrikta aktörsgemensamt arbete",
      "Samordna och inrikta kommunikation",
    ]);
    expect(definition.capabilities.map((one) => one.otherNames.map((other) => other.name))).toEqual([
      ["Att aktivera samverkan", "Aktivera aktörsgemensamt läge"],
      [],
      [],
      [],
      [],
    ]);
  });

  test("directs 3:3.2 and 3:4.2 to designated actors, the parenthesis on RSIB to no actor, the rest to all", () => {
    const directed = subs.flatMap(indicatorsOf).filter((one) => one.audience !== "all");
    expect(directed.map((one) => [one.id, one.audience])).toEqual([
      ["2:4.2", "common_function"],
      ["3:3.2", "designated"],
      ["3:4.2", "designated"],
    ]);
    expect(directed[0]?.text).toMatch(/^\(RSIB har förmåga/);
  });

  test.each([
    ["2:4", false, ["2:4.1"]],
    ["2:4", true, ["2:4.1"]],
    ["3:3", false, ["3:3.1"]],
    ["3:3", true, ["3:3.1", "3:3.2"]],
  ])("of %s, an actor that is designated: %s answers %j", (code, designated, ids) => {
    expect(indicatorsFor(sub(code), { designated }).map((one) => one.id)).toEqual(ids);
  });

  test("has two running sentences without lead-in: the last of 5:1 and the only one of 2:7b", () => {
    const sentences = subs.flatMap((one) => one.groups.filter((group) => group.leadIn === null));
    expect(sentences.flatMap((group) => group.indicators.map((one) => one.id))).toEqual(["2:7b.1", "5:1.2"]);
  });

  test("heads 3:3 and 3:4 with two lead-ins each", () => {
    for (const code of ["3:3", "3:4"]) {
      expect(sub(code).groups.map((group) => group.leadIn)).toEqual([
        "Alla aktörer har:",
        "De utpekade aktörerna har:",
      ]);
    }
  });

  test("has notes at 2:8 and 5:7 only", () => {
    expect(subs.filter((one) => one.notes.length > 0).map((one) => [one.code, one.notes])).toEqual([
      ["2:8", ["Kommentar: Indikatorer utvecklas 2019"]],
      ["5:7", ["Se 1:1 och 2:7 ( aktivera aktörsgemensamt arbete samt informationsdela och samlad lägesbild)"]],
    ]);
  });

  test("has the five anchored levels and allows not applicable for indicators only", () => {
    expect(definition.levels.map(({ level, name, anchor }) => `${level} ${name}: ${anchor}`)).toEqual([
      "0 Saknas: Inget av det som delförmågan kräver finns på plats.",
      "1 Påbörjad: Något finns på plats, men mindre än hälften av indikatorerna uppfylls.",
      "2 Delvis uppfylld: Minst hälften av indikatorerna uppfylls, men inte alla (delvis räknas som en halv).",
      "3 Uppfylld: Alla indikatorer uppfylls och är kända av dem som berörs.",
      "4 Uppfylld och prövad: Som 3, och prövad med godtagbart resultat i övning eller verklig händelse de senaste 24 månaderna.",
    ]);
    expect(definition.proposal).toEqual({ none: 0, underHalf: 1, half: 2, all: 3, proven: 4 });
    expect(definition.indicatorNotApplicableAllowed).toBe(true);
    expect(subs.filter((one) => one.notApplicableAllowed)).toEqual([]);
  });
});

describe("the source's table", () => {
  const sections = tableSections(readFileSync("test/fixtures/2019-table.txt", "utf8"));

  test("has the definition's sub-capabilities, in its order", () => {
    expect(sections.map((section) => section.printed)).toEqual(subs.map((one) => one.printed));
  });

  test.each(subs.map((one, index) => [one.code, index] as const))("is all covered under %s", (code, index) => {
    expect(uncovered(sections[index]?.text ?? "", textsOf(code))).toBe("");
  });

  test("shows a wording that is one letter off, left out, or out of order", () => {
    const text = "Namn på raden Aktören ska: - göra det - göra mer";
    expect(uncovered(text, ["Namn på raden", "Aktören ska:", "göra det", "göra mer"])).toBe("");
    expect(uncovered(text, ["Namn på raden", "Aktören ska:", "göra det", "göra mera"])).toBe("- göra mer ≠ göra mera");
    expect(uncovered(text, ["Namn på raden", "Aktören ska:", "göra det"])).toBe("göra mer");
    expect(uncovered(text, ["Aktören ska:", "göra det", "göra mer"])).toBe("Namn på raden");
  });
});

/** The table split at its numbers; each text on one line, as the source wraps. */
function tableSections(table: string): { printed: string; text: string }[] {
  const [heads, ...parts] = table.split(/^(\d[:.]\d)(?=\s)/m);
  expect(onlyHeadsAndBullets(heads ?? "")).toBe("");
  return parts.flatMap((printed, index) =>
    index % 2 === 0 ? [{ printed, text: (parts[index + 1] ?? "").replace(/\s+/g, " ").trim() }] : [],
  );
}

/** What the definition has for a code, in the order of the source; a base capability is named at its first. */
function textsOf(code: string): string[] {
  const one = sub(code);
  const capability = definition.capabilities.find((base) => base.subCapabilities[0] === one);
  const groups = one.groups.flatMap((group) =>
    [group.leadIn ?? [], ...group.indicators.map(({ text }) => text)].flat(),
  );
  return [...(capability ? [nameInTable(capability)] : []), one.name, ...groups, ...one.notes];
}

function nameInTable({ name, otherNames }: BaseCapability): string {
  return otherNames.find(({ source }) => source.startsWith("tabellen"))?.name ?? name;
}

/** The source text that the texts, taken in order, leave uncovered; "" when nothing but heads and bullets is left. */
function uncovered(source: string, texts: string[]): string {
  let rest = source;
  const left: string[] = [];
  for (const text of texts) {
    const at = rest.indexOf(text);
    if (at === -1) return `${rest} ≠ ${text}`.trim();
    left.push(rest.slice(0, at));
    rest = rest.slice(at + text.length);
  }
  return [...left, rest].map(onlyHeadsAndBullets).filter(Boolean).join(" | ");
}

function onlyHeadsAndBullets(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/Nr Förmåga Delförmåga Konkretisering/g, "")
    .replace(/^[\s-]+|[\s-]+$/g, "");
}
