import { describe, expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { proposedLevel } from "#domain/scale.ts";
import { whatIf } from "#domain/what-if.ts";
import { actorRowsOf, definitionOf, readVectors, resultsInputOf } from "#test/support/vectors.ts";

const vectors = readVectors();

test("there are worked cases to agree with", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(6);
});

describe.each(vectors)("the worked case $name agrees to the last digit on", (vector) => {
  const { input, expected } = vector;
  const round = resultsInputOf(vector);
  const computed = computeResults(round);
  const results = { ...computed, actors: actorRowsOf(round, computed) };

  test.each(["cells", "regional", "capabilities", "actors", "categories", "priority"] as const)("%s", (section) => {
    expect(results[section]).toEqual(expected[section]);
  });

  test("what if", () => {
    expect(input.whatIf.map((candidate) => whatIf(resultsInputOf(vector), candidate))).toEqual(expected.whatIf);
  });

  test("proposals", () => {
    const proposals = input.proposals.map(({ actor, code, indicatorAnswers, evidence }) => ({
      actor,
      code,
      proposed: proposedLevel({
        indicatorAnswers,
        evidence: evidence.map((piece) => ({ ...piece, what: "" })),
        closingDay: input.closesOn,
        proposal: definitionOf(vector).proposal,
      }),
    }));
    expect(proposals).toEqual(expected.proposals);
  });

  test("no other section", () => {
    expect([...Object.keys(results), "whatIf", "proposals"].sort()).toEqual(Object.keys(expected).sort());
  });
});
