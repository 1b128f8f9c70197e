import type { Summary } from "#domain/summary.ts";

type Row = Pick<Summary, "expected" | "meetsMinimum" | "notMeeting" | "belowMinimum">;

type Part = { className: string; count: number; says: string };

/** The cells with a minimum in force, as parts of one whole, in the order in which they stand. */
export function partsOf(row: Row): Part[] {
  const expectedUnknown = row.notMeeting - row.belowMinimum;
  const missing = row.expected - row.meetsMinimum - row.notMeeting;
  return [
    { className: "m", count: row.meetsMinimum, says: "når lägstanivån" },
    { className: "b", count: row.belowMinimum, says: "under" },
    { className: "u", count: expectedUnknown, says: "kan inte bedömas" },
    { className: "x", count: missing, says: "svar saknas" },
  ];
}

const wholePercent = 100;
/** Width of the light line between two parts, in per cent. */
const seam = 0.25;
const hatchId = "rand";
const percent = (share: number) => `${Number(share.toFixed(2))}%`;

/**
 * One bar of met, below, unknown and missing. Lengths are attributes, as the security policy allows no inline style. Its key
 * stands on the same page: it holds the hatching of what cannot be judged.
 */
export function StackedBar({ row }: { row: Row }) {
  const parts = partsOf(row).filter(({ count }) => count > 0);
  const label = parts.map(({ count, says }) => `${count} ${says}`).join(", ");
  let start = 0;
  return (
    <svg className="stacked" role="img" aria-label={label}>
      {parts.map(({ className, count }) => {
        const width = (count / row.expected) * wholePercent;
        const x = start;
        start += width;
        return (
          <g key={className} className={className}>
            <rect
              x={percent(x + seam / 2)}
              width={percent(Math.max(width - seam, seam))}
              height="22"
              rx="3"
              fill={className === "u" ? `url(#${hatchId})` : undefined}
            />
            <text x={percent(x + width / 2)} y="15">
              {count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** What the parts of the bars mean. */
export function StackedBarKey() {
  return (
    <p className="key" aria-hidden="true">
      <svg aria-hidden="true" width="0" height="0">
        <pattern id={hatchId} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="#fff" />
          <rect className="hatch" width="4" height="7" />
        </pattern>
      </svg>
      <span>
        <i className="m" />
        når
      </span>
      <span>
        <i className="b" />
        under
      </span>
      <span>
        <i className="u" />
        kan inte bedömas
      </span>
      <span>
        <i className="x" />
        svar saknas
      </span>
    </p>
  );
}
