type LevelBarProps = {
  /** Number of actors per level, in the order of the scale. */
  distribution: number[];
  levels: { level: number; name: string }[];
  unknown: number;
  missing: number;
  id: string;
  /** How far apart two counts stand at least, in per cent of the bar: more where it is drawn narrow. */
  apart: number;
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

/** Where the counts stand: under the middle of their parts, or beside it where the next would else be written over them. */
export function spread(middles: readonly number[], apart: number): number[] {
  const places = [...middles];
  let least = apart / 2;
  for (const [at, place] of places.entries()) {
    places[at] = Math.max(place, least);
    least = Math.max(place, least) + apart;
  }
  let most = wholePercent - apart / 2;
  for (const [at, place] of [...places.entries()].reverse()) {
    places[at] = Math.min(place, most);
    most = Math.min(place, most) - apart;
  }
  return places;
}

/** How many actors gave each level, as one bar; each part says, where it has room, its level and, at its foot, how many. Never an average. */
export function LevelBar(props: LevelBarProps) {
  const parts = partsOf(props).filter(({ count }) => count > 0);
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const widths = parts.map(({ count }) => (count / whole) * wholePercent);
  const starts = widths.map((_, place) => widths.slice(0, place).reduce((sum, width) => sum + width, 0));
  const middles = widths.map((width, place) => (starts[place] ?? 0) + width / 2);
  const counts = spread(middles, props.apart);
  return (
    <svg className="level-bar" role="img" aria-label={parts.map(({ count, says }) => `${count} ${says}`).join(", ")}>
      <pattern id={props.id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#fff" />
        <rect className="hatch" width="4" height="7" />
      </pattern>
      {parts.map(({ key, className, count, says, mark }, place) => (
        <g key={key} className={className}>
          <title>{`${count} ${says}`}</title>
          <rect
            x={`${starts[place]}%`}
            width={`${widths[place]}%`}
            height={height}
            fill={className === "u" ? `url(#${props.id})` : undefined}
          />
          {(widths[place] ?? 0) >= props.apart / 2 && (
            <text x={`${middles[place]}%`} y="15">
              {mark}
            </text>
          )}
          <text className="count" x={`${counts[place]}%`} y="35">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
