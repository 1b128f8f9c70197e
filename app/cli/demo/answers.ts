// A believable answer to one sub-capability: indicator answers that point to the level, and what has to stand beside it.
import {
  type AnswerContent,
  type Cause,
  causes,
  type Evidence,
  emptyAnswer,
  type IndicatorAnswer,
  inCauseOrder,
} from "#domain/answer.ts";
import { stockholmDay } from "#domain/day.ts";
import { type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import { proposedLevel } from "#domain/scale.ts";
import { areCausesDue, isChangeReasonDue, isReasonDue } from "#domain/submission.ts";
import { draw, pick } from "./draw.ts";
import { ratingOf } from "./profile.ts";
import * as texts from "./texts.ts";
import { daysFrom } from "./times.ts";

export type AnswerSubject = {
  definition: Definition;
  sub: SubCapability;
  actor: { id: string; designated: boolean };
  minimum: number | null;
  /** Of the round before, where the actor answered in it. */
  earlierLevel: number | null;
  /** The day that the round closes, YYYY-MM-DD. */
  closingDay: string;
  /** When the answer is given; what it refers to lies before. */
  now: Date;
  yearsAgo: 0 | 1 | 2;
};

const usualCause: Record<string, Cause> = {
  "1:3": "organisation",
  "2:5": "training",
  "2:6": "organisation",
  "2:8": "training",
  "3:5": "planning",
  "5:2": "exercise",
  "5:7": "equipment",
};

/** Every way to answer so many indicators. */
function combinations(count: number): IndicatorAnswer[][] {
  const choices: IndicatorAnswer[] = ["yes", "partly", "no", "unknown"];
  if (count === 0) return [[]];
  return combinations(count - 1).flatMap((rest) => choices.map((choice) => [...rest, choice]));
}

/** Answers whose proposal is the level, or the nearest level that so many indicators can point to. */
function answersFor(subject: AnswerSubject, count: number, level: number, key: string[]): IndicatorAnswer[] {
  const { definition, closingDay } = subject;
  const distanceOf = (indicatorAnswers: IndicatorAnswer[]) => {
    const proposed = proposedLevel({ indicatorAnswers, evidence: [], closingDay, proposal: definition.proposal });
    return proposed === null ? Number.POSITIVE_INFINITY : Math.abs(proposed - level);
  };
  const all = combinations(count);
  const nearest = Math.min(...all.map(distanceOf));
  const fitting = all.filter((answers) => distanceOf(answers) === nearest);
  const known = fitting.filter((answers) => !answers.includes("unknown"));
  return pick(known.length > 0 && draw("vet ej", ...key) < 0.85 ? known : fitting, "indicators", ...key);
}

function indicatorsWith(ids: string[], answers: IndicatorAnswer[], level: number | null, key: string[]) {
  // One of several fulfilled indicators left out does not change what the others point to.
  const leftOut = ids.length > 1 && level !== null && level >= 3 && draw("ej tillämplig", ...key) < 0.04 ? 0 : -1;
  const entries = ids.map((id, index) => {
    const answer = index === leftOut ? "not_applicable" : (answers[index] ?? "no");
    return [id, { answer, reason: index === leftOut ? pick(texts.notApplicableReasons, ...key) : "" }] as const;
  });
  return Object.fromEntries(entries);
}

function evidenceFor({ now }: AnswerSubject, level: number | null, key: string[]): Evidence[] {
  const dayBefore = (from: number, span: number, name: string) =>
    stockholmDay(daysFrom(now, -Math.round(from + span * draw(name, ...key))));
  const proof = { ...pick(texts.provingEvidence, "proof", ...key), date: dayBefore(20, 640, "proof day") };
  const other = { ...pick(texts.otherEvidence, "other", ...key), date: dayBefore(60, 700, "other day"), outcome: null };
  const withOther = draw("with other", ...key) < 0.2 ? [other] : [];
  if (level === 4) return [{ ...proof, outcome: "worked" }, ...withOther];
  if (level === 2 && draw("with proof", ...key) < 0.15) return [{ ...proof, outcome: "shortcomings" }, ...withOther];
  return withOther;
}

function causesFor({ sub }: AnswerSubject, key: string[]): Cause[] {
  const usual = usualCause[sub.code];
  const first = usual && draw("usual", ...key) < 0.55 ? usual : pick(causes, "cause", ...key);
  return draw("second", ...key) < 0.3 ? inCauseOrder([first, pick(causes, "second cause", ...key)]) : [first];
}

function commentFor(chosen: Cause[], key: string[]): string {
  const [cause] = chosen;
  if (cause) return draw("comment", ...key) < 0.7 ? pick(texts.commentsByCause[cause], "comment", ...key) : "";
  return draw("comment", ...key) < 0.15 ? pick(texts.plainComments, "comment", ...key) : "";
}

function reasonFor(content: AnswerContent, isLowered: boolean, key: string[]): string {
  if (content.kind === "unknown") return pick(texts.unknownReasons, "reason", ...key);
  return pick(isLowered ? texts.lowerReasons : texts.otherReasons, "reason", ...key);
}

function changeReasonFor({ earlierLevel }: AnswerSubject, { level }: AnswerContent, key: string[]): string {
  const isRise = level !== null && level > (earlierLevel ?? 0);
  return pick(isRise ? texts.riseReasons : texts.fallReasons, "change", ...key);
}

/** A complete answer, the same for the same actor, sub-capability and round. */
export function completeAnswer(subject: AnswerSubject): AnswerContent {
  const { sub, actor, yearsAgo } = subject;
  const key = [actor.id, sub.code, String(yearsAgo)];
  const rating = ratingOf(actor.id, sub.code, yearsAgo);
  const level = rating.kind === "level" ? rating.level : null;
  const isLowered = level !== null && level < 3 && draw("lowered", ...key) < 0.08;
  const ids = indicatorsFor(sub, actor).map(({ id }) => id);
  const answers =
    level === null
      ? ids.map(() => "unknown" as const)
      : answersFor(subject, ids.length, Math.min(3, level + (isLowered ? 1 : 0)), key);
  const content: AnswerContent = {
    ...emptyAnswer(),
    kind: rating.kind,
    level,
    confidence: level === null ? "low" : pick(["low", "medium", "medium", "high", "high"] as const, "sure", ...key),
    indicators: indicatorsWith(ids, answers, level, key),
    evidence: evidenceFor(subject, level, key),
  };
  const chosen = areCausesDue(content, subject.minimum) ? causesFor(subject, key) : [];
  const isDue = isReasonDue({ ...subject, designated: actor.designated, content });
  const reason = isDue ? reasonFor(content, isLowered, key) : "";
  const answered = { ...content, reason, causes: chosen, comment: commentFor(chosen, key) };
  return isChangeReasonDue(content, subject.earlierLevel)
    ? { ...answered, changeReason: changeReasonFor(subject, content, key) }
    : answered;
}

/** The same answer as it was begun: the indicators answered, nothing decided. */
export function begunAnswer(subject: AnswerSubject): AnswerContent {
  return { ...emptyAnswer(), indicators: completeAnswer(subject).indicators };
}
