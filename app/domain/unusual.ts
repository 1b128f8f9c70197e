// What is unusual (sticker ut) with an actor during a round, so that the office sees whom to call first. Each rule looks at what
// has happened and at the day, never at how good an answer is. Source: docs/the-year.md.
import type { AnswerKind } from "./answer.ts";
import type { AssessmentState } from "./assessment.ts";
import { daysBetween } from "./day.ts";
import { oneLevelOf } from "./one-level.ts";

/** In the order of how soon somebody should call. */
export const unusualKinds = [
  "asked_more_time",
  "no_coordinator",
  "never_signed_in",
  "nothing_saved",
  "own_day_passing",
  "sent_back_untouched",
  "silent",
  "awaiting_approval",
  "many_unknown",
  "same_level",
  "top_level_everywhere",
  "on_behalf",
] as const;
export type UnusualKind = (typeof unusualKinds)[number];
/** `days`: how long it has been so; for `nothing_saved` and `own_day_passing` the days left, negative after the last day. */
export type Unusual = { kind: UnusualKind; days: number | null };

/** Where an actor stands on a day. Days are YYYY-MM-DD in Stockholm, null: has not happened. */
export type ActorSituation = {
  today: string;
  state: AssessmentState;
  /** Whether the actor can save and submit today. */
  isOpen: boolean;
  /** The last day that it can. */
  lastDay: string;
  /** Its own last day, where the office has given one. */
  ownLastDay: string | null;
  coordinators: readonly { hasSignedIn: boolean }[];
  lastSaved: string | null;
  submitted: string | null;
  sentBack: string | null;
  /** When the office opened it again or gave it more time. */
  reopened: string | null;
  askedMoreTime: string | null;
  isOnBehalf: boolean;
  /** The answers as they stand, of what is asked of the actor. */
  answers: readonly { kind: AnswerKind | null; level: number | null }[];
  /** The highest level of the scale. */
  topLevel: number;
};

/** The limits of the rules, in days, but `unknownShare`, which is a share of what was asked. */
export const unusualLimits = {
  nothingSaved: 14,
  silent: 14,
  ownDayPassing: 3,
  sentBackUntouched: 3,
  awaitingApproval: 10,
  unknownShare: 0.25,
};

/** Everything unusual with one actor, in the order of the kinds. */
export function unusualIn(situation: ActorSituation): Unusual[] {
  return unusualKinds.flatMap((kind) => {
    const found = rules[kind](situation);
    return found === false ? [] : [{ kind, days: found === true ? null : found }];
  });
}

/** False where the rule does not hold, else true or the days that it tells. */
type Rule = (situation: ActorSituation) => boolean | number;

const since = (day: string, { today }: ActorSituation) => daysBetween(day, today);
const isDraft = ({ state, isOpen }: ActorSituation) => state === "draft" && isOpen;

const rules: Record<UnusualKind, Rule> = {
  asked_more_time: (it) => it.state === "draft" && it.askedMoreTime !== null && since(it.askedMoreTime, it),
  no_coordinator: (it) => isDraft(it) && it.coordinators.length === 0,
  never_signed_in: (it) =>
    isDraft(it) && it.coordinators.length > 0 && it.coordinators.every(({ hasSignedIn }) => !hasSignedIn),
  nothing_saved: (it) => {
    const left = daysBetween(it.today, it.lastDay);
    return isDraft(it) && it.lastSaved === null && left < unusualLimits.nothingSaved && left;
  },
  own_day_passing: (it) => {
    if (it.state !== "draft" || it.ownLastDay === null) return false;
    const left = daysBetween(it.today, it.ownLastDay);
    return left <= unusualLimits.ownDayPassing && left;
  },
  sent_back_untouched: (it) => {
    if (!isDraft(it) || it.sentBack === null || (it.lastSaved !== null && it.lastSaved > it.sentBack)) return false;
    const days = since(it.sentBack, it);
    return days >= unusualLimits.sentBackUntouched && days;
  },
  silent: (it) => {
    if (!isDraft(it) || it.lastSaved === null || it.sentBack !== null) return false;
    // Before it was opened again nothing could be saved.
    const from = it.reopened !== null && it.reopened > it.lastSaved ? it.reopened : it.lastSaved;
    const days = since(from, it);
    return days >= unusualLimits.silent && days;
  },
  awaiting_approval: (it) => {
    if (it.state !== "submitted" || it.submitted === null) return false;
    const days = since(it.submitted, it);
    return days > unusualLimits.awaitingApproval && days;
  },
  many_unknown: (it) => {
    const unknown = it.answers.filter(({ kind }) => kind === "unknown").length;
    return it.state !== "draft" && unknown > 0 && unknown >= it.answers.length * unusualLimits.unknownShare;
  },
  same_level: (it) => ![null, it.topLevel].includes(submittedLevel(it)),
  top_level_everywhere: (it) => submittedLevel(it) === it.topLevel,
  on_behalf: ({ isOnBehalf }) => isOnBehalf,
};

/** The one level that all of the submitted answers have, or null. */
function submittedLevel({ state, answers }: ActorSituation): number | null {
  return state === "draft" ? null : oneLevelOf(answers);
}
