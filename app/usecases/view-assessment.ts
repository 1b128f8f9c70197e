import type { Db } from "#db/client.server.ts";
import { type AnswerKind, hasStarted } from "#domain/answer.ts";
import type { SubCapability } from "#domain/definition.ts";
import { daysLeft, type RoundState } from "#domain/round.ts";
import type { MissingField } from "#domain/submission.ts";
import { type Assessment, isDirected, missingIn, readAssessment, type UnknownAssessment } from "./read-assessment.ts";

/** `not_directed`: none of its indicators concerns the actor, so nothing is asked. */
export type TaskState = "not_started" | "begun" | "ready" | "not_directed";

export type Task = {
  code: string;
  name: string;
  state: TaskState;
  missing: MissingField[];
  kind: AnswerKind | null;
  level: number | null;
  minimum: number | null;
  savedAt: string | null;
};
export type TaskGroup = { number: number; name: string; tasks: Task[]; ready: number; total: number };

/** What every page of one self-assessment shows: whose it is, how far it has come, and whether it can be changed. */
export type AssessmentView = {
  year: number;
  definitionVersion: string;
  actor: { id: string; name: string };
  state: RoundState;
  isOpen: boolean;
  closingDay: string;
  /** 0 on the closing day itself, negative after it. */
  daysLeft: number;
  submission: { number: number; submittedAt: string; submittedByName: string | null } | null;
  groups: TaskGroup[];
  ready: number;
  total: number;
};

/** The list of what remains in an actor's self-assessment. */
export function viewAssessment(
  db: Db,
  key: { year: number; actorId: string },
  now: Date,
): { ok: true; view: AssessmentView } | UnknownAssessment {
  const read = readAssessment(db, key, now);
  return read.ok ? { ok: true, view: assessmentViewOf(read.assessment, now) } : read;
}

/** The same from an assessment that is already read. */
export function assessmentViewOf(assessment: Assessment, now: Date): AssessmentView {
  const { round, actor, state, isOpen, submission, definition } = assessment;
  const groups = definition.capabilities.map(({ number, name, subCapabilities }) => {
    const tasks = subCapabilities.map((sub) => taskOf(assessment, sub));
    return { number, name, tasks, ...countReady(tasks) };
  });
  return {
    year: round.year,
    definitionVersion: round.definitionVersion,
    actor: { id: actor.id, name: actor.name },
    state,
    isOpen,
    closingDay: round.closingDay,
    daysLeft: daysLeft(round.closingDay, now),
    submission: submission
      ? {
          number: submission.number,
          submittedAt: submission.submittedAt,
          submittedByName: submission.submittedByName,
        }
      : null,
    groups,
    ...countReady(groups.flatMap(({ tasks }) => tasks)),
  };
}

function taskOf(assessment: Assessment, sub: SubCapability): Task {
  const saved = assessment.answers.get(sub.code);
  const missing = missingIn(assessment, sub);
  const begun = saved !== undefined && hasStarted(saved.content);
  const asked = missing.length === 0 ? "ready" : begun ? "begun" : "not_started";
  return {
    code: sub.code,
    name: sub.name,
    state: isDirected(assessment, sub) ? asked : "not_directed",
    missing,
    kind: saved?.content.kind ?? null,
    level: saved?.content.level ?? null,
    minimum: assessment.targetOf(sub.code).minimum,
    savedAt: saved?.savedAt ?? null,
  };
}

function countReady(tasks: Task[]): { ready: number; total: number } {
  const asked = tasks.filter(({ state }) => state !== "not_directed");
  return { ready: asked.filter(({ state }) => state === "ready").length, total: asked.length };
}
