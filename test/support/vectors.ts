// The worked cases of test/vectors, with their short definitions made whole.
import { readdirSync, readFileSync } from "node:fs";
import { type ActorRow, actorRow, cellsOf, type Results, type ResultsInput } from "#domain/aggregate.ts";
import type { Evidence, IndicatorAnswer } from "#domain/answer.ts";
import type { Audience, Definition } from "#domain/definition.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import type { LevelDecision, RoundActor } from "#domain/target.ts";
import type { Candidate } from "#domain/what-if.ts";
import { aCapability, aDefinition, aSubCapability } from "./builders.ts";

type VectorSub = { code: string; notApplicableAllowed: boolean; indicators: { id: string; audience: Audience }[] };

export type Vector = {
  name: string;
  input: {
    definition: { levels: number[]; capabilities: { number: number; subCapabilities: VectorSub[] }[] };
    closesOn: string;
    actors: RoundActor[];
    decisions: LevelDecision[];
    assessments: { actor: string; status: "draft" | "submitted" | "approved" }[];
    answers: CountedAnswer[];
    includeDrafts: boolean;
    proposals: {
      actor: string;
      code: string;
      indicatorAnswers: (IndicatorAnswer | null)[];
      evidence: Omit<Evidence, "what">[];
    }[];
    whatIf: Candidate[];
  };
  expected: Results & {
    actors: ActorRow[];
    whatIf: (Candidate & { below: string[] })[];
    proposals: { actor: string; code: string; proposed: number | null }[];
  };
};

const folder = new URL("../vectors/", import.meta.url);

/** All vectors, by file name. */
export function readVectors(): Vector[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector);
}

/** The definition of a vector, with the proposal levels of 2019. */
export function definitionOf({ input }: Vector): Definition {
  const levels = input.definition.levels.map((level) => ({ level, name: `Nivå ${level}`, anchor: `Ankare ${level}` }));
  const capabilities = input.definition.capabilities.map(({ number, subCapabilities }) =>
    aCapability(
      number,
      subCapabilities.map(({ code, notApplicableAllowed, indicators }) =>
        aSubCapability(code, { notApplicableAllowed, audiences: indicators.map(({ audience }) => audience) }),
      ),
    ),
  );
  return aDefinition({ levels, capabilities });
}

/** What counts of a vector: answers of submitted and approved assessments, of drafts only on request. */
export function resultsInputOf(vector: Vector): ResultsInput {
  const { actors, decisions, answers, assessments, includeDrafts } = vector.input;
  const counting = assessments.filter(({ status }) => status !== "draft" || includeDrafts);
  const countingActors = new Set(counting.map(({ actor }) => actor));
  return {
    definition: definitionOf(vector),
    actors,
    decisions,
    answers: answers.filter(({ actor }) => countingActors.has(actor)),
  };
}

/** Every actor's own summaries, in the order of the input. */
export function actorRowsOf({ definition, actors }: ResultsInput, results: Results): ActorRow[] {
  return actors.map(({ id }, place) => actorRow(definition, id, cellsOf(results, place)));
}
