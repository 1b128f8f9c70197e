// Small builders: each gives something valid, and a test names only what its rule is about.
import type { ActivityContent } from "#domain/activity.ts";
import { type AnswerContent, type Evidence, emptyAnswer, type IndicatorAnswer } from "#domain/answer.ts";
import type { Audience, BaseCapability, Definition, SubCapability } from "#domain/definition.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import type { GoalDocument } from "#domain/goal-area.ts";
import type { LevelDecision, RoundActor } from "#domain/target.ts";

type SubCapabilityOptions = Partial<Omit<SubCapability, "code" | "groups">> & { audiences?: Audience[] };

/** A sub-capability with one indicator per audience ("1:1.1", "1:1.2" …); two for all actors if nothing else is said. */
export function aSubCapability(code: string, options: SubCapabilityOptions = {}): SubCapability {
  const { audiences = ["all", "all"], ...rest } = options;
  const indicators = audiences.map((audience, index) => ({
    id: `${code}.${index + 1}`,
    text: `Aktören kan ${code}.${index + 1}`,
    audience,
  }));
  return {
    code,
    printed: code,
    name: `Delförmåga ${code}`,
    notApplicableAllowed: false,
    groups: [{ leadIn: "Aktören har säkerställt att:", indicators }],
    notes: [],
    ...rest,
  };
}

/** A base capability that holds the given sub-capabilities. */
export function aCapability(number: number, subCapabilities: SubCapability[]): BaseCapability {
  return { number, name: `Grundförmåga ${number}`, otherNames: [], subCapabilities };
}

/** A definition on the scale 0–4; with the sub-capabilities 1:1, 1:2 and 2:1 if no others are given. */
export function aDefinition(overrides: Partial<Definition> = {}): Definition {
  return {
    version: "test",
    title: "Gemensamma förmågor",
    source: "Påhittad för test",
    levels: [0, 1, 2, 3, 4].map((level) => ({ level, name: `Nivå ${level}`, anchor: `Ankare ${level}` })),
    proposal: { none: 0, underHalf: 1, half: 2, all: 3, proven: 4 },
    indicatorNotApplicableAllowed: true,
    capabilities: [
      aCapability(1, [aSubCapability("1:1"), aSubCapability("1:2")]),
      aCapability(2, [aSubCapability("2:1")]),
    ],
    ...overrides,
  };
}

/** A municipality that is not designated. */
export function anActor(overrides: Partial<RoundActor> = {}): RoundActor {
  return { id: "a", category: "kommun", designated: false, ...overrides };
}

/** A minimum of 2 on 1:1 for all actors. */
export function aDecision(overrides: Partial<LevelDecision> = {}): LevelDecision {
  return { sequence: 1, code: "1:1", group: "all", minimum: 2, ambition: null, ...overrides };
}

/** A counted answer: level 3 on 1:1 by actor "a". */
export function aCountedAnswer(overrides: Partial<CountedAnswer> = {}): CountedAnswer {
  return { actor: "a", code: "1:1", kind: "level", level: 3, causes: [], ...overrides };
}

/** A counted "kan inte bedömas" on 1:1 by actor "a". */
export function anUnknown(overrides: Partial<CountedAnswer> = {}): CountedAnswer {
  return aCountedAnswer({ kind: "unknown", level: null, ...overrides });
}

/** An exercise that worked, on 1 March 2026. */
export function anEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return { kind: "exercise", what: "Samverkansövning", date: "2026-03-01", outcome: "worked", ...overrides };
}

/** Indicator answers by id, without reasons. */
export function indicatorsAnswered(answers: Record<string, IndicatorAnswer | null>): AnswerContent["indicators"] {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, reason: "" }]));
}

/** A complete answer to 1:1 of `aDefinition()`: both indicators yes, level 3 as proposed, confidence medium. */
export function anAnswer(overrides: Partial<AnswerContent> = {}): AnswerContent {
  return {
    ...emptyAnswer(),
    kind: "level",
    level: 3,
    confidence: "medium",
    indicators: indicatorsAnswered({ "1:1.1": "yes", "1:1.2": "yes" }),
    ...overrides,
  };
}

/** An activity that says all a plan must, towards the goal area "alla", for 1:1 and the actor "a". */
export function anActivity(overrides: Partial<ActivityContent> = {}): ActivityContent {
  return {
    goalArea: "alla",
    what: "Utbildning i 1:1",
    holder: "Samordningskansliet",
    when: { from: 1, to: 2 },
    costFrame: 250_000,
    subs: [{ code: "1:1", effect: { level: 3, actors: 1 } }],
    actors: ["a"],
    checkHow: "Kursintyg räknas.",
    checkDays: ["2027-04-30", "2027-08-31"],
    ...overrides,
  };
}

/** A document of goals for the definition "test": the area "alla" is fed by all its sub-capabilities, "en" by 1:1. */
export function aGoalDocument(overrides: Partial<GoalDocument> = {}): GoalDocument {
  const area = (key: string, codes: string[]) => ({
    key,
    name: `Målområdet ${key}`,
    goal: `Målet ${key}`,
    text: ["Målet handlar om mer."],
    fedBy: [{ codes, reason: "Föreslaget." }],
  });
  return {
    id: "test",
    title: "Målbild för test",
    source: "Påhittad för test",
    fromYear: 2019,
    definition: "test",
    areas: [area("alla", ["1:1", "1:2", "2:1"]), area("en", ["1:1"])],
    ...overrides,
  };
}
