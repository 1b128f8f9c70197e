// What proposals become as an activity: which goal area, what is to be done in words, for whom, and the effect that the numbers ask for.
// Who holds it, when, at what cost and how it is checked is for the office to say.
import type { ActivityContent, ActivitySub } from "./activity.ts";
import type { Cause } from "./answer.ts";
import type { PlanProposal } from "./plan-proposal.ts";

const kinds: Record<Cause | "none", string> = {
  planning: "Ta fram eller förbättra rutin eller plan",
  organisation: "Ordna bemanning och mandat",
  equipment: "Ordna teknik och utrustning",
  training: "Utbildning",
  exercise: "Övning",
  none: "Ta reda på vad som ligger bakom bristen",
};

/** What a proposal asks for: "Utbildning: Förmåga att använda Rakel." Neither counts nor names: the council reads it. */
function whatOf({ code, cause }: PlanProposal, nameOf: (code: string) => string): string {
  return `${kinds[cause ?? "none"]}: ${nameOf(code)}`;
}

type Known = {
  nameOf: (code: string) => string;
  /** The goal area that a sub-capability belongs to first. */
  areaOf: (code: string) => string;
  /** Of the definition, to set sub-capabilities in its order. */
  codes: readonly string[];
  /** Of the round, to set actors in its order. */
  actors: readonly string[];
};

/** One activity of one or several proposals. */
export function draftActivity(proposals: readonly PlanProposal[], known: Known): ActivityContent {
  const [first] = proposals;
  return joined(
    {
      goalArea: first ? known.areaOf(first.code) : "",
      what: "",
      holder: "",
      when: null,
      costFrame: null,
      subs: [],
      actors: [],
      checkHow: "",
      checkDays: [],
    },
    proposals,
    known,
  );
}

/** An activity that takes in more proposals: their texts, sub-capabilities and actors beside its own, which stay as they are. */
export function joined(
  content: ActivityContent,
  proposals: readonly PlanProposal[],
  { nameOf, codes, actors }: Omit<Known, "areaOf">,
): ActivityContent {
  const lines = [content.what, ...proposals.map((each) => whatOf(each, nameOf))].filter((line) => line !== "");
  const own = new Set(content.subs.map(({ code }) => code));
  const newCodes = [...new Set(proposals.map(({ code }) => code))].filter((code) => !own.has(code));
  const named = new Set([...content.actors, ...proposals.flatMap((each) => each.actors)]);
  return {
    ...content,
    what: [...new Set(lines)].join("\n"),
    subs: [...content.subs, ...newCodes.map((code) => subOf(code, proposals))].sort(
      (a, b) => codes.indexOf(a.code) - codes.indexOf(b.code),
    ),
    actors: [...actors.filter((id) => named.has(id)), ...[...named].filter((id) => !actors.includes(id))],
  };
}

/** The level that all of its actors are short of, or each its own minimum, at as many actors as the proposals name. */
function subOf(code: string, proposals: readonly PlanProposal[]): ActivitySub {
  const own = proposals.filter((each) => each.code === code);
  const levels = new Set(own.map(({ minimum }) => minimum));
  const [level = null] = levels;
  const actors = new Set(own.flatMap((each) => each.actors)).size;
  return { code, effect: { level: levels.size === 1 ? level : null, actors } };
}
