import type { ReactNode } from "react";
import type { Summary } from "#domain/summary.ts";
import { bandNumbers, percentText } from "#text/results.ts";

function Fact({ value, of, children, warn }: { value: ReactNode; of?: number; children: ReactNode; warn?: boolean }) {
  return (
    <div className={warn ? "warn" : undefined}>
      <b>
        {value}
        {of !== undefined && <small>/{of}</small>}
      </b>
      <span>{children}</span>
    </div>
  );
}

/** One actor's result in four numbers. */
export function ActorFacts({ total }: { total: Summary }) {
  const isBand = total.shareLow !== total.shareHigh;
  // Before anything is submitted there is nothing to count: a nought would read as good news.
  const counted = (count: number, of: number) => (total.answered === 0 ? { value: "–" } : { value: count, of });
  return (
    <div className="facts">
      <Fact {...counted(total.belowMinimum, total.expected)} warn={total.belowMinimum > 0}>
        delförmågor under lägstanivån
      </Fact>
      <Fact {...counted(total.unknown, total.applicable)}>kan inte bedömas</Fact>
      <Fact value={percentText(total.shareMeeting)}>
        når lägstanivån, av det som besvarats
        {isBand && ` (${bandNumbers(total)} % om allt okänt räknas in)`}
      </Fact>
      <Fact value={total.answered} of={total.applicable}>
        delförmågor besvarade
      </Fact>
    </div>
  );
}
