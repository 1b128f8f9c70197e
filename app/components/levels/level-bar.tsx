type LevelBarProps = {
  /** Number of actors per level, in the order of the scale. */
  distribution: number[];
  levels: { level: number; name: string }[];
  unknown: number;
  missing: number;
  id: string;
};
type Part = { key: string; className: string; count: number; says: string; mark: string };

const wholePercent = 100;
const height = 22;

function partsOf({ distribution, levels, unknown, missing }: LevelBarProps): Part[] {
  return [
    ...levels.map(({ level, name }, place) => ({
      key: `level ${level}`,
      className: `l${Math.min(place, 4)}`,
      count: distribution[place] ?? 0,
      says: `på nivå ${level}, ${name.toLowerCase()}`,
      mark: String(level),
    })),
    { key: "unknown", className: "u", count: unknown, says: "kan inte bedömas", mark: "?" },
    { key: "missing", className: "x", count: missing, says: "svar saknas", mark: "" },
  ];
}

/** How many actors gave each level, as one bar; each part says its level and, at its foot, how many. Never an average. */
export function LevelBar(props: LevelBarProps) {
  const parts = partsOf(props).filter(({ count }) => count > 0);
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let start = 0;
  return (
    <svg className="level-bar" role="img" aria-label={parts.map(({ count, says }) => `${count} ${says}`).join(", ")}>
      <pattern id={props.id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#fff" />
        <rect className="hatch" width="4" height="7" />
      </pattern>
      {parts.map(({ key, className, count, mark }) => {
        const width = (count / whole) * wholePercent;
        const x = start;
        start += width;
        return (
          <g key={key} className={className}>
            <rect
              x={`${x}%`}
              width={`${width}%`}
              height={height}
              fill={className === "u" ? `url(#${props.id})` : undefined}
            />
            <text x={`${x + width / 2}%`} y="15">
              {mark}
            </text>
            <text className="count" x={`${x + width / 2}%`} y="35">
              {count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
