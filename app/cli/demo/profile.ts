// How good each made-up actor is at each sub-capability: its own strength, how hard the thing is, and chance.
import { draw } from "./draw.ts";

export type Rating = { kind: "level"; level: number } | { kind: "unknown" };

/** What most find hard (below 0) or easy; the rest is 0. */
const ease: Record<string, number> = {
  "1:3": -0.03,
  "2:3": 0.1,
  "2:4": -0.14,
  "2:5": -0.14,
  "2:6": -0.08,
  "2:7a": 0.08,
  "2:8": -0.2,
  "3:3": 0.08,
  "3:5": -0.16,
  "3:6": -0.14,
  "5:2": -0.1,
  "5:3": 0.06,
  "5:7": -0.02,
};
/** From this score on, the levels 1, 2, 3 and 4. */
const steps = [0.07, 0.18, 0.44, 0.74];
const shareUnknown = 0.03;
const shareChanged = 0.3;
const improvement = 0.03;

/** Most stand where they stood the year before. */
function drawnIn(actor: string, code: string, yearsAgo: number): "new" | "old" | "oldest" {
  if (yearsAgo === 0 && draw("changed", actor, code) < shareChanged) return "new";
  return yearsAgo === 2 && draw("changed before", actor, code) < shareChanged ? "oldest" : "old";
}

function scoreOf(actor: string, code: string, yearsAgo: number): number {
  const strength = draw("strength", actor);
  const chance = draw("score", actor, code, drawnIn(actor, code, yearsAgo));
  return 0.34 * strength + 0.66 * chance + 0.06 + (ease[code] ?? 0) + (1 - yearsAgo) * improvement;
}

/** What the actor answers about the sub-capability in the round of so many years ago. */
export function ratingOf(actor: string, code: string, yearsAgo: number): Rating {
  if (draw("unknown", actor, code, yearsAgo) < shareUnknown) return { kind: "unknown" };
  const score = scoreOf(actor, code, yearsAgo);
  return { kind: "level", level: steps.filter((step) => score >= step).length };
}
