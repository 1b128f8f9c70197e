import { Link } from "@remix-run/react";
import { type ReviewPoint, reviewKinds } from "#domain/review.ts";
import { reviewNames, reviewText } from "#text/review.ts";

/** `isBegun`: something is answered, so that something could stand out. */
type ReviewPointsProps = { base: string; points: (ReviewPoint & { name: string })[]; isBegun: boolean };

function isAboutMeasures({ kind }: ReviewPoint): boolean {
  return kind === "below_minimum" || kind === "measure_undecided";
}

/** What the heading counts: what its words name, measures or sub-capabilities. */
function countOf(found: ReviewPoint[]): number {
  return found.reduce((sum, point) => sum + (point.kind === "measure_undecided" ? point.count : 1), 0);
}

/** What to look at once more before submitting, by kind, each with the way to its page. */
export function ReviewPoints({ base, points, isBegun }: ReviewPointsProps) {
  if (points.length === 0 && !isBegun)
    return <p className="empty">Här visas det som sticker ut, när något är besvarat.</p>;
  if (points.length === 0)
    return <p className="empty">Inget sticker ut: nivåerna följer förslagen, och inget ligger under lägstanivån.</p>;
  return reviewKinds
    .map((kind) => ({ kind, found: points.filter((point) => point.kind === kind) }))
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => (
      <section key={kind} className="review-kind">
        <h3>
          {reviewNames[kind]}
          {kind !== "all_alike" && <small> {countOf(found)}</small>}
        </h3>
        <ul>
          {found.map((point) => (
            <li key={point.code}>
              {point.code !== null && (
                <Link to={`${base}/${point.code}${isAboutMeasures(point) ? `#atgarder-${point.code}` : ""}`}>
                  <b>{point.code}</b> {point.name}
                </Link>
              )}{" "}
              <span className="hint">{reviewText(point)}</span>
            </li>
          ))}
        </ul>
      </section>
    ));
}
