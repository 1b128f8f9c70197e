import { Link } from "@remix-run/react";
import { Progress } from "#components/progress.tsx";
import type { TaskState } from "#domain/submission.ts";

type Task = { code: string; name: string; state: TaskState };

export type SurveyAsideProps = {
  /** The address of the list of what remains; the pages lie under it. */
  base: string;
  groups: { number: number; name: string; tasks: Task[]; ready: number; total: number }[];
  ready: number;
  total: number;
  timeLeft: string;
  /** The sub-capability that is shown. */
  current: string;
};

export const taskStateNames: Record<TaskState, string> = {
  not_started: "inte påbörjad",
  begun: "påbörjad",
  ready: "klar",
  not_directed: "ej riktad till er",
};

const markClasses: Record<TaskState, string> = {
  not_started: "mark",
  begun: "mark half",
  ready: "mark ok",
  not_directed: "mark none",
};

/** The mark before or after a sub-capability, with its word for those who do not see it. */
export function TaskMark({ state, here = false }: { state: TaskState; here?: boolean }) {
  return (
    <>
      <i className={here && state !== "ready" ? "mark now" : markClasses[state]} aria-hidden="true" />
      <span className="sr-only">{taskStateNames[state]}</span>
    </>
  );
}

/** The same with another state of one sub-capability, which changes what is ready with it. */
export function withMark(
  { groups, ready }: Pick<SurveyAsideProps, "groups" | "ready">,
  code: string,
  state: TaskState,
): Pick<SurveyAsideProps, "groups" | "ready"> {
  const found = groups.flatMap(({ tasks }) => tasks).find((task) => task.code === code);
  const more = Number(state === "ready") - Number(found?.state === "ready");
  const marked = groups.map((group) =>
    found && group.tasks.includes(found)
      ? {
          ...group,
          tasks: group.tasks.map((task) => (task === found ? { ...task, state } : task)),
          ready: group.ready + more,
        }
      : group,
  );
  return { groups: marked, ready: ready + more };
}

/** How far the assessment has come, and the way to each of its pages. */
export function SurveyAside({ base, groups, ready, total, timeLeft, current }: SurveyAsideProps) {
  return (
    <aside aria-label="Självskattningens delar">
      <Progress done={ready} total={total}>
        · {timeLeft}
      </Progress>
      <p className="to-list">
        <Link to={base}>Alla delförmågor</Link>
      </p>
      {groups.map(({ number, name, tasks, ready: done, total: of }) => (
        <details className="tl" key={number} open={tasks.some(({ code }) => code === current)}>
          <summary>
            {number} {name} <span>{done === of ? "klar" : `${done} av ${of}`}</span>
          </summary>
          <ul>
            {tasks.map(({ code, name: taskName, state }) => (
              <li key={code}>
                <Link to={`${base}/${code}`} aria-current={code === current ? "page" : undefined} title={taskName}>
                  <b>{code}</b> {taskName}
                </Link>
                <TaskMark state={state} here={code === current} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </aside>
  );
}
