import { Link } from "@remix-run/react";
import type { AnswerKind } from "#domain/answer.ts";
import type { MissingField, TaskState } from "#domain/submission.ts";
import { answerKindNames } from "#text/answers.ts";
import { missingSummary } from "#text/survey.ts";
import { TaskMark, taskStateNames } from "./survey-aside.tsx";

export type TaskRow = {
  code: string;
  name: string;
  state: TaskState;
  missing: MissingField[];
  kind: AnswerKind | null;
  level: number | null;
  minimum: number | null;
};
export type TaskRows = { number: number; name: string; tasks: TaskRow[]; ready: number; total: number };

function answerText({ kind, level, minimum }: TaskRow): string {
  if (kind === null) return "";
  if (kind !== "level") return answerKindNames[kind];
  return level !== null && minimum !== null && level < minimum ? `Nivå ${level}, under ${minimum}` : `Nivå ${level}`;
}

function Row({ base, task }: { base: string; task: TaskRow }) {
  const remains = task.state === "begun" ? `Kvar: ${missingSummary(task.missing)}` : taskStateNames[task.state];
  return (
    <li className="task">
      <TaskMark state={task.state} />
      <Link to={`${base}/${task.code}`}>
        <b>{task.code}</b> <span>{task.name}</span>
      </Link>
      <span className="task-answer">{answerText(task)}</span>
      <span className="task-rest" aria-hidden={task.state === "begun" ? undefined : true}>
        {remains}
      </span>
    </li>
  );
}

/** Every sub-capability under its base capability, with what is answered and what remains. */
export function TaskTable({ base, groups }: { base: string; groups: TaskRows[] }) {
  return groups.map(({ number, name, tasks, ready, total }) => (
    <section className="task-group" key={number} aria-labelledby={`formaga-${number}`}>
      <h2 id={`formaga-${number}`}>
        {number} {name} <small>{ready === total ? "klar" : `${ready} av ${total} klara`}</small>
      </h2>
      <ul>
        {tasks.map((task) => (
          <Row key={task.code} base={base} task={task} />
        ))}
      </ul>
    </section>
  ));
}
