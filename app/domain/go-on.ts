// Where somebody goes on in an assessment (fortsätt där du var): what they themselves saved last, while something is missing there;
// else the next one after it that is not ready. Source: docs/the-year.md.
import type { TaskState } from "./submission.ts";

/** `savedAt`: a UTC moment, null where nothing is saved; `savedBy`: the person who saved last. */
type Task = { code: string; state: TaskState; savedAt: string | null; savedBy: string | null };

/** Where to go on, and whether it is where the person was. Undefined where nothing remains. Takes the tasks in definition order. */
export function whereToGoOn<T extends Task>(
  tasks: readonly T[],
  personId: string,
): { task: T; wasHere: boolean } | undefined {
  const own = tasks.filter(({ savedBy, savedAt }) => savedBy === personId && savedAt !== null);
  const [last] = own.sort((a, b) => (b.savedAt ?? "").localeCompare(a.savedAt ?? ""));
  if (last && remains(last)) return { task: last, wasHere: true };
  const after = last ? tasks.indexOf(last) + 1 : 0;
  const task = [...tasks.slice(after), ...tasks.slice(0, after)].find(remains);
  return task && { task, wasHere: false };
}

function remains({ state }: Task): boolean {
  return state === "not_started" || state === "begun";
}
