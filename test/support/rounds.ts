// Arbitrary small rounds for properties: every status, group and cause can occur.
import fc from "fast-check";
import type { ResultsInput } from "#domain/aggregate.ts";
import { causes } from "#domain/answer.ts";
import type { Audience } from "#domain/definition.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import type { Group, LevelDecision } from "#domain/target.ts";
import { aCapability, aDefinition, aSubCapability } from "./builders.ts";

export const codes = ["1:1", "1:2", "2:1", "2:2"];
const audiences: Record<string, Audience[]> = { "1:2": ["designated"], "2:2": ["common_function"] };
const subs = codes.map((code) => aSubCapability(code, { audiences: audiences[code] ?? ["all", "designated"] }));
const definition = aDefinition({ capabilities: [aCapability(1, subs.slice(0, 2)), aCapability(2, subs.slice(2))] });

const categories = ["kommun", "hamn", "övrig"];
const groups: Group[] = ["all", "designated", "category:kommun", "category:hamn"];
const level = fc.integer({ min: 0, max: 4 });

const anyActors = fc
  .array(fc.record({ category: fc.constantFrom(...categories), designated: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((actors) => actors.map((actor, index) => ({ id: `a${index + 1}`, ...actor })));

const anyDecisions = fc
  .array(
    fc.record({
      code: fc.constantFrom(...codes),
      group: fc.constantFrom(...groups),
      minimum: fc.option(fc.integer({ min: 1, max: 4 })),
      ambition: fc.option(level),
    }),
    { maxLength: 14 },
  )
  .map((decisions) => decisions.map((decision, index): LevelDecision => ({ sequence: index + 1, ...decision })));

const anyContent = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("level" as const), level }) },
  { weight: 1, arbitrary: fc.constant({ kind: "unknown" as const, level: null }) },
  { weight: 1, arbitrary: fc.constant({ kind: "not_applicable" as const, level: null }) },
);

const anyAnswer = fc.option(fc.record({ content: anyContent, causes: fc.subarray([...causes]) }), { freq: 4 });

/** A round with actors of several categories, decisions in force and replaced, and answers of every kind. */
export const anyRound: fc.Arbitrary<ResultsInput> = anyActors.chain((actors) =>
  fc.record({
    definition: fc.constant(definition),
    actors: fc.constant(actors),
    decisions: anyDecisions,
    answers: fc
      .array(anyAnswer, { minLength: actors.length * codes.length, maxLength: actors.length * codes.length })
      .map((drawn) =>
        drawn.flatMap((answer, index): CountedAnswer[] => {
          const actor = actors[Math.floor(index / codes.length)]?.id;
          const code = codes[index % codes.length];
          return answer && actor && code ? [{ actor, code, causes: answer.causes, ...answer.content }] : [];
        }),
      ),
  }),
);
