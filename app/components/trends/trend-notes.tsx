import type { TrendSegment } from "#domain/trend.ts";
import { yearNotes } from "#text/trends.ts";

/** What the numbers of a year must be read with: a new minimum, new words, a line that breaks. */
export function TrendNotes({ segments }: { segments: TrendSegment[] }) {
  const notes = segments.flatMap((segment) => yearNotes(segment)).sort((a, b) => a.year - b.year);
  if (notes.length === 0) return null;
  return (
    <ul className="trend-notes">
      {notes.map(({ year, text }) => (
        <li key={`${year} ${text}`}>
          <b>{year}</b> {text}
        </li>
      ))}
    </ul>
  );
}
