import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { AnswerKind } from "#domain/answer.ts";
import type { MissingField, TaskState } from "#domain/submission.ts";
import { answerKindNames } from "#text/answers.ts";
import { measuresText } from "#text/measures.ts";
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
  measures: number;
  toFollowUp: number;
};
export type TaskRows = { number: number; name: string; tasks: TaskRow[]; ready: number; total: number };

function answerText({ kind, level, minimum }: TaskRow): string {
  if (kind === null) return "";
  if (kind !== "level") return answerKindNames[kind];
  return level !== null && minimum !== null && level < minimum
    ? `Nivå ${level}, under lägstanivån\u00a0${minimum}`
    : `Nivå ${level}`;
}

/** `1 åtgärd och 2 utan besked`: what is noted or taken over, and of which earlier measures nothing is said this year. */
function measureText({ measures, toFollowUp }: TaskRow): string {
  const noted = measures > 0 ? measuresText(measures) : "";
  if (toFollowUp === 0) return noted;
  return `${noted ? `${noted} och ${toFollowUp}` : measuresText(toFollowUp)} utan besked`;
}

function Row({ base, task, isOpen }: { base: string; task: TaskRow; isOpen: boolean }) {
  const measures = measureText(task);
  const remains =
    task.state === "begun"
      ? `${isOpen ? "Kvar" : "Saknas"}: ${missingSummary(task.missing)}`
      : taskStateNames[task.state];
  return (
    <li className="task">
      <TaskMark state={task.state} />
      <Link to={`${base}/${task.code}`}>
        <b>{task.code}</b> <span>{task.name}</span>
      </Link>
      <span className="task-answer">
        {answerText(task)}
        {measures && <span className="task-measures">{measures}</span>}
      </span>
      <span className="task-rest" aria-hidden={task.state === "begun" ? undefined : true}>
        {remains}
      </span>
    </li>
  );
}

type TaskTableProps<Rows extends TaskRows> = {
  base: string;
  groups: Rows[];
  /** Whether anything can still be changed. */
  isOpen: boolean;
  /** What stands under a base capability's heading. */
  under?: (group: Rows) => ReactNode;
};

/** Every sub-capability under its base capability, with what is answered and what remains. */
export function TaskTable<Rows extends TaskRows>({ base, groups, isOpen, under }: TaskTableProps<Rows>) {
  return groups.map((group) => (
    <section className="task-group" key={group.number} aria-labelledby={`formaga-${group.number}`}>
      <h2 id={`formaga-${group.number}`}>
        {group.number} {group.name}{" "}
        <small>{group.ready === group.total ? "klar" : `${group.ready} av ${group.total} klara`}</small>
      </h2>
      {under?.(group)}
      <ul>
        {group.tasks.map((task) => (
          <Row key={task.code} base={base} task={task} isOpen={isOpen} />
        ))}
      </ul>
    </section>
  ));
}
