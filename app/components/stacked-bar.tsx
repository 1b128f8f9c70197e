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

/** One bar of met, below, unknown and missing. Lengths are attributes, as the security policy allows no inline style. */
export function StackedBar({ row, id }: { row: Row; id: string }) {
  const parts = partsOf(row).filter(({ count }) => count > 0);
  const label = parts.map(({ count, says }) => `${count} ${says}`).join(", ");
  let start = 0;
  return (
    <svg className="stacked" role="img" aria-label={label}>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#fff" />
        <rect className="hatch" width="4" height="7" />
      </pattern>
      {parts.map(({ className, count }) => {
        const width = (count / row.expected) * wholePercent;
        const x = start;
        start += width;
        return (
          <g key={className} className={className}>
            <rect
              x={`${x + seam / 2}%`}
              width={`${Math.max(width - seam, seam)}%`}
              height="22"
              rx="3"
              fill={className === "u" ? `url(#${id})` : undefined}
            />
            <text x={`${x + width / 2}%`} y="15">
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
