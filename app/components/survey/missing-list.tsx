import type { SubCapability } from "#domain/definition.ts";
import type { MissingField } from "#domain/submission.ts";
import { fieldOf, missingText } from "#text/survey.ts";

type MissingListProps = {
  missing: MissingField[];
  sub: Pick<SubCapability, "groups">;
  /** The page the fields are on; "" for this one. */
  path?: string;
  /** The fields that lack something now; what is no longer among them is marked as done. Absent: all do. */
  left?: readonly string[];
};

/** What an answer still lacks, each line a link to where it is filled in. */
export function MissingList({ missing, sub, path = "", left }: MissingListProps) {
  const ids = sub.groups.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  return (
    <ul className="missing-list">
      {missing.map((field) => (
        <li key={fieldOf(field)} className={left && !left.includes(fieldOf(field)) ? "done" : undefined}>
          <a href={`${path}#${fieldOf(field)}`}>
            {missingText(field, "id" in field ? ids.indexOf(field.id) + 1 : undefined)}
          </a>
        </li>
      ))}
    </ul>
  );
}
