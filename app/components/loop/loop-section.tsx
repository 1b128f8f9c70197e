import { loopTexts } from "#text/loop.ts";
import { type LoopRowProps, LoopTable } from "./loop-table.tsx";

type LoopSectionProps = { loop: { since: number | null; rows: LoopRowProps[] }; year: number };

/** On a sub-capability's own page: what was planned since the year before, and how the levels moved. Nothing where nothing was. */
export function LoopSection({ loop: { since, rows }, year }: LoopSectionProps) {
  const [row] = rows;
  if (since === null || !row) return null;
  return (
    <section>
      <h2>Efter planen och åtgärderna</h2>
      <LoopTable row={row} since={since} year={year} />
      <p className="note">{loopTexts.noCause}</p>
    </section>
  );
}
