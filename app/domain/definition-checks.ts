// What a definition's types cannot say: codes and ids are unique, bullets have their lead-in (inledning), and the
// proposal names levels of the scale. Source: method § 1–2.
import type { Definition } from "./definition.ts";

/** What is wrong, and where: `path` as in a zod issue. */
export type DefinitionProblem = { path: (string | number)[]; message: string };

/** Every breach of the rules between the parts of a definition, in definition order. */
export function checkDefinition(definition: Definition): DefinitionProblem[] {
  return [
    ...checkLevels(definition),
    ...checkProposal(definition),
    ...checkNumbers(definition),
    ...checkCodes(definition),
    ...checkGroups(definition),
  ];
}

function checkLevels({ levels }: Definition): DefinitionProblem[] {
  return levels.flatMap((anchor, index) => {
    const previous = levels[index - 1];
    if (!previous || previous.level < anchor.level) return [];
    const message = `Nivå ${anchor.level} står efter nivå ${previous.level}. Ge nivåerna stigande nummer, vart och ett en gång.`;
    return [{ path: ["levels", index, "level"], message }];
  });
}

function checkProposal({ levels, proposal }: Definition): DefinitionProblem[] {
  const known = new Set(levels.map((anchor) => anchor.level));
  return Object.entries(proposal).flatMap(([step, level]) =>
    known.has(level)
      ? []
      : [
          {
            path: ["proposal", step],
            message: `Förslaget ${step} ger nivå ${level}, som inte finns i skalan. Välj en av ${[...known].join(", ")}.`,
          },
        ],
  );
}

function checkNumbers({ capabilities }: Definition): DefinitionProblem[] {
  const seen = new Set<number>();
  return capabilities.flatMap(({ number }, index) => {
    if (!seen.has(number)) {
      seen.add(number);
      return [];
    }
    const message = `Grundförmåga ${number} finns två gånger. Ge varje grundförmåga ett eget nummer.`;
    return [{ path: ["capabilities", index, "number"], message }];
  });
}

function checkCodes(definition: Definition): DefinitionProblem[] {
  const seen = new Set<string>();
  const problems: DefinitionProblem[] = [];
  for (const { path, sub, number } of subCapabilitiesWithPath(definition)) {
    if (seen.has(sub.code)) {
      problems.push({
        path: [...path, "code"],
        message: `Koden ${sub.code} finns två gånger. Ge varje delförmåga en egen kod.`,
      });
    } else if (!sub.code.startsWith(`${number}:`)) {
      const message = `Koden ${sub.code} hör inte till grundförmåga ${number}. Flytta delförmågan eller rätta koden.`;
      problems.push({ path: [...path, "code"], message });
    }
    // A doubled code doubles its indicators' ids too: one message is enough.
    else problems.push(...checkIndicatorIds(path, sub));
    seen.add(sub.code);
  }
  return problems;
}

function checkIndicatorIds(path: (string | number)[], sub: SubCapabilityOf): DefinitionProblem[] {
  const seen = new Set<string>();
  const problems: DefinitionProblem[] = [];
  sub.groups.forEach((group, groupIndex) => {
    group.indicators.forEach(({ id }, index) => {
      const at = [...path, "groups", groupIndex, "indicators", index, "id"];
      if (seen.has(id))
        problems.push({ path: at, message: `Indikatorn ${id} finns två gånger. Ge varje indikator ett eget id.` });
      else if (!id.startsWith(`${sub.code}.`)) {
        problems.push({
          path: at,
          message: `Indikatorn ${id} hör inte till ${sub.code}. Dess id ska börja med ${sub.code}.`,
        });
      }
      seen.add(id);
    });
  });
  return problems;
}

function checkGroups(definition: Definition): DefinitionProblem[] {
  const message = "Punkterna saknar inledning (leadIn). Skriv den mening som leder in till punkterna.";
  return subCapabilitiesWithPath(definition).flatMap(({ path, sub }) =>
    sub.groups.flatMap((group, index) =>
      group.leadIn === null && group.indicators.length > 1 ? [{ path: [...path, "groups", index], message }] : [],
    ),
  );
}

type SubCapabilityOf = Definition["capabilities"][number]["subCapabilities"][number];

function subCapabilitiesWithPath({ capabilities }: Definition) {
  return capabilities.flatMap((capability, index) =>
    capability.subCapabilities.map((sub, subIndex) => ({
      path: ["capabilities", index, "subCapabilities", subIndex] as (string | number)[],
      sub,
      number: capability.number,
    })),
  );
}
