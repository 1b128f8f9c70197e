export type Worker = { stop: () => Promise<void> };

/**
 * Does `work` at once and then again and again, `everyMs` after it last ended: never twice at the same time. `work` is told
 * by `isStopping` when to take on nothing more; `stop` waits for what is under way. An error is logged, and the next turn comes.
 */
export function startWorker(work: (isStopping: () => boolean) => Promise<void>, everyMs: number): Worker {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const run = () => {
    turn = work(() => stopping)
      .catch((error) => console.error(error))
      .then(() => {
        if (!stopping) timer = setTimeout(run, everyMs);
      });
  };
  run();
  return {
    stop: () => {
      stopping = true;
      clearTimeout(timer);
      return turn;
    },
  };
}
