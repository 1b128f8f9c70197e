// What a benchmark found: figures with their limits, and how they are told.

/** `limit`: at most so much; null: told only. `isRatio`: both sides were measured in this run, so that the machine does not matter. */
export type Figure = { what: string; value: number; unit: "ms" | "×" | "kB"; limit: number | null; isRatio: boolean };

const tenths = 10;

/** A figure without a limit. */
export function told(what: string, value: number, unit: "ms" | "kB"): Figure {
  return { what, value, unit, limit: null, isRatio: false };
}

/** A time that must stay under a limit on any machine; a slow one may break it without fault of ours. */
export function limited(what: string, value: number, limit: number): Figure {
  return { what, value, unit: "ms", limit, isRatio: false };
}

/** How many times more than what it is measured against. */
export function ratio(what: string, value: number, against: number, limit: number): Figure {
  return { what, value: value / against, unit: "×", limit, isRatio: true };
}

/** Whether a figure is within its limit, if it has one. */
export function holds({ value, limit }: Figure): boolean {
  return limit === null || value <= limit;
}

/** The ratios that are over their limits. */
export function brokenRatios(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => figure.isRatio && !holds(figure));
}

function amount(value: number, unit: Figure["unit"]): string {
  const digits = unit === "×" ? 2 : Number(value < tenths);
  return `${value.toFixed(digits)} ${unit}`;
}

/** The figures as lines of a table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit, limit } = figure;
    const verdict = limit === null ? "" : holds(figure) ? "holds" : "BROKEN";
    return [what, amount(value, unit), limit === null ? "" : `at most ${limit} ${unit}`, verdict];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([what = "", value = "", limit = "", verdict = ""]) =>
      `${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${limit.padEnd(widths[2] ?? 0)}  ${verdict}`.trimEnd(),
    )
    .join("\n");
}

/** The middle one of several runs; of two middle ones the lower. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

const microseconds = 1000;

/** Milliseconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / microseconds;
}

/**
 * Milliseconds of processor time of several things, each the median of `runs`: unlike the clock's it leaves out what other
 * programs do meanwhile. They take turns; the first turns, while the code is still being compiled, are not counted.
 */
export async function timeInTurns<Name extends string>(
  works: Record<Name, () => unknown>,
  runs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const warmUps = Math.ceil(runs / 2);
  for (let run = -warmUps; run < runs; run += 1) {
    for (const name of names) {
      const start = processorTime();
      await works[name]();
      if (run >= 0) times.get(name)?.push(processorTime() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}
