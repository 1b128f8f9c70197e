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

/** One actor's result in four numbers. Before anything is submitted there are none: a nought would read as good news. */
export function ActorFacts({ total }: { total: Summary }) {
  if (total.answered === 0) return null;
  const isBand = total.shareLow !== total.shareHigh;
  return (
    <div className="facts">
      <Fact value={total.belowMinimum} of={total.expected} warn={total.belowMinimum > 0}>
        delförmågor under lägstanivån
      </Fact>
      <Fact value={total.unknown} of={total.applicable}>
        kan inte bedömas
      </Fact>
      {total.shareMeeting !== null && (
        <Fact value={percentText(total.shareMeeting)}>
          når lägstanivån, av det som besvarats
          {isBand && ` (${bandNumbers(total)} % om allt okänt räknas in)`}
        </Fact>
      )}
      <Fact value={total.answered} of={total.applicable}>
        delförmågor besvarade
      </Fact>
    </div>
  );
}
